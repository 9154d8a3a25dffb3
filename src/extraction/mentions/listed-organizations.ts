/** Bodies that the lexicon knows by name. Weak forms (words, names of several) stand only where the article has the full one. */
import { offices } from '../../lexicon/offices.ts'
import { organizationNouns } from '../../lexicon/organization-nouns.ts'
import { type OrganizationForm, organizations } from '../../lexicon/organizations.ts'
import { runningWords } from '../../lexicon/running-words.ts'
import { prefixReadings } from '../../text/clitics.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { isContext } from './country-contexts.ts'
import { wordBefore } from './neighbours.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { isCommonNoun, isSpeech, isSpeltClosed } from './words.ts'

/** Media, and how far before a medium a verb may say that it was told something. */
const MEDIA: ReadonlySet<string> = new Set(['outlet', 'agency'])
const REACH = 10
const SPORT_WORDS = 2

type Found = { readonly sentence: AnalyzedSentence; readonly at: number; readonly match: PhraseMatch<OrganizationForm> }

/** Mentions of listed bodies; `spoken` are the alpha-2 codes of the countries that the article names. */
export function listedOrganizations(text: ArticleText, spoken: ReadonlySet<string>): Proposal[] {
  const found = text.sentences.flatMap(formsIn)
  const named = new Set(found.flatMap(({ match }) => strongOf(match).map(({ key }) => key)))
  const isOfSport = tellsOfSport(text)
  return found.flatMap(({ sentence, at, match }) => {
    const strong = strongOf(match)
    const isClub = strong.length === 0 && isOfSport && isPlaying(sentence, at, match)
    const values =
      strong.length > 0
        ? strong
        : match.values.filter(
            (value) =>
              isBorneOut(value, match, named, spoken) ||
              isSource(sentence, at, match, value) ||
              (isClub && value.type === 'club'),
          )
    const keys = new Set(values.map(({ key }) => key))
    const [value] = values
    if (value === undefined || (keys.size > 1 && !(isClub && values.every(({ type }) => type === 'club')))) return []
    const facts = {
      kind: 'ORGANIZATION',
      form: 'NAME',
      lexiconKey: keys.size === 1 ? value.key : null,
      countryCode: keys.size === 1 ? value.countryCode : null,
      confidence: strong.length > 0 ? 0.92 : 0.7,
      rule: isClub && value.type === 'club' ? 'club-in-sport' : 'organization-name',
      specificity: isClub && value.type === 'club' ? SPECIFICITY.context : SPECIFICITY.lexicon,
    } as const
    return [propose(sentence, at, at + match.tokens, facts, match.start, match.end)]
  })
}

/** Words of matches, twice at least. */
function tellsOfSport(text: ArticleText): boolean {
  let words = 0
  for (const { tokens } of text.sentences) {
    for (const token of tokens) {
      if (isContext(token, 'sport')) words += 1
      if (words >= SPORT_WORDS) return true
    }
  }
  return false
}

/** «فاز برشلونة على إشبيلية», and not «في برشلونة», «مدينة ليفربول». */
function isPlaying(sentence: AnalyzedSentence, at: number, match: PhraseMatch<OrganizationForm>): boolean {
  const before = wordBefore(sentence, at)
  const token = sentence.tokens[at]
  const prefix = match.reading?.prefixes.at(-1)
  if (prefix === 'ب' || (prefix === 'ل' && token !== undefined && isCommon(token))) return false
  return !isContext(before, 'at', 'place-noun') && before?.key !== 'الي' && before?.key.startsWith('منتخب') !== true
}

/** «قال للجزيرة», «مراسل الجزيرة», «نشرت الأهرام»: a medium that says something or is told it. */
function isSource(
  sentence: AnalyzedSentence,
  at: number,
  match: PhraseMatch<OrganizationForm>,
  value: OrganizationForm,
): boolean {
  const token = sentence.tokens[at]
  if (!MEDIA.has(value.type) || token === undefined || isCommon(token)) return false
  const before = wordBefore(sentence, at)
  const isTold = token.key.startsWith('ل') && match.reading !== null
  if (isTold)
    return sentence.tokens.slice(Math.max(0, at - REACH), at).some(({ key }) => isSpeech(key.replace(/^[وف]/u, '')))
  if (before === undefined || match.reading !== null) return false
  return (
    isSpeech(before.key.replace(/^[وف]/u, '')) ||
    offices
      .matchAt(sentence.tokens, at - 1)
      .some(({ tokens, values }) => tokens === 1 && values.some(({ level }) => level === 'media'))
  )
}

/** «البيان», «للحياة»: a word of the language, with its proclitics or without. */
function isCommon(token: Token): boolean {
  return prefixReadings(token).some(({ key }) => isCommonNoun(key) || runningWords.has(key))
}

/** The article has the full name, or names the country of a body whose form is of several words (مجلس النواب). */
function isBorneOut(
  value: OrganizationForm,
  match: PhraseMatch<OrganizationForm>,
  named: ReadonlySet<string>,
  spoken: ReadonlySet<string>,
): boolean {
  return named.has(value.key) || (match.tokens > 1 && value.countryCode !== null && spoken.has(value.countryCode))
}

function formsIn(sentence: AnalyzedSentence): Found[] {
  const found: Found[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const match = organizations.matchAt(sentence.tokens, at)[0]
    const token = sentence.tokens[at]
    const isClosed = match?.tokens === 1 && token !== undefined && isSpeltClosed(token)
    if (match !== undefined && !isClosed && !isWebsite(sentence, at)) found.push({ sentence, at, match })
    at += match?.tokens ?? 1
  }
  return found
}

/** «موقع تويتر», «منصة "إكس"»: where something was written, no body that acts. */
function isWebsite(sentence: AnalyzedSentence, at: number): boolean {
  return organizationNouns
    .matchAt(sentence.tokens, at)
    .some(({ values }) => values.some(({ key }) => key === 'website'))
}

function strongOf(match: PhraseMatch<OrganizationForm>): OrganizationForm[] {
  return match.values.filter(({ strength }) => strength === 'strong')
}
