/**
 * Days as whole numbers and back: the Gregorian calendar by `Date.UTC`, the Hijri one by the Umm al-Qura tables of ICU.
 * No clock and no time zone comes in.
 */
import type { Calendar } from './fuzzy-date.ts'

/** Days since 1970-01-01. */
export type EpochDay = number

/** A day as a calendar counts it. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

const MILLISECONDS = 86_400_000
const HIJRI = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
/** Years that the Umm al-Qura tables of ICU hold, 1882-11-12 to 2174-11-25; outside them ICU counts by arithmetic. */
const UMM_AL_QURA = { first: 1300, last: 1600 }
/** 1 Muharram 1 of the tabular calendar, 622-07-19. */
const HIJRI_EPOCH = -492_148

/** The number of a day; null when the calendar has no such day. */
export function epochDay(calendar: Calendar, { year, month, day }: CalendarDay): EpochDay | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1 && year <= 9999)) return null
  return calendar === 'gregory' ? gregorianDay(year, month, day) : hijriDay(year, month, day)
}

/** Whether days of this year are known; those of a Hijri year outside the tables may be one off either way. */
export function isTabulated(calendar: Calendar, year: number): boolean {
  return calendar === 'gregory' || (year >= UMM_AL_QURA.first && year <= UMM_AL_QURA.last)
}

/** YYYY-MM-DD. */
export function isoDay(day: EpochDay): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10)
}

/** The number of an ISO day; null when the string is none. */
export function parseIsoDay(iso: string): EpochDay | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso)
  if (parts === null) return null
  return epochDay('gregory', { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) })
}

/** Year, month and day of a day. */
export function calendarDay(calendar: Calendar, day: EpochDay): CalendarDay {
  if (calendar === 'gregory') {
    const date = new Date(day * MILLISECONDS)
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  }
  const parts = { year: 0, month: 0, day: 0 }
  for (const { type, value } of HIJRI.formatToParts(new Date(day * MILLISECONDS))) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value)
  }
  return parts
}

/** First and last day of a month, or of a year when `month` is null; null when the calendar has none such. */
export function periodDays(
  calendar: Calendar,
  year: number,
  month: number | null,
): { first: EpochDay; last: EpochDay } | null {
  const first = epochDay(calendar, { year, month: month ?? 1, day: 1 })
  const next =
    month === null || month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  const after = epochDay(calendar, next)
  return first === null || after === null ? null : { first, last: after - 1 }
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The nearest such weekday at or before `day`. */
export function weekdayAtOrBefore(day: EpochDay, weekday: number): EpochDay {
  return day - ((weekdayOf(day) - weekday + 7) % 7)
}

/** The nearest such weekday at or after `day`. */
export function weekdayAtOrAfter(day: EpochDay, weekday: number): EpochDay {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}

function gregorianDay(year: number, month: number, day: number): EpochDay | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 ? Math.round(date.getTime() / MILLISECONDS) : null
}

/** Guesses by the tabular calendar, which is never far off, and corrects by what ICU says of the guess. */
function hijriDay(year: number, month: number, day: number): EpochDay | null {
  let guess =
    HIJRI_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
  for (let round = 0; round < 6; round++) {
    const found = calendarDay('islamic-umalqura', guess)
    const months = (year - found.year) * 12 + month - found.month
    if (months === 0 && found.day === day) return guess
    guess += Math.round(months * 29.53) + day - found.day
  }
  return null
}
