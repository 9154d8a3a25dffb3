/** What single lines of a story are by their shape: subheadings, pointers to other stories, tags, who prepared a report. */
import { pageFurniture } from '../lexicon/page-furniture.ts'
import type { Span } from '../text/span.ts'
import { matchForm } from './furniture.ts'
import { bulletLength, isHeadlineLike } from './line-shape.ts'
import { type Line, lineAt } from './lines.ts'

const MOST_SIGN_OFF_WORDS = 40
const BRACKETS = /^[([].*[)\]]\.?$/su
const HASHTAGS = /^(?:#[\p{L}\p{N}_]+[\s،,|]*)+$/u
const POINTER = /^(?:>{2,}|»{2,}|[◄►▶◀⬅←👈■])\s*/u
const FEWEST_POINTED_WORDS = 4
const MOST_SUBHEADING_WORDS = 12
const ENDS_LIKE_PROSE = /[.،,؛:]$/u

/** Who prepared and edited a report, in brackets under it: "(Reporting by …; Editing by …)". They are not its authors. */
export function isSignOff(line: Line): boolean {
  if (line.words > MOST_SIGN_OFF_WORDS || !BRACKETS.test(line.text)) return false
  const first = line.head.findIndex((token) => token.kind !== 'PUNCTUATION')
  const forms = pageFurniture.get(line.head[first]?.key ?? '') ?? []
  return forms.some((form) => form.key === 'BYLINE' && matchForm(form, line.head, first) !== null)
}

/** Another story's headline behind an arrow. */
export function isPointer(line: Line): boolean {
  return line.words >= FEWEST_POINTED_WORDS && isHeadlineLike(line) && POINTER.test(line.text)
}

/** A few words over a paragraph. */
export function isSubheading(line: Line): boolean {
  return (
    isHeadlineLike(line) &&
    line.words <= MOST_SUBHEADING_WORDS &&
    !ENDS_LIKE_PROSE.test(line.text) &&
    bulletLength(line.text) === 0
  )
}

/** A stretch of a line as a line of its own. */
export function part(line: Line, span: Span): Line {
  const inner = lineAt(line.text, span, false)
  return { ...inner, start: inner.start + line.start, end: inner.end + line.start }
}

/** The words of a stretch. */
export function slice(line: Line, span: Span): string {
  return line.text.slice(span.start, span.end).trim()
}

/** A line of hashtags and nothing else. */
export function isHashtags(line: Line): boolean {
  return HASHTAGS.test(line.text)
}

/** How long the arrow is that a pointer begins with. */
export function pointerLength(line: Line): number {
  return POINTER.exec(line.text)?.[0].length ?? 0
}
