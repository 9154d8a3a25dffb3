/**
 * Takes the desk's own marks off the end of an agency's text: the initials of who wrote and who passed it ("hh/ph/ts/hd",
 * "دص/ب ق"), a credit in brackets ("(Reporting by … Editing by …)", "(إعداد … - تحرير …)"), three hashes or a line of
 * dashes. They are for the desks that the text goes to, not for readers.
 */
import type { Span } from '../../text/span.ts'
import { type LocatedText, placeIn } from '../located-text.ts'

const INITIALS = /^(?:[\p{L}\p{M}]{1,4}(?: [\p{L}\p{M}]{1,3})?)(?:[/.][\p{L}\p{M}]{1,4}(?: [\p{L}\p{M}]{1,3})?)+$/u
const BRACKETED = /^\([^\n]{4,600}\)\.?$/u
const RULE = /^(?:#{2,}|-{2,}|_{2,}|\*{2,}|[-–—]?\s*(?:END|ENDS|30|انتهى)\s*[-–—]?)\.?$/u
const MOST_MARKS = 4

/** A text without such marks, and where they stand in the document. */
export type MarkedText = { readonly text: LocatedText; readonly marks: readonly Span[] }

/** Parts the marks from a text whose paragraphs are parted by line breaks. A text that holds nothing else is kept. */
export function splitDeskMarks(body: LocatedText): MarkedText {
  const marks: Span[] = []
  let end = body.text.trimEnd().length
  while (marks.length < MOST_MARKS) {
    const start = body.text.lastIndexOf('\n', end - 1) + 1
    const line = body.text.slice(start, end).trim()
    const rest = body.text.slice(0, start).trimEnd().length
    if (rest === 0 || !isMark(line)) break
    marks.push(placeIn(body, { start, end }))
    end = rest
  }
  const offsets = Uint32Array.from({ length: end + 1 }, (_, at) => body.offsets[at] ?? 0)
  return { text: { text: body.text.slice(0, end), offsets }, marks: marks.reverse() }
}

function isMark(line: string): boolean {
  return INITIALS.test(line) || BRACKETED.test(line) || RULE.test(line)
}
