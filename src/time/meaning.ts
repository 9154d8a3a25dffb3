/** What words tell of a time before anybody knows which day they count from. */
import type { Calendar } from './fuzzy-date.ts'

/** Last, this, next: -1, 0, 1; the one before last, the one after next: -2, 2. */
export type Direction = -2 | -1 | 0 | 1 | 2

export type TimeUnit = 'DAY' | 'WEEK' | 'WEEKEND' | 'MONTH' | 'YEAR' | 'DECADE' | 'CENTURY'

/** A date as far as it is told. A null year or month is the one that the neighbours of the words or today suggest. */
export type PartialDate = {
  readonly calendar: Calendar
  readonly year: number | null
  /** Null with a null `monthOffset` for a year alone. */
  readonly month: number | null
  readonly day: number | null
  /** Last day of a stretch within one month. */
  readonly lastDay: number | null
  readonly weekday: number | null
  /** Last, this or next such month or year; null when not told. */
  readonly direction: Direction | null
  /** Direction of the year, where the month has its own: "September of last year". */
  readonly yearOffset: number | null
  /** Months from this one instead of a month: "the tenth of this month". */
  readonly monthOffset: number | null
}

/** A century by its number, or counted from this one. */
export type CenturyTold = { readonly number: number } | { readonly offset: Direction }

export type TimeMeaning =
  /** So many days from today, with the weekday or date that the words give beside it. */
  | { readonly kind: 'DAY'; readonly days: number; readonly weekday: number | null; readonly date: PartialDate | null }
  | {
      readonly kind: 'WEEKDAY'
      readonly weekday: number
      /** Second weekday of "the night Friday to Saturday". */
      readonly to: number | null
      readonly direction: Direction | null
    }
  | { readonly kind: 'DATE'; readonly date: PartialDate }
  /** Years, both told. */
  | { readonly kind: 'YEARS'; readonly first: number; readonly last: number; readonly calendar: Calendar }
  /** This, last, next week, month, year. */
  | { readonly kind: 'PERIOD'; readonly unit: TimeUnit; readonly offset: number }
  /** Three days ago, in two weeks: `count` is negative for the past. */
  | { readonly kind: 'DISTANCE'; readonly unit: TimeUnit; readonly count: number }
  /** Days from the time that was told before. */
  | { readonly kind: 'THEN'; readonly days: number }
  | {
      readonly kind: 'SEASON'
      readonly month: number
      readonly year: number | null
      readonly direction: Direction | null
    }
  /** Centuries by their number: the 19th. */
  | { readonly kind: 'CENTURY'; readonly number: number }
  /** Decades of a century, the first to the tenth. */
  | { readonly kind: 'DECADE_OF_CENTURY'; readonly decade: number; readonly century: CenturyTold }
  /** A night between two days: `days` from today to its first. */
  | { readonly kind: 'NIGHT'; readonly days: number }
  | { readonly kind: 'VAGUE' }

/** A date with nothing told, to spread over. */
export const UNTOLD: PartialDate = {
  calendar: 'gregory',
  year: null,
  month: null,
  day: null,
  lastDay: null,
  weekday: null,
  direction: null,
  yearOffset: null,
  monthOffset: null,
}
