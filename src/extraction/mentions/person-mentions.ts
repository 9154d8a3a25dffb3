/**
 * Persons by what stands around and inside their names: behind a title («وزير الخارجية التركي هاكان فيدان»), behind a title
 * and a comma («وزير الدفاع الأمريكي، بيت هيجسيث،»), and by a given name with another part («جيمس لويس»).
 */
import { wordReadings } from '../../text/clitics.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { figureNamed } from './known-persons.ts'
import { latinNameAt } from './latin-names.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { wordBefore } from './neighbours.ts'
import { type NameCue, type PersonName, personNameAt } from './person-names.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import type { TitlePhrase } from './title-phrases.ts'
import { hasArticle, isNaming, isSpeech, isVerb } from './words.ts'

const RULES: Readonly<Record<NameCue, string>> = {
  TITLE: 'title-name',
  APPOSITION: 'title-comma-name',
  NATION: 'nation-name',
  SPEECH: 'speech-verb-name',
  SUBJECT: 'verb-name',
  LIST: 'listed-name',
  NONE: 'given-name',
}
const CONFIDENCE: Readonly<Record<NameCue, number>> = {
  TITLE: 0.9,
  APPOSITION: 0.85,
  NATION: 0.8,
  SPEECH: 0.8,
  SUBJECT: 0.75,
  LIST: 0.75,
  NONE: 0.75,
}
const SEPARATORS = '،,-–—«"“:('

/** Names of persons that nobody needs to have heard of. */
export function personMentions(
  text: ArticleText,
  namesOf: (sentence: AnalyzedSentence) => NamesInSentence,
  titlesOf: (sentence: AnalyzedSentence) => readonly TitlePhrase[],
): Proposal[] {
  return text.sentences.flatMap((sentence) => {
    const names = namesOf(sentence)
    const titles = titlesOf(sentence)
    const found = [
      ...titles.flatMap((title) => behindTitle(text, sentence, title, titles, names)),
      ...alone(text, sentence, titles, names),
    ]
    return found
  })
}

function behindTitle(
  text: ArticleText,
  sentence: AnalyzedSentence,
  title: TitlePhrase,
  titles: readonly TitlePhrase[],
  names: NamesInSentence,
): Proposal[] {
  const next = sentence.tokens[title.last]
  if (next === undefined) return []
  const separated = next.kind === 'PUNCTUATION' && SEPARATORS.includes(next.text)
  const cue = separated ? 'APPOSITION' : cueOf(title)
  const at = separated ? title.last + 1 : title.last
  if (titles.some(({ first }) => first === at)) return []
  const name = nameAt(sentence, at, cue, names)
  if (name === null || name.start !== sentence.tokens[at]?.start) return []
  const first = proposal(text, sentence, name, cue, title)
  return title.isPlural ? [first, ...joined(text, sentence, name.last, title, names)] : [first]
}

/** «ونجليه جمال وعلاء»: behind a title of several, names that و joins. */
function joined(
  text: ArticleText,
  sentence: AnalyzedSentence,
  at: number,
  title: TitlePhrase,
  names: NamesInSentence,
): Proposal[] {
  const token = sentence.tokens[at]
  if (token === undefined || !token.key.startsWith('و')) return []
  const nation = names.startingAt(at)
  if (nation?.form === 'DEMONYM' && nation.last === at + 1) {
    const behind = nameAt(sentence, nation.last, 'NATION', names)
    return behind === null
      ? []
      : [proposal(text, sentence, behind, 'NATION', title), ...joined(text, sentence, behind.last, title, names)]
  }
  const name = nameAt(sentence, at, 'APPOSITION', names) ?? nameAt(sentence, at, 'TITLE', names)
  if (name === null || name.start === token.start || !name.parts.some((part) => part === 'strong' || part === 'weak'))
    return []
  return [proposal(text, sentence, name, 'TITLE', title), ...joined(text, sentence, name.last, title, names)]
}

