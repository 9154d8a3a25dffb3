/** A sentence laid out for reading its acts: who stands where, which words are verbs, where a clause may end. */
import type { Token } from '../../text/tokens.ts'
import type { LocalEntity, MentionAnnotation, RoleAnnotation } from '../annotations.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { FieldTime } from './field-time.ts'
import { findParties } from './parties.ts'
import { type Party, tokenRange } from './party-draft.ts'
import { readVerb, type VerbReading } from './verb-index.ts'
import { classAt } from './word-class.ts'

/** A time expression with the tokens that it takes. */
export type ViewTime = { readonly time: FieldTime; readonly first: number; readonly last: number }

/** A sentence ready for the rules; all numbers are indexes of tokens. */
export type SentenceView = {
  readonly sentence: AnalyzedSentence
  readonly tokens: readonly Token[]
  readonly parties: readonly Party[]
  /** Index of the party that a token belongs to; -1 for none. */
  readonly partyAt: Int32Array
  readonly times: readonly ViewTime[]
  /** 1 where a token tells a time. */
  readonly timeAt: Uint8Array
  /** Readings of a token as a verb where it stands as one. */
  readonly verbs: readonly (readonly VerbReading[])[]
  /** 1 where a new clause begins or the old one is cut off. */
  readonly boundary: Uint8Array
  /** 1 where a new clause begins with this token: "X rejects and Y welcomes". */
  readonly starts: Uint8Array
  readonly latin: boolean
}

const STOPS = new Set(['.', '!', '?', '؟', '؛', ';', ':', '...', '..', '…'])
const QUOTES = new Set(['"', '“', '”', '«', '»', '„', '‟'])

const DASHES = new Set(['-', '–', '—'])
/** Tokens of a date line, its dash included. */
const LONGEST_DATE_LINE = 12

/** Lays out a sentence. */
export function viewSentence(
  sentence: AnalyzedSentence,
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
  roles: readonly RoleAnnotation[],
  times: readonly FieldTime[],
): SentenceView {
  const { tokens } = sentence
  const parties = findParties(sentence, mentions, entities, roles)
  const partyAt = new Int32Array(tokens.length).fill(-1)
  for (const [index, party] of parties.entries()) partyAt.fill(index, party.first, party.last + 1)
  const timeAt = new Uint8Array(tokens.length)
  const viewTimes: ViewTime[] = []
  for (const time of times) {
    const range = tokenRange(tokens, time.start, time.end)
    if (range === null) continue
    viewTimes.push({ time, ...range })
    timeAt.fill(1, range.first, range.last + 1)
  }
  const latin = sentence.tokens.filter((token) => token.script === 'LATIN').length * 2 > tokens.length
  const verbs = tokens.map((_, at) => (partyAt[at] === -1 && timeAt[at] === 0 ? verbsAt(tokens, at, partyAt) : []))
  const boundary = Uint8Array.from(tokens, (_, at) => (isBoundary(tokens, at, partyAt) ? 1 : 0))
  const line = latin || sentence.field === 'HEADLINE' ? -1 : dateLineEnd(tokens, verbs)
  if (line >= 0) boundary[line] = 1
  const starts = new Uint8Array(tokens.length)
  const parted = latin ? parties : parties.map((party) => partedFrom(party, tokens, verbs, starts))
  return { sentence, tokens, parties: parted, partyAt, times: viewTimes, timeAt, verbs, boundary, starts, latin }
}

function verbsAt(tokens: readonly Token[], at: number, partyAt: Int32Array): readonly VerbReading[] {
  const token = tokens[at]
  if (token === undefined) return []
  if (token.script === 'ARABIC' && NEVER.some((name) => classAt(tokens, at, name) !== undefined)) return []
  const after = tokens[at - 1]?.key ?? ''
  const readings = readVerb(token).filter(
    (one) => one.tense !== 'JUSSIVE' || after === 'لم' || after === 'ولم' || after === 'فلم',
  )
  if (readings.length === 0) return readings
  const noun = token.script === 'LATIN' ? !mayBeEnglishVerb(tokens, at, partyAt) : isNounPlace(tokens, at, partyAt)
  return noun ? readings.filter((reading) => !reading.nounLike) : readings
}

