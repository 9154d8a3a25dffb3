/**
 * Reads the date line of a page, in any of the forms that pages print: "السبت 1 فبراير 2025", "1st, February 2025",
 * ISO 8601, RFC 822 with its broken variants, 11/04/2017 (day first), ١٤٣٩/٩/٢٦هـ, "أغسطس 8, 2015, 1:16 ص".
 *
 * The day is the printed one and is never moved by a time zone; an instant is given only where the zone is printed.
 */
import type { Span } from '../text/span.ts'
import { parseIsoDay, weekdayOf } from './calendar.ts'
import { type Clock, readClock } from './clock.ts'
import { findTimes } from './find-times.ts'
import type { Calendar } from './fuzzy-date.ts'
import { instantOn } from './instant.ts'
import type { PartialDate, TimeMeaning } from './meaning.ts'
import { resolvePartial } from './partial-date.ts'
import { weekdayName } from './text-today.ts'
import { readTimeText } from './words.ts'

/** What a date line says. */
export type PrintedDate = {
  /** YYYY-MM-DD, Gregorian. */
  readonly day: string
  /** HH:MM:SS as printed, in the page's own zone; null when no time is printed. */
  readonly time: string | null
  /** RFC 3339 in UTC; null unless time and zone are printed. */
  readonly instant: string | null
  /** The calendar that the line names the day in. */
  readonly calendar: Calendar
  /** Where the date stands in the line, without the time. */
  readonly span: Span
  /** One English sentence when the printed weekday is not that day's. */
  readonly contradiction: string | null
}

/** No date line is longer; what is, is prose. */
const LONGEST_LINE = 400

/** The first whole date of a line; null when it has none. */
export function readPrintedDate(line: string): PrintedDate | null {
  if (line.length > LONGEST_LINE) return null
  const text = readTimeText(withoutCapitals(line), { start: 0, end: line.length })
  for (const match of findTimes(text)) {
    const date = dateOf(match.meaning)
    if (date === null || date.year === null || date.day === null || date.lastDay !== null) continue
    const found = resolvePartial(date, { today: null, basis: 'PAGE', before: null }, null, '')
    if (found?.precision !== 'DAY') continue
    const clock = readClock(text)
    return {
      day: found.edtf,
      time: clock === null ? null : clockTime(clock),
      instant: clock === null ? null : instantOn(found.edtf, clock),
      calendar: found.calendar,
      span: { start: match.start, end: match.end },
      contradiction: contradictionOf(found.edtf, date.weekday),
    }
  }
  return null
}

/** WED, 23 MAY 2012: names of days and months are known in title case. The length stays. */
function withoutCapitals(line: string): string {
  return line.replace(/\p{Lu}{3,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function dateOf(meaning: TimeMeaning): PartialDate | null {
  if (meaning.kind === 'DATE') return meaning.date
  return meaning.kind === 'DAY' ? meaning.date : null
}

function clockTime({ hour, minute, second }: Clock): string {
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
}

function contradictionOf(iso: string, told: number | null): string | null {
  const day = parseIsoDay(iso)
  if (day === null || told === null || weekdayOf(day) === told) return null
  return `The page prints ${weekdayName(told)}, but ${iso} was a ${weekdayName(weekdayOf(day))}; the date is kept.`
}
