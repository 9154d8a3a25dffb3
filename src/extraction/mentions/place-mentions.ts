/**
 * Places by the names that the lexicon knows, and by a noun that a place's name follows («بلدة دير دبوان», «مطار الملك
 * عبدالعزيز»). A weak form (a word, a person's name, several places) needs such a noun, or «في» and its country in the
 * same article.
 */
import { countryForms } from '../../lexicon/country-forms.ts'
import { familyNames } from '../../lexicon/family-names.ts'
import { givenNames } from '../../lexicon/given-names.ts'
import { nameLikeness } from '../../lexicon/name-letters.ts'
import { offices } from '../../lexicon/offices.ts'
import { organizations } from '../../lexicon/organizations.ts'
import { persons } from '../../lexicon/persons.ts'
import { placeNouns } from '../../lexicon/place-nouns.ts'
import { type PlaceForm, places } from '../../lexicon/places.ts'
import { foldKey } from '../../text/fold.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { isContext } from './country-contexts.ts'
import { homographsIn } from './homographs-in.ts'
import { namesInSentence } from './names-in-sentence.ts'
import { wordBefore } from './neighbours.ts'
import { patronEnd } from './person-names.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { hasArticle, isPlain, isRunningWord, isSpeltClosed, isState, isVerb, isWord } from './words.ts'

const NO_NAMES = namesInSentence([])
/** Words of a place's name that no list knows. */
const MOST_WORDS = 3
/** Likeness to a name (log odds) of a word that no list knows: behind a town's noun, behind a road's, behind «في» alone. */
const LIKE_PLACE = -6
const LIKE_PART = 0
const LIKE_ALONE = 4
/** Words behind which an unlisted name is a place's: in, near. */
const WHERE: ReadonlySet<string> = new Set(['في', 'قرب'].map(foldKey))

/** Places; `spoken` are the alpha-2 codes of the countries that the article names. */
export function placeMentions(text: ArticleText, spoken: ReadonlySet<string>): Proposal[] {
  return text.sentences.flatMap((sentence) => [
    ...listed(sentence, spoken),
    ...behindNouns(sentence),
    ...behindPrepositions(sentence),
  ])
}

function listed(sentence: AnalyzedSentence, spoken: ReadonlySet<string>): Proposal[] {
  const found: Proposal[] = []
  const seeming = homographsIn(sentence)
  for (let at = 0; at < sentence.tokens.length; ) {
    const match = seeming[at] ? undefined : places.matchAt(sentence.tokens, at)[0]
    const isJoined = match?.reading?.prefixes[0] === 'و' && found.at(-1)?.last === at
    const token = sentence.tokens[at]
    const values =
      match === undefined || (token !== undefined && isSpeltClosed(token))
        ? []
        : fitting(sentence, at, match, spoken, isJoined)
    if (match !== undefined && values.length > 0) found.push(listedProposal(sentence, at, match, values))
    at += values.length > 0 ? (match?.tokens ?? 1) : 1
  }
  return found
}

function listedProposal(
  sentence: AnalyzedSentence,
  at: number,
  match: PhraseMatch<PlaceForm>,
  values: readonly PlaceForm[],
): Proposal {
  const [value] = values
  const noun = nounInside(sentence, at, match, values)
  const start = noun === 0 ? match.start : (sentence.tokens[at + noun]?.start ?? match.start)
  const keys = new Set(values.map(({ key }) => key))
  const codes = new Set(values.map(({ countryCode }) => countryCode))
  const facts = {
    kind: 'PLACE',
    form: 'NAME',
    lexiconKey: keys.size === 1 ? (value?.key ?? null) : null,
    countryCode: codes.size === 1 ? (value?.countryCode ?? null) : null,
    confidence: value?.strength === 'strong' ? 0.93 : 0.7,
    rule: 'place-name',
    specificity: SPECIFICITY.lexicon - (isDateline(sentence, at, at + match.tokens) ? -1 : 0),
  } as const
  return propose(sentence, at + noun, at + match.tokens, facts, start, match.end)
}

/** «قرية دوما» names دوما: tokens of the noun that the form begins with, when the place is known without it. */
function nounInside(
  sentence: AnalyzedSentence,
  at: number,
  match: PhraseMatch<PlaceForm>,
  values: readonly PlaceForm[],
): number {
  const noun = placeNouns
    .matchAt(sentence.tokens, at)
    .find(({ values: nouns }) => nouns.some(({ use }) => use === 'before'))
  if (noun === undefined || noun.tokens >= match.tokens) return 0
  const rest = places.matchAt(sentence.tokens, at + noun.tokens)[0]
  if (rest !== undefined && rest.reading === null && rest.tokens + noun.tokens === match.tokens) return noun.tokens
  const head = sentence.tokens[at]?.key.slice(-3) ?? ''
  const isPartOfName = values.some(({ name }) => foldKey(name.ar).split(' ')[0]?.endsWith(head) === true)
  return isPartOfName ? 0 : noun.tokens
}

