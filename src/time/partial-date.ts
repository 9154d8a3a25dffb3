/** Completes dates that leave out their year or month. */
import { calendarDay, type EpochDay, epochDay, isTabulated, weekdayOf } from './calendar.ts'
import { fuzzyDay, fuzzyPeriod, fuzzyRange, type Ground, monthOf } from './fuzzy.ts'
import type { FuzzyDate } from './fuzzy-date.ts'
import type { PartialDate } from './meaning.ts'
import type { Anchor } from './resolve.ts'
import type { Tense } from './tense.ts'

/** Without a verb to tell, a date this near ahead is the coming one: news announces weeks ahead, seldom more. */
const NEAR_AHEAD = 60
/** Hijri months begin when the moon is seen: a printed weekday may move the day by this many. */
const MOON_REACH = 2

/** The date as far as it is told; null when it needs today and there is none, or when the calendar has no such day. */
export function resolvePartial(
  date: PartialDate,
  anchor: Anchor,
  tense: Tense | null,
  expression: string,
): FuzzyDate | null {
  const basis = date.year === null ? anchor.basis : 'STATED'
  const ground: Ground = { basis, calendar: date.calendar, expression }
  if (date.year !== null) return dated(date, date.year, date.month, ground)
  const { today } = anchor
  if (today === null) return null
  if (date.monthOffset !== null) {
    const { year, month } = monthOf(today, date.monthOffset)
    return dated(date, year, month, ground)
  }
  const now = calendarDay(date.calendar, today)
  if (date.yearOffset !== null) return dated(date, now.year + date.yearOffset, date.month, ground)
  const year = chooseYear(date, today, now, tense)
  return dated(date, year, date.month, ground)
}

function dated(date: PartialDate, year: number, month: number | null, ground: Ground): FuzzyDate | null {
  if (month === null || date.day === null) return fuzzyPeriod(year, month, ground)
  const first = epochDay(date.calendar, { year, month, day: date.day })
  if (first === null) return null
  if (date.lastDay !== null) {
    const last = epochDay(date.calendar, { year, month, day: date.lastDay })
    return last === null ? null : fuzzyRange(first, last, ground)
  }
  if (date.weekday === null && !isTabulated(date.calendar, year)) return fuzzyRange(first - 1, first + 1, ground)
  return fuzzyDay(date.calendar === 'gregory' ? first : moonDay(first, date.weekday), ground)
}

function chooseYear(
  date: PartialDate,
  today: EpochDay,
  now: { year: number; month: number },
  tense: Tense | null,
): number {
  const years = [now.year - 1, now.year, now.year + 1]
  if (date.direction === 0) return now.year
  if (date.day === null || date.month === null) return chooseMonthYear(date, now, tense)
  const { month, day: dayOfMonth } = date
  const days = years.map((year) => epochDay(date.calendar, { year, month, day: dayOfMonth }))
  const byWeekday = years.filter((_, i) => {
    const day = days[i] ?? null
    return date.weekday !== null && day !== null && weekdayOf(day) === date.weekday
  })
  if (date.calendar === 'gregory' && byWeekday.length === 1) return byWeekday[0] ?? now.year
  const last = years.findLast((_, i) => (days[i] ?? Infinity) <= today) ?? now.year - 1
  const next = years.find((_, i) => (days[i] ?? -Infinity) >= today) ?? now.year + 1
  if (date.direction !== null) return date.direction < 0 ? last : next
  if (tense === 'FUTURE') return next
  const ahead = (days[years.indexOf(next)] ?? Infinity) - today
  return tense === null && ahead <= NEAR_AHEAD ? next : last
}

function chooseMonthYear(date: PartialDate, now: { year: number; month: number }, tense: Tense | null): number {
  const month = date.month ?? now.month
  if (date.direction !== null) {
    if (date.direction < 0) return month < now.month ? now.year : now.year - 1
    return month > now.month ? now.year : now.year + 1
  }
  if (tense === 'FUTURE') return month >= now.month ? now.year : now.year + 1
  const ahead = (month - now.month + 12) % 12
  if (tense === null && ahead <= 2) return month >= now.month ? now.year : now.year + 1
  return month <= now.month ? now.year : now.year - 1
}

function moonDay(day: EpochDay, weekday: number | null): EpochDay {
  if (weekday === null) return day
  for (let away = 0; away <= MOON_REACH; away++) {
    if (weekdayOf(day + away) === weekday) return day + away
    if (weekdayOf(day - away) === weekday) return day - away
  }
  return day
}
