/**
 * Bodies in English by the noun that begins or closes their name: «Department for Constitutional Affairs», «Constitutional
 * Affairs Select Committee», «British Chambers of Commerce».
 */
import { organizationNouns } from '../../lexicon/organization-nouns.ts'
import { plainWords } from '../../lexicon/plain-words.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'

const MOST_BEFORE = 6
const MOST_BEHIND = 7

/** Bodies by pattern in a sentence. */
export function latinOrganizations(sentence: AnalyzedSentence, names: NamesInSentence): Proposal[] {
  return sentence.tokens.flatMap((token, at) => {
    if (token.script !== 'LATIN') return []
    const match = organizationNouns.matchAt(sentence.tokens, at)[0]
    const noun = match?.values.find(({ lang, number }) => lang === 'en' && number === 'singular')
    if (match === undefined || noun === undefined || !isCapital(token)) return []
    const first = beginOf(sentence, at)
    const last = endOf(sentence, at + match.tokens)
    if (last - first <= match.tokens) return []
    const adjective = names.all.find((name) => name.first >= first && name.last <= last && name.kind === 'COUNTRY')
    const facts = {
      kind: 'ORGANIZATION',
      form: 'NAME',
      lexiconKey: null,
      countryCode: adjective?.lexiconKey ?? null,
      confidence: 0.7,
      rule: 'organization-noun',
      specificity: SPECIFICITY.pattern,
    } as const
    return [propose(sentence, first, last, facts)]
  })
}

function beginOf(sentence: AnalyzedSentence, at: number): number {
  let first = at
  while (first > 0 && at - first < MOST_BEFORE) {
    const before = sentence.tokens[first - 1]
    if (before !== undefined && isCapital(before) && !isLink(before)) first -= 1
    else if (isLink(before) && before?.key === 'and' && isCapital(sentence.tokens[first - 2])) first -= 2
    else break
  }
  return first
}

/** «of», «for» and «on» go on with capitals. */
function endOf(sentence: AnalyzedSentence, at: number): number {
  let last = at
  while (last - at < MOST_BEHIND) {
    const next = sentence.tokens[last]
    const behind = sentence.tokens[last + 1]
    const third = sentence.tokens[last + 2]
    if (isCapital(next)) last += 1
    else if (isLink(next) && isCapital(behind)) last += 2
    else if (isLink(next) && isLink(behind) && isCapital(third)) last += 3
    else break
  }
  return last
}

/** «of», «for», «and», «&»: little words inside a body's name. */
function isLink(token: Token | undefined): boolean {
  return token !== undefined && (token.text === '&' || plainWords.get(token.key)?.has('link') === true)
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.script === 'LATIN' && token.kind === 'WORD' && /^\p{Lu}/u.test(token.text)
}
