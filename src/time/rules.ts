/** All rules of time. Their order decides nothing: the longest words win, then the rule's name. */
import type { TimeRule } from './rule.ts'
import { feast } from './rules/any/feast.ts'
import { isoDate, numericDate } from './rules/any/numeric-date.ts'
import { calendarDateAr } from './rules/ar/calendar-date.ts'
import { centuryAr, decadeAr, decadeOfCenturyAr } from './rules/ar/decade.ts'
import { agoAr, aheadAr, someTimeAgoAr } from './rules/ar/distance.ts'
import { monthAr } from './rules/ar/month.ts'
import { monthDayAr } from './rules/ar/month-first.ts'
import { lastNightAr } from './rules/ar/night.ts'
import { periodAr } from './rules/ar/period.ts'
import { relativeDayAr } from './rules/ar/relative-day.ts'
import { seasonAr } from './rules/ar/season.ts'
import { laterAr, thenAr } from './rules/ar/then.ts'
import { weekdayAr } from './rules/ar/weekday.ts'
import { bareYearAr, namedYearAr, yearPairAr } from './rules/ar/year.ts'
import { dayMonthEn, monthDayEn } from './rules/en/calendar-date.ts'
import { agoEn, aheadEn } from './rules/en/distance.ts'
import { monthEn } from './rules/en/month.ts'
import { nightEn } from './rules/en/night.ts'
import { periodEn } from './rules/en/period.ts'
import { relativeDayEn } from './rules/en/relative-day.ts'
import { seasonEn } from './rules/en/season.ts'
import { thenEn } from './rules/en/then.ts'
import { weekdayEn } from './rules/en/weekday.ts'
import { bareYearEn, yearsEn } from './rules/en/year.ts'

export const timeRules: readonly TimeRule[] = [
  agoAr,
  agoEn,
  aheadAr,
  aheadEn,
  bareYearAr,
  bareYearEn,
  calendarDateAr,
  centuryAr,
  dayMonthEn,
  decadeAr,
  decadeOfCenturyAr,
  feast,
  isoDate,
  lastNightAr,
  laterAr,
  monthAr,
  monthDayAr,
  monthDayEn,
  monthEn,
  namedYearAr,
  nightEn,
  numericDate,
  periodAr,
  periodEn,
  relativeDayAr,
  relativeDayEn,
  seasonAr,
  seasonEn,
  someTimeAgoAr,
  thenAr,
  thenEn,
  weekdayAr,
  weekdayEn,
  yearPairAr,
  yearsEn,
]
