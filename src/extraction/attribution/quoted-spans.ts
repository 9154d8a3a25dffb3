/** Quotations by their marks, in every style that news uses: « », “ ”, ” “, " ", ‘ ’. */
import type { SentenceView } from '../events/sentence-view.ts'

/** A quotation: token of its opening mark, and its words `from` … `to` (exclusive). */
export type QuotedSpan = { readonly open: number; readonly from: number; readonly to: number; readonly words: number }

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
  ['”', '“'],
  ['„', '“'],
  ['"', '"'],
  ['‘', '’'],
  ['‹', '›'],
])

/** Quotations of a sentence in order, none within another; one that is never closed runs to the sentence's end. */
export function quotedSpans(view: SentenceView): readonly QuotedSpan[] {
  const { tokens } = view
  const found: QuotedSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const closing = CLOSING.get(tokens[at]?.text ?? '')
    if (closing === undefined) continue
    let to = at + 1
    let words = 0
    while (
      to < tokens.length &&
      tokens[to]?.text !== closing &&
      !(closing === '“' && tokens[to]?.text === '”' && to > at + 1)
    ) {
      if (tokens[to]?.kind !== 'PUNCTUATION') words += 1
      to += 1
    }
    found.push({ open: at, from: at + 1, to, words })
    at = to
  }
  return found
}
