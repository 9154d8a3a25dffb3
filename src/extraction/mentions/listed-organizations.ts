/** Bodies that the lexicon knows by name. Weak forms (words, names of several) stand only where the article has the full one. */
import { organizationNouns } from '../../lexicon/organization-nouns.ts'
import { type OrganizationForm, organizations } from '../../lexicon/organizations.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { isSpeltClosed } from './words.ts'

type Found = { readonly sentence: AnalyzedSentence; readonly at: number; readonly match: PhraseMatch<OrganizationForm> }

/** Mentions of listed bodies; `spoken` are the alpha-2 codes of the countries that the article names. */
export function listedOrganizations(text: ArticleText, spoken: ReadonlySet<string>): Proposal[] {
  const found = text.sentences.flatMap(formsIn)
  const named = new Set(found.flatMap(({ match }) => strongOf(match).map(({ key }) => key)))
  return found.flatMap(({ sentence, at, match }) => {
    const strong = strongOf(match)
    const values = strong.length > 0 ? strong : match.values.filter((value) => isBorneOut(value, match, named, spoken))
    const keys = new Set(values.map(({ key }) => key))
    const [value] = values
    if (value === undefined || keys.size > 1) return []
    const facts = {
      kind: 'ORGANIZATION',
      form: 'NAME',
      lexiconKey: value.key,
      countryCode: value.countryCode,
      confidence: strong.length > 0 ? 0.92 : 0.7,
      rule: 'organization-name',
      specificity: SPECIFICITY.lexicon,
    } as const
    return [propose(sentence, at, at + match.tokens, facts, match.start, match.end)]
  })
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
