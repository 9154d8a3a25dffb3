/**
 * The date that a page prints, in whatever way: a machine's stamp or words that a person reads. The calendar day is the
 * outlet's own and is never moved by a zone.
 */
import type { Line } from './lines.ts'
import { dayOf, readStamp, type Stamp } from './stamps.ts'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const MOST_DATE_WORDS = 14

/** Reads a date that a page or a record gives. Null when there is none. */
export function readDate(text: string): Stamp | null {
  return readStamp(text) ?? dayFirst(text.trim())
}

/** True for a line that is a date and nothing else. */
export function isDateLine(line: Line): boolean {
  return line.words <= MOST_DATE_WORDS && /\p{N}/u.test(line.text) && readDate(line.text) !== null
}

function dayFirst(text: string): Stamp | null {
  const match = DAY_FIRST.exec(text)
  const day = match === null ? null : dayOf(match[3], match[2], match[1])
  return day === null ? null : { day, instant: null }
}
