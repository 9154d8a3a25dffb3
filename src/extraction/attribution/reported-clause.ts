/** Where words that are only reported begin and end: behind أن, "that" or nothing, up to the next source or speech. */
import type { SentenceView } from '../events/sentence-view.ts'
import { isQuoteMark } from '../events/sentence-view.ts'
import { classAt } from '../events/word-class.ts'
import { accordingLength } from './according.ts'
import type { QuotedSpan } from './quoted-spans.ts'

const VERBAL = ['auxiliary', 'be']

/** أن إن بأن with or without a pronoun, "that", where a statement follows and no wish (أن يزور). */
export function isThat(view: SentenceView, at: number): boolean {
  const token = view.tokens[at]
  if (token === undefined || (view.partyAt[at] ?? -1) >= 0) return false
  if (token.key === 'that') return true
  if (!/^ب?ا?ن(?:ه|ها|هم|هما|نا|ني|ي)?$/u.test(token.key) || !/^ب?ان/u.test(token.key)) return false
  if (/^ب?ان.+/u.test(token.key) || /^[إ]/u.test(token.text)) return true
  const next = view.tokens[at + 1]
  return next === undefined || !/^[ي]/u.test(next.key) || (view.partyAt[at + 1] ?? -1) >= 0 || next.key.length < 4
}

/** English leaves "that" out: "she said ministers would consult". */
export function startsClause(view: SentenceView, at: number, next: number): boolean {
  const token = view.tokens[next]
  const verb = view.verbs[at]?.find((one) => one.speech === 'bare')
  if (token === undefined || token.kind !== 'WORD' || verb === undefined) return false
  if (classAt(view.tokens, next, 'preposition') !== undefined || token.key === 'so' || token.key === 'to') return false
  for (let to = next; to < view.tokens.length && to < next + 25; to++) {
    const word = view.tokens[to]
    if (word === undefined || isQuoteMark(word)) continue
    if (VERBAL.some((name) => classAt(view.tokens, to, name) !== undefined)) return true
    if ((view.verbs[to] ?? []).length > 0) return true
  }
  return false
}

/** Reported words end where the text names its source or somebody speaks again. */
export function contentEnd(
  view: SentenceView,
  from: number,
  to: number,
  quoted: ReadonlyMap<number, QuotedSpan>,
): number {
  for (let at = from; at < to; at++) {
    const quotation = quoted.get(at)
    if (quotation !== undefined) {
      at = quotation.to
      continue
    }
    const token = view.tokens[at]
    if (token === undefined) return at
    if (at > from && /^[.!?؟؛;]$/u.test(token.text)) return at
    const comma = view.tokens[at - 1]?.text
    const parted = comma === '،' || comma === ','
    if (at > from + 2 && parted && (accordingLength(view, at) > 0 || isAside(view, at))) return at - 1
    const joined = (view.verbs[at] ?? []).some((verb) => verb.speech !== null && verb.joined)
    if (at > from + 2 && joined && parted) return at - 1
  }
  return to
}

function isAside(view: SentenceView, at: number): boolean {
  return (view.verbs[at] ?? []).some(
    (verb) => verb.speech !== null && (verb.tense === 'PARTICIPLE' || verb.tense === 'ING'),
  )
}
