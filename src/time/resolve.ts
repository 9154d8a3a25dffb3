/** Turns what words tell into a date, counted from the day that the text calls today. */
import { calendarDay, type EpochDay, weekdayAtOrAfter, weekdayAtOrBefore, weekdayOf } from './calendar.ts'
import { fuzzyDay, fuzzyPeriod, fuzzyRange, fuzzyYears, type Ground, monthOf } from './fuzzy.ts'
import type { DateBasis, FuzzyDate } from './fuzzy-date.ts'
import type { TimeMeaning, TimeUnit } from './meaning.ts'
import { resolvePartial } from './partial-date.ts'
import type { Tense } from './tense.ts'

/** What a meaning is resolved against. */
export type Anchor = {
  /** The day that the text calls today; null when neither text nor page tells. */
  readonly today: EpochDay | null
  /** What words counted from it rest on. */
  readonly basis: DateBasis
  /** The day that the text told last. */
  readonly before: EpochDay | null
}

/** A weekday further from the counted day than this is no check of it but another day. */
const WEEKDAY_REACH = 3

/** The date, or null when the words alone do not give one. */
export function resolve(
  meaning: TimeMeaning,
  anchor: Anchor,
  tense: Tense | null,
  expression: string,
): FuzzyDate | null {
  const stated: Ground = { basis: 'STATED', calendar: 'gregory', expression }
  const counted: Ground = { ...stated, basis: anchor.basis }
  if (meaning.kind === 'DATE') return resolvePartial(meaning.date, anchor, tense, expression)
  if (meaning.kind === 'YEARS')
    return fuzzyYears(meaning.first, meaning.last, { ...stated, calendar: meaning.calendar })
  if (meaning.kind === 'CENTURY') return centuryRange((meaning.number - 1) * 100 + 1, stated)
  if (meaning.kind === 'DECADE_OF_CENTURY') return resolveDecade(meaning, anchor.today, stated, counted)
  if (meaning.kind === 'THEN') {
    return anchor.before === null
      ? null
      : fuzzyDay(anchor.before + meaning.days, { ...counted, basis: 'RELATIVE_TO_TEXT' })
  }
  if (meaning.kind === 'DAY' && meaning.date !== null) {
    const date = resolvePartial(meaning.date, anchor, tense, expression)
    if (date !== null) return date
  }
  const { today } = anchor
  if (meaning.kind === 'SEASON') return resolveSeason(meaning, today, tense, meaning.year === null ? counted : stated)
  if (today === null) return null
  switch (meaning.kind) {
    case 'DAY':
      return fuzzyDay(nearWeekday(today + meaning.days, meaning.weekday), counted)
    case 'WEEKDAY':
      return resolveWeekday(meaning, today, tense, counted)
    case 'PERIOD':
      return resolvePeriod(meaning.unit, meaning.offset, today, counted)
    case 'DISTANCE':
      return resolveDistance(meaning.unit, meaning.count, today, tense, counted)
    case 'NIGHT':
      return fuzzyRange(today + meaning.days, today + meaning.days + 1, counted)
    default:
      return null
  }
}

/** The day itself, or the day of that weekday which is nearest to it. */
function nearWeekday(day: EpochDay, weekday: number | null): EpochDay {
  if (weekday === null || weekdayOf(day) === weekday) return day
  const before = weekdayAtOrBefore(day, weekday)
  return day - before <= WEEKDAY_REACH ? before : before + 7
}

function resolveWeekday(
  meaning: Extract<TimeMeaning, { kind: 'WEEKDAY' }>,
  today: EpochDay,
  tense: Tense | null,
  ground: Ground,
): FuzzyDate {
  const ahead = meaning.direction === null ? tense === 'FUTURE' : meaning.direction >= 0
  // A bare weekday that is today's is today: the text would say "next" of the other one.
  if (meaning.direction === null && meaning.to === null && weekdayOf(today) === meaning.weekday)
    return fuzzyDay(today, ground)
  // "Last Monday" on a Monday is a week ago; a bare one never is.
  const strict = meaning.direction === null && !ahead ? 0 : 1
  const nearest = ahead
    ? weekdayAtOrAfter(today + strict, meaning.weekday)
    : weekdayAtOrBefore(today - strict, meaning.weekday)
  // The one before last, the one after next.
  const day = nearest + 7 * Math.trunc((meaning.direction ?? 0) / 2)
  if (meaning.to === null) return fuzzyDay(day, ground)
  return fuzzyRange(day, weekdayAtOrAfter(day, meaning.to), ground)
}

