/**
 * Bodies that are named by pattern: a noun that begins such names with what completes it, «وزارة الأمن الداخلي الأمريكية»,
 * «حزب "إخوة إيطاليا"», «مركز أبحاث منتدى المحيط الهادئ», and a ministry's field alone with its country, «الخارجية التركية».
 * The name reaches over definite words, genitives, names and adjectives, and ends at verbs, prepositions and commas.
 */

import { offices } from '../../lexicon/offices.ts'
import { ministryFields, type OrganizationNoun, organizationNouns } from '../../lexicon/organization-nouns.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { bodyNameEnd } from './body-name-end.ts'
import { latinOrganizations } from './latin-organizations.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { wordBefore } from './neighbours.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { hasArticle } from './words.ts'

/** Nouns of the lexicon that are no part of an outlet's name. */
const PRINTED: ReadonlySet<string> = new Set(['newspaper', 'magazine'])

/** Bodies by pattern. `namesOf` gives the countries, places and listed bodies of a sentence. */
export function patternedOrganizations(
  text: ArticleText,
  namesOf: (sentence: AnalyzedSentence) => NamesInSentence,
): Proposal[] {
  return text.sentences.flatMap((sentence) => {
    const names = namesOf(sentence)
    const arabic: Proposal[] = []
    for (const at of sentence.tokens.keys())
      arabic.push(...nounAt(sentence, at, names), ...fieldAt(sentence, at, names))
    return [...arabic, ...latinOrganizations(sentence, names)]
  })
}

function nounAt(sentence: AnalyzedSentence, at: number, names: NamesInSentence): Proposal[] {
  const match = organizationNouns.matchAt(sentence.tokens, at)[0]
  if (match === undefined) return []
  const nouns = match.values.filter(({ lang, number }) => lang === 'ar' && number === 'singular')
  const [noun] = nouns
  if (noun === undefined) return []
  const end = bodyNameEnd(sentence, at, match, nouns, names)
  if (end === null) return []
  if (noun.type === 'outlet') {
    const first = at + match.tokens
    if (end.isQuoted) return [medium(sentence, first + 1, end.last - 1, noun)]
    if (PRINTED.has(noun.key)) return [medium(sentence, first, end.last, noun)]
  }
  return [body(sentence, at, end.last, match.start, end.country, noun)]
}

/** «صحيفة "واشنطن بوست"», «صحيفة كيهان»: the outlet's name is what follows the noun. */
function medium(sentence: AnalyzedSentence, first: number, last: number, noun: OrganizationNoun): Proposal {
  const name = body(sentence, first, last, sentence.tokens[first]?.start ?? sentence.start, null, noun)
  return { ...name, rule: 'outlet-behind-noun' }
}

function body(
  sentence: AnalyzedSentence,
  first: number,
  last: number,
  start: number,
  countryCode: string | null,
  noun: OrganizationNoun | null,
): Proposal {
  const facts = {
    kind: 'ORGANIZATION',
    form: 'NAME',
    lexiconKey: null,
    countryCode,
    confidence: noun === null || noun.strength === 'strong' ? 0.8 : 0.65,
    rule: noun === null ? 'ministry-field' : 'organization-noun',
    specificity: SPECIFICITY.pattern,
  } as const
  return propose(sentence, first, last, facts, start)
}

/** «الخارجية التركية»: not behind an office or a definite noun, whose adjectives both words would be. */
function fieldAt(sentence: AnalyzedSentence, at: number, names: NamesInSentence): Proposal[] {
  const match: PhraseMatch<{ readonly alone: boolean }> | undefined = ministryFields.matchAt(sentence.tokens, at)[0]
  if (match === undefined || !match.values.some(({ alone }) => alone)) return []
  const country = names.startingAt(at + match.tokens)
  const before = wordBefore(sentence, at)
  if (country?.form !== 'DEMONYM' || country.start !== sentence.tokens[at + match.tokens]?.start) return []
  if (!/[ةه]$/u.test(sentence.tokens[country.first]?.text ?? '')) return []
  if (before !== undefined && (hasArticle(before.key) || offices.matchAt(sentence.tokens, at - 1).length > 0)) return []
  return [body(sentence, at, country.last, match.start, country.lexiconKey, null)]
}