/** Words in front of an English verb that might as well be a noun. */
const VERB_CUES = [
  'auxiliary',
  'be',
  'pronoun',
  'relative',
  'complementizer',
  'future',
  'possibility',
  'negation',
  'coordinator',
]
const NEVER = ['preposition', 'subordinator', 'complementizer', 'negation', 'temporal']

/** A word stands as a noun behind a preposition, a deciding verb (تم رفض) or another noun. */
function isNounPlace(tokens: readonly Token[], at: number, partyAt: Int32Array): boolean {
  const before = tokens[at - 1]
  if (before === undefined || before.kind !== 'WORD') return false
  if (partyAt[at - 1] !== -1) return standsBehindVerb(tokens, at - 1, partyAt)
  if (classAt(tokens, at - 1, 'preposition') !== undefined && classAt(tokens, at - 1, 'complementizer') === undefined)
    return true
  if (classAt(tokens, at - 1, 'occurrence') !== undefined) return true
  for (const name of ['complementizer', 'relative', 'subordinator', 'negation', 'future', 'possibility', 'condition']) {
    if (classAt(tokens, at - 1, name) !== undefined) return false
  }
  if (classAt(tokens, at - 1, 'particle') !== undefined) return false
  return readVerb(before).length > 0 || !before.key.startsWith('ال')
}

/** A party that follows its own verb: "أكد بلينكن دعم" goes on with a noun. */
function standsBehindVerb(tokens: readonly Token[], last: number, partyAt: Int32Array): boolean {
  let at = last
  while (at >= 0 && partyAt[at] === partyAt[last]) at -= 1
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD') return false
  return readVerb(token).some((reading) => !reading.nounLike)
}

function mayBeEnglishVerb(tokens: readonly Token[], at: number, partyAt: Int32Array): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (partyAt[at - 1] !== -1) return true
  if (before.key === 'to') return intends(tokens, at - 2)
  return VERB_CUES.some((name) => classAt(tokens, at - 1, name) !== undefined) || /ly$|^,$/u.test(before.key)
}

/** "is to visit", "plans to visit" tell of the visit; "a bid to visit" does not. */
function intends(tokens: readonly Token[], at: number): boolean {
  return classAt(tokens, at, 'future') !== undefined || classAt(tokens, at, 'be') !== undefined
}

function isBoundary(tokens: readonly Token[], at: number, partyAt: Int32Array): boolean {
  const token = tokens[at]
  if (token === undefined) return true
  if (token.kind === 'PUNCTUATION') return STOPS.has(token.text)
  if (partyAt[at] !== -1 || token.kind !== 'WORD') return false
  if (token.key === 'and') return false
  return ['complementizer', 'relative', 'subordinator'].some((name) => classAt(tokens, at, name) !== undefined)
}

/** "عمان (وكالة) - أعلن": the dash behind a date line; -1 where there is none. */
function dateLineEnd(tokens: readonly Token[], verbs: SentenceView['verbs']): number {
  for (let at = 1; at < tokens.length && at <= LONGEST_DATE_LINE; at++) {
    if (DASHES.has(tokens[at]?.text ?? '')) return (tokens[at + 1]?.start ?? 0) > (tokens[at]?.end ?? 0) ? at : -1
    if ((verbs[at - 1] ?? []).length > 0) return -1
  }
  return -1
}

/** A coordinated party with a verb of its own, in the singular, opens a clause: "ترحب طهران والرياض ترفض". */
function partedFrom(party: Party, tokens: readonly Token[], verbs: SentenceView['verbs'], starts: Uint8Array): Party {
  if (!party.added) return party
  let next = party.last + 1
  while (classAt(tokens, next, 'particle') !== undefined || classAt(tokens, next, 'negation') !== undefined) next += 1
  const own = (verbs[next] ?? []).some((verb) => !verb.nounLike && !verb.joined && !verb.plural && !isParticiple(verb))
  if (!own) return party
  starts[party.first] = 1
  return { ...party, joined: false }
}

function isParticiple(verb: VerbReading): boolean {
  return verb.tense === 'PARTICIPLE'
}

/** A quotation mark. */
export function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && QUOTES.has(token.text)
}
