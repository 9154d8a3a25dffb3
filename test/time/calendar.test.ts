import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarDay,
  epochDay,
  isoDay,
  isTabulated,
  parseIsoDay,
  periodDays,
  weekdayAtOrAfter,
  weekdayAtOrBefore,
  weekdayOf,
} from '../../src/time/calendar.ts'

const gregorianDays = fc.integer({ min: -25_000, max: 39_000 })

describe('calendar', () => {
  it.each([
    ['2018-06-10', { year: 1439, month: 9, day: 26 }],
    ['2022-07-30', { year: 1444, month: 1, day: 1 }],
    ['2023-07-19', { year: 1445, month: 1, day: 1 }],
  ])('%s is that day of the Hijri calendar', (iso, hijri) => {
    const day = epochDay('islamic-umalqura', hijri)
    expect(day === null ? null : isoDay(day)).toBe(iso)
  })

  it.each([
    // As newspapers printed both, which is Umm al-Qura or a day from it.
    ['2018-06-10', 1439, 9, 26],
    ['2021-07-20', 1442, 12, 10],
    ['2023-06-28', 1444, 12, 10],
    ['2024-04-10', 1445, 10, 1],
    ['2025-03-01', 1446, 9, 1],
    ['2015-08-06', 1436, 10, 21],
    // The first and the last day of the tables.
    ['1882-11-12', 1300, 1, 1],
    ['2174-11-25', 1600, 12, 30],
  ])('%s was %i-%i-%i', (iso, year, month, day) => {
    const found = epochDay('islamic-umalqura', { year, month, day }) ?? 0
    expect(Math.abs(found - (parseIsoDay(iso) ?? 0))).toBeLessThanOrEqual(1)
    expect(isoDay(found)).toBe(iso)
  })

  it('knows which Hijri years are in the tables', () => {
    expect([1299, 1300, 1600, 1601].map((year) => isTabulated('islamic-umalqura', year))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isTabulated('gregory', 1200)).toBe(true)
  })

  it('finds its way back in both calendars', () => {
    fc.assert(
      fc.property(gregorianDays, (day) => {
        for (const calendar of ['gregory', 'islamic-umalqura'] as const) {
          expect(epochDay(calendar, calendarDay(calendar, day))).toBe(day)
        }
        expect(parseIsoDay(isoDay(day))).toBe(day)
      }),
    )
  })

  it.each([
    ['gregory', 2025, 2, 29],
    ['gregory', 2025, 13, 1],
    ['gregory', 0, 1, 1],
    ['islamic-umalqura', 1446, 1, 31],
  ] as const)('has no day %s %i-%i-%i', (calendar, year, month, day) => {
    expect(epochDay(calendar, { year, month, day })).toBeNull()
  })

  it('counts weekdays as ISO 8601 does', () => {
    const day = parseIsoDay('2025-01-31') ?? 0
    expect(weekdayOf(day)).toBe(5)
    fc.assert(
      fc.property(gregorianDays, fc.integer({ min: 1, max: 7 }), (from, weekday) => {
        const before = weekdayAtOrBefore(from, weekday)
        const after = weekdayAtOrAfter(from, weekday)
        expect([weekdayOf(before), weekdayOf(after)]).toEqual([weekday, weekday])
        expect(from - before).toBeLessThan(7)
        expect(after - from).toBeLessThan(7)
      }),
    )
  })

  it('tiles a year with its months', () => {
    for (const [calendar, year] of [
      ['gregory', 2024],
      ['islamic-umalqura', 1445],
    ] as const) {
      const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => periodDays(calendar, year, month))
      const whole = periodDays(calendar, year, null)
      expect(months[0]?.first).toBe(whole?.first)
      expect(months[11]?.last).toBe(whole?.last)
      for (const [i, month] of months.slice(1).entries()) expect(month?.first).toBe((months[i]?.last ?? 0) + 1)
    }
  })
})
