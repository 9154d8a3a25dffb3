/** Builds dates of every precision out of days. */
import { calendarDay, type EpochDay, isoDay, periodDays } from './calendar.ts'
import type { Calendar, DateBasis, FuzzyDate } from './fuzzy-date.ts'

/** What a date is made with beside its days. */
export type Ground = { readonly basis: DateBasis; readonly calendar: Calendar; readonly expression: string | null }

/** One day. */
export function fuzzyDay(day: EpochDay, ground: Ground): FuzzyDate {
  const iso = isoDay(day)
  return { edtf: iso, earliest: iso, latest: iso, precision: 'DAY', ...ground }
}

/** Some day from `first` to `last`. */
export function fuzzyRange(first: EpochDay, last: EpochDay, ground: Ground): FuzzyDate {
  if (first >= last) return fuzzyDay(first, ground)
  const [earliest, latest] = [isoDay(first), isoDay(last)]
  return { edtf: `${earliest}/${latest}`, earliest, latest, precision: 'RANGE', ...ground }
}

/** A month, or a year when `month` is null; a Hijri one is a range of days. Null when the calendar has none such. */
export function fuzzyPeriod(year: number, month: number | null, ground: Ground): FuzzyDate | null {
  const days = periodDays(ground.calendar, year, month)
  if (days === null) return null
  if (ground.calendar !== 'gregory') return fuzzyRange(days.first, days.last, ground)
  const [earliest, latest] = [isoDay(days.first), isoDay(days.last)]
  const edtf = earliest.slice(0, month === null ? 4 : 7)
  return { edtf, earliest, latest, precision: month === null ? 'YEAR' : 'MONTH', ...ground }
}

/** Years from `first` to `last`. */
export function fuzzyYears(first: number, last: number, ground: Ground): FuzzyDate | null {
  const begin = periodDays(ground.calendar, first, null)
  const end = periodDays(ground.calendar, last, null)
  if (begin === null || end === null) return null
  const range = fuzzyRange(begin.first, end.last, ground)
  return ground.calendar === 'gregory' ? { ...range, edtf: `${pad(first)}/${pad(last)}` } : range
}

/** The month that holds `day`, moved by `months`. */
export function monthOf(day: EpochDay, months: number): { year: number; month: number } {
  const { year, month } = calendarDay('gregory', day)
  const index = year * 12 + month - 1 + months
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

function pad(year: number): string {
  return String(year).padStart(4, '0')
}
