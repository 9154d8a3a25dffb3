/**
 * Capitals and seats that stand for their government: «قالت موسكو», «طلب من موسكو», «بين أنقرة ودمشق», «موسكو: …», and not
 * where something happens («في أنقرة», «وصل إلى القاهرة»). A seat that does not act is left to the places.
 */
import { type CountryForm, countryForms } from '../../lexicon/country-forms.ts'

import { offices } from '../../lexicon/offices.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { isContext } from './country-contexts.ts'
import { homographsIn } from './homographs-in.ts'
import { wordAfter, wordBefore } from './neighbours.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { isPreposition, isVerb, isWord } from './words.ts'

/** How far back a word that gives an exchange its sense may stand: «طلب الشرع من موسكو». */
const REACH = 7

/** Seats that act, as mentions of their countries. */
export function seatMentions(text: ArticleText): Proposal[] {
  const proposals: Proposal[] = []
  for (const sentence of text.sentences) {
    const seeming = homographsIn(sentence)
    for (let at = 0; at < sentence.tokens.length; ) {
      const [match] = seeming[at] ? [] : countryForms.matchAt(sentence.tokens, at)
      const seat = match?.values.find(({ form }) => form === 'METONYM')
      if (match !== undefined && seat !== undefined && acts(sentence, at, match)) {
        proposals.push(seatProposal(sentence, at, match, seat))
      }
      at += match?.tokens ?? 1
    }
  }
  return proposals
}

function seatProposal(
  sentence: AnalyzedSentence,
  at: number,
  match: PhraseMatch<CountryForm>,
  seat: CountryForm,
): Proposal {
  const facts = {
    kind: 'COUNTRY',
    form: 'METONYM',
    lexiconKey: seat.code,
    countryCode: seat.code,
    confidence: 0.8,
    rule: 'seat-acts',
    specificity: SPECIFICITY.context,
  } as const
  return propose(sentence, at, at + match.tokens, facts, match.start, match.end)
}

function acts(sentence: AnalyzedSentence, at: number, match: PhraseMatch<CountryForm>): boolean {
  const last = at + match.tokens - 1
  const isBuilding = isContext(sentence.tokens[at], 'building')
  const prefix = match.reading?.prefixes.at(-1)
  if (prefix === 'ب') return false
  if (prefix === 'ل') return !isContext(wordBefore(sentence, at), 'place-noun', 'place-verb')
  const before = wordBefore(sentence, at)
  if (isDateline(sentence, at, last)) return false
  // «وطهران تنفي»: with its own verb a seat acts, whatever it is joined to.
  if (prefix === 'و' && isVerb(sentence.tokens[last + 1]?.key ?? '')) return true
  if (isCoordinated(sentence, at, prefix)) return followsActing(sentence, at)
  if (before === undefined) return isBuilding || opens(sentence, at, last)
  if (isContext(before, 'water', 'treaty') || (!isBuilding && isHeldBy(sentence, at))) return false
  if (isContext(before, 'place-noun', 'place-verb')) return isBuilding && isVerb(before.key)
  if (isContext(before, 'at')) return false
  if (isContext(before, 'direction')) return isExchange(sentence, at, before, isBuilding)
  if (before.key.endsWith('بين')) return isBetweenSeats(sentence, at, last)
  if (isContext(before, 'party')) return true
  if (before.script === 'LATIN') return actsInEnglish(sentence, at, last)
  return isBuilding || !isPreposition(before.key)
}

/** «ولي عهد أبو ظبي», «عمدة لندن»: an office over the city, but «سفير لندن» is Britain's. */
function isHeldBy(sentence: AnalyzedSentence, at: number): boolean {
  return [1, 2, 3].some((back) => {
    const match = offices.matchAt(sentence.tokens, at - back)[0]
    return (
      match?.tokens === back && match.values.every(({ level, kind }) => level !== 'diplomatic' && kind === 'office')
    )
  })
}

/** A seat that opens its clause acts when a verb or a colon follows. */
function opens(sentence: AnalyzedSentence, at: number, last: number): boolean {
  const next = sentence.tokens[last + 1]
  if (next === undefined) return false
  if (next.text === ':') return true
  if (next.script === 'LATIN' && isWord(next)) return actsInEnglish(sentence, at, last)
  return isWord(next) && (isVerb(next.key) || next.key.startsWith('س'))
}

/** «القاهرة - …», «باريس (وكالة) …», «LONDON, March 18»: where a report comes from. */
function isDateline(sentence: AnalyzedSentence, at: number, last: number): boolean {
  const next = sentence.tokens[last + 1]
  const opensText = at === 0 || (at <= 3 && !sentence.tokens.slice(0, at).some((token) => isVerb(token.key)))
  if (!opensText || sentence.field !== 'TEXT' || next === undefined) return false
  return '-–—/(،,'.includes(next.text) && next.kind === 'PUNCTUATION' && at === 0
}

/** Behind و, «and» or a comma a seat is what the one before it is. */
function isCoordinated(sentence: AnalyzedSentence, at: number, prefix: string | undefined): boolean {
  const before = sentence.tokens[at - 1]
  if (before === undefined || (prefix !== 'و' && before.key !== 'and')) return false
  const other = sentence.tokens[before.key === 'and' ? at - 2 : at - 1]
  return other !== undefined && countryAt(sentence, before.key === 'and' ? at - 2 : at - 1)
}

function countryAt(sentence: AnalyzedSentence, at: number): boolean {
  return [0, 1, 2].some((back) => {
    const match = countryForms.matchAt(sentence.tokens, at - back)[0]
    return match !== undefined && match.tokens === back + 1 && match.values.some(({ form }) => form !== 'DEMONYM')
  })
}

/** Whether the seat or country that this one is joined to acts. */
function followsActing(sentence: AnalyzedSentence, at: number): boolean {
  for (let back = 1; back <= 4 && at - back >= 0; back++) {
    const match = countryForms.matchAt(sentence.tokens, at - back)[0]
    if (match === undefined) continue
    return match.values.every(({ form }) => form !== 'METONYM') || acts(sentence, at - back, match)
  }
  return false
}

function isExchange(sentence: AnalyzedSentence, at: number, preposition: Token, isBuilding: boolean): boolean {
  const words = sentence.tokens.slice(Math.max(0, at - REACH), at)
  if (words.some((token) => isContext(token, 'motion', 'route'))) return false
  if (preposition.key.endsWith('على') || preposition.key.endsWith('علي') || preposition.key === 'on') {
    return !words.some((token) => isContext(token, 'attack'))
  }
  return isBuilding || words.some((token) => isContext(token, 'exchange'))
}

/** «بين موسكو ودمشق»: two governments, unless something runs between two cities. */
function isBetweenSeats(sentence: AnalyzedSentence, at: number, last: number): boolean {
  const words = sentence.tokens.slice(Math.max(0, at - REACH), at)
  if (words.some((token) => isContext(token, 'route'))) return false
  const next = countryForms.matchAt(sentence.tokens, last + 1)[0]
  return next?.values.some(({ form }) => form !== 'DEMONYM') === true
}

/** In English a seat acts before a verb and with its possessive, not behind «in» or a motion. */
function actsInEnglish(sentence: AnalyzedSentence, at: number, last: number): boolean {
  const after = wordAfter(sentence, last)
  const before = sentence.tokens.slice(Math.max(0, at - 3), at)
  if (before.some((token) => isContext(token, 'place-noun', 'motion'))) return false
  if (after === undefined) return false
  if (after.text === "'s" || after.text === '’s') return true
  return /(?:ed|s)$/u.test(after.key) || isVerb(after.key)
}
