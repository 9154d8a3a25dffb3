/**
 * What stands behind a word that tells of an act, place by place: parties with the preposition that governs them,
 * parties inside a longer phrase (تسليم الأسد: Assad is only spoken of), and things that are no party.
 */
import type { SentenceView } from './sentence-view.ts'
import { classAt } from './word-class.ts'

/** A party and its place; `slot` is `np` without a preposition, `agent` behind "by". Party -1 is a pronoun (عنه). */
export type Slot = {
  readonly party: number
  readonly slot: string
  /** It only belongs to another noun in that place. */
  readonly nested: boolean
  /** No other noun without a preposition stands between the act and it. */
  readonly direct: boolean
}

/** The places of a clause and where the clause ends. */
export type Slots = {
  readonly slots: readonly Slot[]
  readonly end: number
  /** Something stands there that is no party: the object of an active verb, or its subject. */
  readonly thing: boolean
  /** The same, in front of any preposition. */
  readonly early: boolean
}

/** A preposition with a pronoun: عنه, بها, عليهم. */
const PRONOUN = /^(ب|ل|عن|من|علي|الي|مع|ضد|في)(?:ه|ها|هم|هما)$/u
const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
])

/** Reads the places from token `from` up to the clause's end; words in `own` belong to the act itself. */
export function readSlots(
  view: SentenceView,
  from: number,
  own: readonly number[],
  frame: ReadonlyMap<string, unknown>,
): Slots {
  const slots: Slot[] = []
  let slot = 'np'
  let headed = false
  let things = 0
  let early = false
  let governed = false
  let at = from
  for (; at < view.tokens.length; at++) {
    const token = view.tokens[at]
    if (token === undefined || view.boundary[at] === 1 || (at > from && view.starts[at] === 1)) break
    if (own.includes(at)) {
      slot = 'np'
      headed = false
      continue
    }
    if (view.timeAt[at] === 1 || isFiller(view, at)) continue
    const index = view.partyAt[at] ?? -1
    const party = view.parties[index]
    if (party !== undefined) {
      if (party.joined && slots.length > 0 && party.preposition === null) {
        const before = slots[slots.length - 1]
        if (before !== undefined) slots.push({ ...before, party: index })
      } else {
        const ruled = party.preposition !== null
        const agent = slot === 'agent' && !headed
        const place = agent ? 'agent' : ruled ? (party.preposition ?? 'np') : headed ? slot : 'np'
        slots.push({ party: index, slot: place, nested: !ruled && !agent && headed, direct: things === 0 })
      }
      at = party.last
      // "أمام دبلوماسيين أوروبيين": what describes unnamed people stands in their place.
      headed = party.kind === 'UNNAMED' && party.preposition !== null
      slot = headed ? (party.preposition ?? 'np') : 'np'
      continue
    }
    if ((view.verbs[at] ?? []).length > 0) break
    if (token.kind === 'NUMBER') {
      if (slot === 'np' && !headed) {
        things += 1
        early ||= !governed
      }
      headed = true
      continue
    }
    if (token.kind !== 'WORD') {
      if (/^[,،]$/u.test(token.text) && /^وه[ويم]ا?$/u.test(view.tokens[at + 1]?.key ?? '')) break
      const closing = OPENING.get(token.text)
      if (closing !== undefined) at = indexOf(view, closing, at)
      continue
    }
    const agent = classAt(view.tokens, at, 'agent-preposition')
    if (agent !== undefined) {
      slot = 'agent'
      headed = false
      at += agent.words.length - 1
      continue
    }
    const pronoun = PRONOUN.exec(token.key)?.[1]
    if (pronoun !== undefined) {
      slots.push({ party: -1, slot: pronoun, nested: false, direct: false })
      continue
    }
    const preposition = classAt(view.tokens, at, 'preposition')
    if (preposition !== undefined) {
      slot = preposition.words[0] ?? 'np'
      governed = true
      headed = false
      continue
    }
    const glued = gluedPreposition(view, at, frame)
    if (glued !== null) {
      slot = glued
      headed = true
      continue
    }
    if (slot === 'np' && !headed) {
      things += 1
      early ||= !governed
    }
    headed = true
  }
  return { slots, end: at, thing: things > 0, early }
}

/** A word that stands in no place: the clause goes on around it. */
function isFiller(view: SentenceView, at: number): boolean {
  return ['adverb', 'particle'].some((name) => classAt(view.tokens, at, name) !== undefined)
}

function gluedPreposition(view: SentenceView, at: number, frame: ReadonlyMap<string, unknown>): string | null {
  const token = view.tokens[at]
  if (token === undefined || token.script !== 'ARABIC') return null
  const key = token.key.replace(/^[وف](?=[بل])/u, '')
  if (/^بال/u.test(key) || (key.startsWith('ب') && frame.has('ب') && key.length > 3)) return 'ب'
  if (/^لل/u.test(key) || (key.startsWith('ل') && frame.has('ل') && key.length > 3)) return 'ل'
  return null
}

function indexOf(view: SentenceView, text: string, from: number): number {
  for (let at = from; at < view.tokens.length && at < from + 15; at++) if (view.tokens[at]?.text === text) return at
  return from
}
