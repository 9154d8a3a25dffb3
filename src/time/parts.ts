/** Parts that several rules share: a day of the month, a month with its second name, a year with its calendar. */
import type { Calendar } from './fuzzy-date.ts'
import { type Direction, type PartialDate, UNTOLD } from './meaning.ts'
import { digits, literal, type Matcher, map, oneOf, optional, sequence, word, type Year } from './pattern.ts'
import type { TimeText } from './words.ts'

/** A month of one calendar. */
export type Month = { readonly month: number; readonly calendar: Calendar; readonly strength: string }

/** A month counted from this one. */
type MonthOffset = { readonly monthOffset: number }

const DIRECTIONS: readonly Direction[] = [-2, -1, 0, 1, 2]
/** Hijri years of the news lie between these, and no Gregorian year of the news does. */
const HIJRI_YEARS = { first: 1300, last: 1500 }

/** A day of the month in digits or as an ordinal. */
const dayOfMonth: Matcher<number> = oneOf(
  digits(1, 31),
  map(word('ORDINAL'), (found) => (found.value <= 31 ? found.value : null)),
)

const monthName: Matcher<Month> = map(word('MONTH'), (found) => ({
  month: found.value,
  calendar: found.calendar,
  strength: found.strength,
}))

/** A month, alone or under two names: مايو/ أيار, أغسطس (آب). Two names make each other certain. */
export const month: Matcher<Month> = oneOf(
  map(
    sequence({
      first: monthName,
      open: literal('/', '(', '-'),
      second: monthName,
      close: optional(literal(')')),
    }),
    ({ first, second }) => (first.month === second.month ? { ...first, strength: 'strong' } : null),
  ),
  monthName,
)

/** A year of four digits with its era where it is written. */
export const year: Matcher<Year> = map(
  sequence({ number: digits(1000, 2199, 4), era: optional(word(['HIJRI', 'GREGORIAN'])) }),
  ({ number, era }) => ({ year: number, calendar: calendarOf(number, era?.kind ?? null) }),
)

/** The calendar of a year by its era, or by its number where no era is written. */
export function calendarOf(number: number, era: string | null): Calendar {
  if (era !== null) return era === 'HIJRI' ? 'islamic-umalqura' : 'gregory'
  return number >= HIJRI_YEARS.first && number <= HIJRI_YEARS.last ? 'islamic-umalqura' : 'gregory'
}

/** A weekday; `context` forms only where the caller has a word that makes them one. */
export function weekday(context = false): Matcher<number> {
  return map(
    word('WEEKDAY', (found) => context || found.strength === 'strong'),
    (found) => found.value,
  )
}

/** Last, this, next, written behind its noun. */
export const direction: Matcher<Direction> = map(word('DIRECTION'), (found) => asDirection(found.value))

/** A count of things: digits or a cardinal. */
export const count: Matcher<number> = oneOf(
  digits(1, 999),
  map(word('CARDINAL'), (found) => found.value),
)

/** A direction from a number of the lexicon. */
export function asDirection(value: number): Direction {
  return DIRECTIONS.find((direction) => direction === value) ?? 0
}

/** The same behind و: "the fifth and seventh". */
function conjoined<V>(matcher: Matcher<V>): Matcher<V> {
  return (text, at) => ((text.tokens[at]?.key ?? '').startsWith('و') ? matcher(text, at, true) : [])
}

/** A day and a month with what may follow: year, "of last year", or "of this month" in the month's place. */
export const arabicDate: Matcher<PartialDate> = map(
  sequence({
    day: dayOfMonth,
    days: optional(word('UNITS', (found) => found.key === 'day')),
    lastDay: optional(
      oneOf(
        conjoined(dayOfMonth),
        map(sequence({ to: literal('-', '–', 'و'), day: digits(1, 31) }), ({ day }) => day),
      ),
    ),
    of: optional(word('OF')),
    noun: optional(word('MONTH_WORD')),
    month: oneOf<Month | MonthOffset>(
      month,
      map(
        sequence({
          this: optional(word('THIS')),
          period: word('PERIOD', (found) => found.key === 'month'),
          direction: optional(direction),
        }),
        ({ direction: to }) => ({ monthOffset: to ?? 0 }),
      ),
    ),
    direction: optional(direction),
    year: optional(map(sequence({ comma: optional(literal('،', ',')), year: yearBehind() }), (parts) => parts.year)),
  }),
  (parts) => {
    const told = 'monthOffset' in parts.month ? null : parts.month
    if (parts.days !== null && told === null) return null
    const calendar = told?.calendar ?? 'gregory'
    return {
      ...UNTOLD,
      calendar,
      day: parts.day,
      lastDay: parts.lastDay,
      month: told?.month ?? null,
      monthOffset: 'monthOffset' in parts.month ? parts.month.monthOffset : null,
      direction: parts.direction,
      year: parts.year !== null && 'year' in parts.year ? parts.year.year : null,
      yearOffset: parts.year !== null && 'yearOffset' in parts.year ? parts.year.yearOffset : null,
    }
  },
)

/** A year behind its month: 2011, of the year 2011, of last year. */
export function yearBehind(): Matcher<Year | { readonly yearOffset: Direction }> {
  return oneOf<Year | { readonly yearOffset: Direction }>(
    map(sequence({ of: optional(word('OF')), noun: optional(word('YEAR_WORD')), year }), (parts) => parts.year),
    map(sequence({ of: word('OF'), period: word('PERIOD', (found) => found.key === 'year'), direction }), (parts) => ({
      yearOffset: parts.direction,
    })),
  )
}

/** In brackets of its own: "Intolerance (1916)". */
export function isBracketed(text: TimeText, first: number, next: number): boolean {
  return text.tokens[first - 1]?.text === '(' && text.tokens[next]?.text === ')'
}
