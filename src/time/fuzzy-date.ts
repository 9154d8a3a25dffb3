import type { Span } from '../text/span.ts'

/** How finely a date is known. */
export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR' | 'RANGE'

/** What a date rests on: its own words, words counted from another day, or the page around the text. */
export type DateBasis = 'STATED' | 'RELATIVE_TO_PUBLICATION' | 'RELATIVE_TO_TEXT' | 'PAGE' | 'URL' | 'METADATA'

/** The calendar that the words name; days are always served in the Gregorian one. */
export type Calendar = 'gregory' | 'islamic-umalqura'

/** A day, month, year or range with what it rests on. Days are ISO 8601 calendar dates, never moved by a time zone. */
export type FuzzyDate = {
  /** Extended Date/Time Format, level 0 or an interval: 2025-01-31, 2025-01, 2025, 2025-01-29/2025-01-31. */
  readonly edtf: string
  /** First day that it may be. */
  readonly earliest: string
  /** Last day that it may be. */
  readonly latest: string
  readonly precision: DatePrecision
  readonly basis: DateBasis
  readonly calendar: Calendar
  /** The words that gave it; null when no words of the text did. */
  readonly expression: string | null
}

/** Words of a text that tell a time. */
export type TimeExpression = Span & {
  readonly text: string
  /** Null when it cannot be resolved: "soon", or "yesterday" on a page without a date. */
  readonly date: FuzzyDate | null
  /** The name of the rule that read it. */
  readonly rule: string
}
