/**
 * Days and instants that machines wrote: a crawler's stamp, the date in an address, the date in a record's number.
 * A day is what stands there, an instant only what stands there with its zone; neither is moved.
 */

import { epochDay, isoDay } from '../time/calendar.ts'
import type { Calendar } from '../time/fuzzy-date.ts'
import { instantOn, offsetMinutes } from '../time/instant.ts'

/** A machine's date: the day as written, Gregorian, the instant where a zone stands beside the time. */
export type Stamp = { readonly day: string; readonly instant: string | null; readonly calendar: Calendar }

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const ISO =
  /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T@\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|GMT|UTC|[+\-−]\d{2}(?::?\d{2})?)?)?$/iu
/** As wires write it: 20140829T134951+0000. */
const BASIC_ISO = /^((?:19|20)\d{2})()(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i
/** Years that programs of the Hijri calendar write into the same fields; no news is older. */
const HIJRI_YEARS = { first: 1300, last: 1500 }
const YEAR = '((?:19|20)\\d{2})'
const NUMBER = '(\\d{1,2})'
/** Year first: /2024/4/13/, /2024-04-13-title. */
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}([/-])${NUMBER}\\2${NUMBER}(?!\\d)`)
/** Day first: /13/04/2024/, /13-04-2024-title. */
const DAY_FIRST = new RegExp(`(?<!\\d)${NUMBER}([/-])${NUMBER}\\2${YEAR}(?!\\d)`)
/** The month by its English name: /2024/apr/13/. */
const NAMED_MONTH = new RegExp(`/${YEAR}/(${MONTHS.join('|')})[a-z]*/${NUMBER}(?!\\d)`, 'i')
/** The year, the sections that the story is filed under, month and day: /2013/middle_east/8/3/. */
const FILED = new RegExp(`/${YEAR}/(?:[a-z][^/]*/){1,3}${NUMBER}/${NUMBER}/`, 'i')
const COMPACT_YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/
const COMPACT_DAY_FIRST = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/

/** Reads a stamp that is nothing else: 2025-03-03@18:39:16 GMT. Null when the text is more or other than one. */
export function readStamp(text: string): Stamp | null {
  const match = ISO.exec(text.trim()) ?? BASIC_ISO.exec(text.trim())
  if (match === null) return null
  const [, year, , month, date, hour, minute, second = '0', zone] = match
  const isHijri = Number(year) >= HIJRI_YEARS.first && Number(year) <= HIJRI_YEARS.last
  const calendar = isHijri ? 'islamic-umalqura' : 'gregory'
  const day = dayOf(year, month, date, calendar)
  if (day === null) return null
  const offset = hour === undefined || zone === undefined ? null : offsetMinutes(zone)
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), offset }
  return { day, instant: instantOn(day, clock), calendar }
}

/** The day that an address carries, whichever way round: /2024/4/13/, /2024-04-13/, /13-04-2024/, /20180508-title. */
export function dayInUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  const filed = FILED.exec(path)
  return parted(path) ?? (filed === null ? null : dayOf(filed[1], filed[2], filed[3])) ?? named(path) ?? compact(path)
}

/** The day that a record's number carries: JA-politic-285-20131029, JA-politic-83-29102013, x-29-10-2013. */
export function dayInId(id: string): string | null {
  return parted(id) ?? compact(id)
}

function parted(text: string): string | null {
  const yearFirst = YEAR_FIRST.exec(text)
  const day = yearFirst === null ? null : dayOf(yearFirst[1], yearFirst[3], yearFirst[4])
  const dayFirst = day === null ? DAY_FIRST.exec(text) : null
  return dayFirst === null ? day : dayOf(dayFirst[4], dayFirst[3], dayFirst[1])
}

function named(path: string): string | null {
  const match = NAMED_MONTH.exec(path)
  if (match === null) return null
  return dayOf(match[1], String(MONTHS.indexOf(match[2]?.toLowerCase() ?? '') + 1), match[3])
}

function compact(text: string): string | null {
  const yearFirst = COMPACT_YEAR_FIRST.exec(text)
  const day = yearFirst === null ? null : dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = day === null ? COMPACT_DAY_FIRST.exec(text) : null
  return dayFirst === null ? day : dayOf(dayFirst[3], dayFirst[2], dayFirst[1])
}

/** YYYY-MM-DD, Gregorian, when the calendar has such a day, else null. */
function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  calendar: Calendar = 'gregory',
): string | null {
  const found = epochDay(calendar, { year: Number(year), month: Number(month), day: Number(day) })
  return found === null ? null : isoDay(found)
}
