/**
 * A publisher's name glued to a title: behind it by a dash or a bar ("… 200 countries | The Meridian Courier"), or before
 * it by nothing, where a crawler ran the columns of a page together ("الخبر نقل محاكمة …"). As an outlet's name may well
 * open a headline as its subject, the second counts only where the story below opens with a separator that lost its word.
 */
import type { Span } from '../text/span.ts'
import { tokenize } from '../text/tokens.ts'
import { creditRole } from './credit-names.ts'

/** The title without the publisher; the span is in the line. */
export type TitlePublisher = { readonly title: Span; readonly name: string }

/** A separator at the head of a line. */
export const ORPHAN = /^[:：|]\s+/u

const MOST_NAME_WORDS = 4
const HEAD_LENGTH = 120
const SUFFIX = /\s+[|\-–—]\s+([^|]{2,60})$/u

/** Parts the publisher from the title; `below` is the line under it. Null when there is none. */
export function titlePublisher(line: string, below: string): TitlePublisher | null {
  return publisherBehind(line) ?? (ORPHAN.test(below) ? publisherBefore(line) : null)
}

function publisherBehind(line: string): TitlePublisher | null {
  const suffix = SUFFIX.exec(line)
  const name =
    suffix?.[1]
      ?.split(/\s+[|\-–—]\s+/u)
      .at(-1)
      ?.trim() ?? ''
  if (suffix === null || !isPublisher(name)) return null
  const at = line.length - name.length
  const end = line.slice(0, at).replace(/\s*[|\-–—]\s*$/u, '').length
  return { title: { start: 0, end }, name }
}

function publisherBefore(line: string): TitlePublisher | null {
  const tokens = tokenize(line.slice(0, HEAD_LENGTH))
  for (let count = MOST_NAME_WORDS; count > 0; count--) {
    const last = tokens[count - 1]
    const next = tokens[count]
    if (last === undefined || next === undefined || next.kind === 'PUNCTUATION') continue
    const name = line.slice(0, last.end)
    if (isPublisher(name)) return { title: { start: next.start, end: line.length }, name }
  }
  return null
}

function isPublisher(name: string): boolean {
  return ['OUTLET', 'AGENCY'].includes(creditRole(name))
}
