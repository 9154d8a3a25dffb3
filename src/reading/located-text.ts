/**
 * A text that does not stand in the document as it reads: escapes were undone, markup taken out, pieces joined. It knows
 * of each of its code units where it comes from.
 */
import type { Span } from '../text/span.ts'

/** A text with the document offset of each code unit, and of its end as a last one. */
export type LocatedText = { readonly text: string; readonly offsets: ArrayLike<number> }

/** A stretch of the document that reads as it stands. */
export function sliceOf(document: string, span: Span): LocatedText {
  const length = span.end - span.start
  const offsets = new Uint32Array(length + 1)
  for (let at = 0; at <= length; at++) offsets[at] = span.start + at
  return { text: document.slice(span.start, span.end), offsets }
}

/** Several texts as one, a separator between them; the separator comes from nowhere. */
export function joinLocated(pieces: readonly LocatedText[], separator: string): LocatedText {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0]
  const offsets: number[] = []
  for (const piece of pieces) {
    const end = piece.offsets[piece.text.length] ?? 0
    for (let at = 0; at < piece.text.length; at++) offsets.push(piece.offsets[at] ?? 0)
    for (let at = 0; at < separator.length; at++) offsets.push(end)
  }
  offsets.length = Math.max(0, offsets.length - separator.length)
  const last = pieces.at(-1)
  offsets.push(last?.offsets[last.text.length] ?? 0)
  return { text: pieces.map((piece) => piece.text).join(separator), offsets: Uint32Array.from(offsets) }
}

/** Where a span of the text stands in the document. */
export function placeIn(located: LocatedText, span: Span): Span {
  const start = located.offsets[span.start] ?? 0
  return { start, end: Math.max(start, located.offsets[span.end] ?? start) }
}