/** Strong readings, or the weak ones that the surroundings bear out: `isJoined` to a place by و. */
function fitting(
  sentence: AnalyzedSentence,
  at: number,
  match: PhraseMatch<PlaceForm>,
  spoken: ReadonlySet<string>,
  isJoined: boolean,
): readonly PlaceForm[] {
  const strong = match.values.filter(({ strength }) => strength === 'strong')
  const token = sentence.tokens[at]
  const isWordToo = match.tokens === 1 && token !== undefined && (isState(token.key) || isPlain(token))
  if (strong.length > 0 && !isWordToo) return strong
  const before = wordBefore(sentence, at)
  const isIntroduced = isJoined || placeNounBefore(sentence, at) || isDateline(sentence, at, at + match.tokens)
  const isBehindPreposition = match.reading?.prefixes.at(-1) === 'ب' || isContext(before, 'at', 'place-noun')
  const known = match.values.filter(({ countryCode }) => countryCode !== null && spoken.has(countryCode))
  if (isIntroduced) return known.length > 0 ? known : match.values
  if (known.length > 0 || !isBehindPreposition) return isBehindPreposition || match.tokens > 1 ? known : []
  // «في طرابلس»: somewhere of that name, though nothing tells which.
  const weak = match.values.filter(({ strength }) => strength !== 'context')
  return match.tokens > 1 || token === undefined || isCommon(token) ? [] : weak
}

/** A word of the language, too. */
function isCommon(token: Token): boolean {
  return isPlain(token, 3) || isRunningWord(token) || givenNames.get(token.text).length > 0
}

function placeNounBefore(sentence: AnalyzedSentence, at: number): boolean {
  return placeNouns.matchAt(sentence.tokens, at - 1).some(({ tokens }) => tokens === 1)
}

/** The first words of a text, with a dash, a bracket or a colon behind them: where the report comes from. */
function isDateline(sentence: AnalyzedSentence, at: number, last: number): boolean {
  const next = sentence.tokens[last]
  return at === 0 && sentence.field === 'TEXT' && next !== undefined && '-–—/(:'.includes(next.text)
}

function behindNouns(sentence: AnalyzedSentence): Proposal[] {
  return sentence.tokens.flatMap((_, at) => {
    const noun = placeNouns.matchAt(sentence.tokens, at)[0]
    const [value] = noun?.values ?? []
    if (noun === undefined || value === undefined || value.lang !== 'ar') return []
    // «فراس» is a man before it is ف and رأس.
    if (noun.reading !== null && givenNames.matchAt(sentence.tokens, at).some(({ reading }) => reading === null))
      return []
    const first = at + noun.tokens
    const last = nameEnd(sentence, first, value.use === 'part' ? LIKE_PART : LIKE_PLACE)
    if (last === first) return []
    const isPart = value.use === 'part'
    const facts = {
      kind: 'PLACE',
      form: 'NAME',
      lexiconKey: null,
      countryCode: null,
      confidence: 0.65,
      rule: isPart ? 'place-noun-and-name' : 'name-behind-place-noun',
      specificity: SPECIFICITY.pattern,
    } as const
    const start = isPart ? noun.start : sentence.tokens[first]?.start
    return start === undefined ? [] : [propose(sentence, isPart ? at : first, last, facts, start)]
  })
}

/** «في لودفيغسهافن», «قرب هوبيو»: a word that only a name can be. */
function behindPrepositions(sentence: AnalyzedSentence): Proposal[] {
  return sentence.tokens.flatMap((token, at) => {
    const before = wordBefore(sentence, at)
    if (before === undefined || !isWhere(before) || !isUnlistedName(sentence, at)) return []
    const next = sentence.tokens[at + 1]
    const last = isWord(next) && isUnlistedName(sentence, at + 1) ? at + 2 : at + 1
    const facts = {
      kind: 'PLACE',
      form: 'NAME',
      lexiconKey: null,
      countryCode: null,
      confidence: 0.5,
      rule: 'name-behind-preposition',
      specificity: SPECIFICITY.shape,
    } as const
    return [propose(sentence, at, last, facts, token.start)]
  })
}

const isWhere = oncePerWord(({ key }) => WHERE.has(key.replace(/^و/u, '')))

function isUnlistedName(sentence: AnalyzedSentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || !mayBeName(sentence, at, 1, LIKE_ALONE) || isPlain(token) || token.key.length < 4)
    return false
  const lists = [givenNames, familyNames, places, organizations, offices, persons]
  if (lists.some((list) => list.matchAt(sentence.tokens, at).length > 0)) return false
  return !hasArticle(token.key)
}

/** Where the name behind a place noun ends; `first` when there is none. */
function nameEnd(sentence: AnalyzedSentence, first: number, likeness: number): number {
  const listedMatch = places.matchAt(sentence.tokens, first)[0]
  if (listedMatch !== undefined && listedMatch.reading === null) return first + listedMatch.tokens
  const patron = patronEnd(sentence, first, NO_NAMES)
  if (patron !== null) return patron
  let at = first
  while (at < first + MOST_WORDS && mayBeName(sentence, at, at - first, likeness)) at += 1
  return at
}

function mayBeName(sentence: AnalyzedSentence, at: number, count: number, likeness: number): boolean {
  const token = sentence.tokens[at]
  if (!isWord(token) || token.script !== 'ARABIC' || token.key.length < 3) return false
  if (/^لل|^م.*ه$/u.test(token.key) || countryForms.matchAt(sentence.tokens, at).length > 0) return false
  const isLike = hasArticle(token.key) || nameLikeness(token.key) >= likeness
  if (
    isPlain(token, 3) ||
    isRunningWord(token) ||
    !isLike ||
    isVerb(token.key) ||
    isState(token.key) ||
    placeNouns.matchAt(sentence.tokens, at).length > 0
  )
    return false
  return count === 0 || (!hasArticle(token.key) && !/^[وفبل]/u.test(token.key))
}