/** A title that is not whole, or of many, or an everyday word, needs more of the name behind it. */
function cueOf({ office, isDefinite, isPlural }: TitlePhrase): NameCue {
  const standsAlone = office.takes.size === 0 || isDefinite
  if (office.kind === 'kin' && isDefinite) return 'TITLE'
  return standsAlone && !isPlural && office.strength !== 'context' ? 'TITLE' : 'APPOSITION'
}

function alone(
  text: ArticleText,
  sentence: AnalyzedSentence,
  titles: readonly TitlePhrase[],
  names: NamesInSentence,
): Proposal[] {
  const found: Proposal[] = []
  const isTitle = new Uint8Array(sentence.tokens.length)
  for (const { first, last } of titles) isTitle.fill(1, first, last)
  for (let at = 0; at < sentence.tokens.length; ) {
    const isBehindName = found.at(-1)?.last === at && sentence.tokens[at]?.key.startsWith('و') === true
    const cue = isTitle[at] === 1 ? 'NONE' : isBehindName ? 'LIST' : cueBefore(sentence, at, names)
    const name = isTitle[at] === 1 ? null : nameAt(sentence, at, cue, names)
    if (name !== null) found.push(proposal(text, sentence, name, cue, null))
    at = name?.last ?? at + 1
  }
  return found
}

/** What the word right before a token says of it. */
function cueBefore(sentence: AnalyzedSentence, at: number, names: NamesInSentence): NameCue {
  const before = wordBefore(sentence, at)
  if (before === undefined) return 'NONE'
  if (isNaming(before.key)) return 'TITLE'
  if (isNationAsNoun(sentence, at - 1, names)) return 'NATION'
  if (tellsOfSpeech(before)) return 'SPEECH'
  return tellsOfAct(before) ? 'SUBJECT' : 'NONE'
}

/** «الروسية كوتلايروفا», «للكندي محمد فهمي»: no noun before the adjective that it could belong to. */
function isNationAsNoun(sentence: AnalyzedSentence, at: number, names: NamesInSentence): boolean {
  const nation = names.startingAt(at)
  const token = sentence.tokens[at]
  if (nation?.form !== 'DEMONYM' || nation.last !== at + 1 || token === undefined) return false
  const before = wordBefore(sentence, at)
  if (!/^(?:[وفبك]?ال|لل|ولل)/u.test(token.key)) return false
  return before === undefined || token.start < nation.start || !hasArticle(before.key)
}

/** A verb of a kind, also behind و, ف or س. */
const tellsOfSpeech = oncePerWord((token) => isAct(token, isSpeech))
const tellsOfAct = oncePerWord((token) => isAct(token, isVerb))

function isAct(token: Token, isKind: (key: string) => boolean): boolean {
  if (token.script !== 'ARABIC') return false
  return wordReadings(token).some(
    ({ key, prefixes }) => isKind(key) && prefixes.every((prefix) => 'وفس'.includes(prefix)),
  )
}

function nameAt(sentence: AnalyzedSentence, at: number, cue: NameCue, names: NamesInSentence): PersonName | null {
  const isLatin = sentence.tokens[at]?.script === 'LATIN'
  return isLatin ? latinNameAt(sentence, at, cue, names) : personNameAt(sentence, at, cue, names)
}

function proposal(
  text: ArticleText,
  sentence: AnalyzedSentence,
  name: PersonName,
  cue: NameCue,
  title: TitlePhrase | null,
): Proposal {
  const { field } = sentence
  const { start, end } = name
  const isListed = name.parts.some((part) => part === 'strong' || part === 'family' || part === 'joined')
  const facts = {
    kind: 'PERSON',
    form: 'NAME',
    lexiconKey: figureNamed(text.slice({ field, start, end }), title),
    countryCode: null,
    confidence: isListed ? CONFIDENCE[cue] : CONFIDENCE[cue] - 0.25,
    rule: RULES[cue],
    specificity: cue === 'NONE' ? SPECIFICITY.shape : SPECIFICITY.pattern,
  } as const
  return propose(sentence, name.first, name.last, facts, name.start, name.end)
}
