/**
 * The date that a page prints, in whatever way: a machine's stamp or words that a person reads. The calendar day is the
 * outlet's own and is never moved by a zone.
 */
import { dayOf, readStamp, type Stamp } from './stamps.ts'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** Reads a date that a page or a record gives. Null when there is none. */
export function readDate(text: string): Stamp | null {
  return readStamp(text) ?? dayFirst(text.trim())
}

function dayFirst(text: string): Stamp | null {
  const match = DAY_FIRST.exec(text)
  const day = match === null ? null : dayOf(match[3], match[2], match[1])
  return day === null ? null : { day, instant: null }
}