function resolvePeriod(unit: TimeUnit, offset: number, today: EpochDay, ground: Ground): FuzzyDate | null {
  const { year } = calendarDay('gregory', today)
  const monday = weekdayAtOrBefore(today, 1) + offset * 7
  switch (unit) {
    case 'DAY':
      return fuzzyDay(today + offset, ground)
    case 'WEEK':
      return fuzzyRange(monday, monday + 6, ground)
    case 'WEEKEND':
      return fuzzyRange(monday + 5, monday + 6, ground)
    case 'MONTH': {
      const month = monthOf(today, offset)
      return fuzzyPeriod(month.year, month.month, ground)
    }
    case 'YEAR':
      return fuzzyPeriod(year + offset, null, ground)
    case 'DECADE': {
      const first = Math.floor(year / 10) * 10 + offset * 10
      return fuzzyYears(first, first + 9, ground)
    }
    case 'CENTURY': {
      const first = Math.floor((year - 1) / 100) * 100 + 1 + offset * 100
      return centuryRange(first, ground)
    }
  }
}

function resolveDecade(
  { decade, century }: Extract<TimeMeaning, { kind: 'DECADE_OF_CENTURY' }>,
  today: EpochDay | null,
  stated: Ground,
  counted: Ground,
): FuzzyDate | null {
  const decadeFrom = (hundreds: number, ground: Ground) =>
    fuzzyYears(hundreds + 10 * (decade - 1), hundreds + 10 * decade - 1, ground)
  if ('number' in century) return decadeFrom(100 * (century.number - 1), stated)
  if (today === null) return null
  return decadeFrom(100 * (Math.floor(calendarDay('gregory', today).year / 100) + century.offset), counted)
}

function centuryRange(first: number, ground: Ground): FuzzyDate | null {
  const years = fuzzyYears(first, first + 99, ground)
  return years === null ? null : { ...years, edtf: `${years.earliest}/${years.latest}` }
}

function resolveDistance(
  unit: TimeUnit,
  count: number,
  today: EpochDay,
  tense: Tense | null,
  ground: Ground,
): FuzzyDate | null {
  if (count > 0 && tense !== 'FUTURE') return null
  if (unit === 'DAY') return fuzzyDay(today + count, ground)
  if (unit === 'WEEK') return fuzzyDay(today + count * 7, ground)
  if (unit === 'YEAR') return fuzzyPeriod(calendarDay('gregory', today).year + count, null, ground)
  const month = monthOf(today, count)
  return fuzzyPeriod(month.year, month.month, ground)
}

function resolveSeason(
  meaning: Extract<TimeMeaning, { kind: 'SEASON' }>,
  today: EpochDay | null,
  tense: Tense | null,
  ground: Ground,
): FuzzyDate | null {
  if (meaning.year !== null) return seasonRange(meaning.year, meaning.month, ground)
  if (today === null) return null
  const { year } = calendarDay('gregory', today)
  const ahead = meaning.direction === null ? tense !== 'PAST' : meaning.direction > 0
  const candidates = [year - 2, year - 1, year, year + 1].flatMap((of) => seasonRange(of, meaning.month, ground) ?? [])
  const iso = fuzzyDay(today, ground).edtf
  const now = candidates.find((season) => season.earliest <= iso && iso <= season.latest)
  if (now !== undefined && (meaning.direction === 0 || meaning.direction === null)) return now
  const next = candidates.find((season) => season.earliest > iso) ?? null
  if (ahead || meaning.direction === 0) return next
  return candidates.findLast((season) => season.latest < iso) ?? null
}

/** Meteorological seasons of the north: three whole months, winter from December of its year. */
function seasonRange(year: number, month: number, ground: Ground): FuzzyDate | null {
  const first = fuzzyPeriod(year, month, ground)
  const lastMonth = month === 12 ? { year: year + 1, month: 2 } : { year, month: month + 2 }
  const last = fuzzyPeriod(lastMonth.year, lastMonth.month, ground)
  if (first === null || last === null) return null
  return { ...first, edtf: `${first.earliest}/${last.latest}`, latest: last.latest, precision: 'RANGE' }
}
