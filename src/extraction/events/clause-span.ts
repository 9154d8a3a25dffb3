/** The words of a clause as a reader would cut them: whole quotations, no particle left hanging, no و in front. */

import { foldKey } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { Token } from '../../text/tokens.ts'
import { quotedSpans } from '../attribution/quoted-spans.ts'
import { isSpeech } from '../attribution/speech.ts'
import type { SentenceView } from './sentence-view.ts'
import { classAt } from './word-class.ts'

/** Words that a clause cannot end with: what they open goes on. */
const HANGING = [
  'negation',
  'relative',
  'complementizer',
  'preposition',
  'subordinator',
  'coordinator',
  'future',
  'possibility',
  'temporal',
  'condition',
  'aside',
  'particle',
  'hanging',
  'auxiliary',
  'be',
]
/** Farthest behind a cut that the end of its quotation may be, in tokens. */
const REACH = 30

/** Offsets of the clause in tokens `start` … `end` (exclusive) around its words `at` … `last`; `prefix` stands before them. */
export function clauseSpan(
  view: SentenceView,
  start: number,
  end: number,
  at: number,
  last: number,
  prefix: string,
): Span {
  // "لم يعترض": what denies the act is part of it.
  const denied = start >= at && classAt(view.tokens, at - 1, 'negation') !== undefined
  const first = denied ? at - 1 : Math.min(start, at)
  let to = Math.max(end, last + 1)
  for (const { open, from, to: close } of quotedSpans(view)) {
    if (open >= to || close < to || first >= from) continue
    to = close - to <= REACH ? close + 1 : Math.max(open, last + 1)
  }
  while (to - 1 > last && hangs(view, to - 1)) to -= 1
  const head = view.tokens[first]
  const tail = view.tokens[Math.min(to, view.tokens.length) - 1]
  const added = view.parties[view.partyAt[first] ?? -1]?.added === true
  const cut = head === undefined ? 0 : lengthOf(head, first === at ? prefix : added ? 'و' : '')
  return { start: (head?.start ?? view.sentence.start) + cut, end: tail?.end ?? view.sentence.end }
}

function hangs(view: SentenceView, at: number): boolean {
  const token = view.tokens[at]
  if (token === undefined) return true
  if (token.kind === 'PUNCTUATION') return !/^[»”"’)\]%]$/u.test(token.text) && token.text !== "'"
  if ((view.partyAt[at] ?? -1) >= 0 || view.timeAt[at] === 1) return false
  if (isSpeech(view, at)) return true
  return HANGING.some((name) => classAt(view.tokens, at, name)?.words.length === 1)
}

/** How many of a token's characters are its folded prefix. */
function lengthOf(token: Token, prefix: string): number {
  if (prefix === '') return 0
  for (let length = token.text.length - 1; length > 0; length--) {
    if (foldKey(token.text.slice(0, length)) === prefix) return length
  }
  return 0
}
