/** Dates as pages, feeds and records give them: machines' stamps, mail dates, addresses, numbers of records. */
import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/reading/printed-date.ts'
import { dayInId, dayInUrl } from '../../src/reading/stamps.ts'

describe('readDate', () => {
  test.each([
    ['Fri, 19 Nov 2021 01:45:08 +02:00', '2021-11-19', '2021-11-18T23:45:08Z'],
    ['Fri, 19 Nov 2021 01:45:08 +0200', '2021-11-19', '2021-11-18T23:45:08Z'],
    ['Fri, 19 Nov 21 01:45 GMT', '2021-11-19', '2021-11-19T01:45:00Z'],
    ['Fri 19 Nov 2021 1:5:8 EST', '2021-11-19', '2021-11-19T06:05:08Z'],
    ['WED,23 MAY 2012 02:23:01', '2012-05-23', null],
    ['Fri, 19 Nov 2021 01:45:08 AST', '2021-11-19', null],
    ['Fri, 31 Dec 2021 24:00:00 GMT', '2021-12-31', '2022-01-01T00:00:00Z'],
    ['19-Nov-2021', '2021-11-19', null],
    ['1er février 2025', '2025-02-01', null],
    ['Sat Feb  1 10:00:00 2025', '2025-02-01', null],
    ['Sat Feb 01 2025 10:00:00 GMT+0300 (Arabian Standard Time)', '2025-02-01', '2025-02-01T07:00:00Z'],
    ['2025-02-01T10:00:00+03', '2025-02-01', '2025-02-01T07:00:00Z'],
    ['2025-02-01T10:00:00−0300', '2025-02-01', '2025-02-01T13:00:00Z'],
    ['2025-02-01T24:00:00Z', '2025-02-01', '2025-02-02T00:00:00Z'],
    ['2025/02/01 10:00', '2025-02-01', null],
    ['2025.02.01', '2025-02-01', null],
    ['20250201T100000Z', '2025-02-01', '2025-02-01T10:00:00Z'],
    ['01.02.2025', '2025-02-01', null],
    ['11/04/2017', '2017-04-11', null],
  ])('%s', (text, day, instant) => {
    expect(readDate(text)).toMatchObject({ day, instant, contradiction: null })
    expect(readDate(text)?.remarks ?? []).toEqual([])
  })

  test.each([
    ['1439-09-26', '2018-06-10', null],
    ['1439-09-26T10:00:00+03:00', '2018-06-10', '2018-06-10T07:00:00Z'],
    ['26/9/1439هـ', '2018-06-10', null],
  ])('a day of the Hijri calendar alone is marked: %s', (text, day, instant) => {
    const date = readDate(text)
    expect(date).toMatchObject({ day, instant, remarks: [{ code: 'DATE_BY_HIJRI_CALENDAR' }] })
    expect(date?.remarks?.[0]?.message).toContain(`is ${day} by Umm al-Qura`)
  })

  test('of a day in both calendars the Gregorian one counts, and they may be a day apart', () => {
    const both = (hijri: number) => readDate(`الأحد ${hijri} رمضان 1439 هـ - 10 يونيو 2018 م`)
    for (const hijri of [25, 26, 27]) expect(both(hijri)).toMatchObject({ day: '2018-06-10', remarks: [] })
    expect(both(20)).toMatchObject({ day: '2018-06-10', remarks: [{ code: 'DATES_CONTRADICT' }] })
  })

  test.each(['2025-02-30', '31/02/2025', '1439-13-01', 'Fri, 32 Nov 2021', '2025-02', '3.5'])('no date: %s', (text) => {
    expect(readDate(text)).toBeNull()
  })
})

describe('addresses and numbers', () => {
  test.each([
    ['https://a.example/2013/middle_east/8/3/syria/', '2013-08-03'],
    ['/politics/2024/4/13/x', '2024-04-13'],
    ['/2024-04-13-title', '2024-04-13'],
    ['/13/04/2024/x', '2024-04-13'],
    ['/news/13-04-2024-x', '2024-04-13'],
    ['/world/2024/apr/13/x', '2024-04-13'],
    ['/world/2024/Sept/13/x', '2024-09-13'],
    ['/news/20240413/x', '2024-04-13'],
    ['/article/13042024', '2024-04-13'],
    ['/2024/04/a', null],
    ['/2024/13/45/a', null],
    ['/story-1045971', null],
    ['https://13-04-2024.example/?d=2024/04/13', null],
  ])('%s', (url, day) => {
    expect(dayInUrl(url)).toBe(day)
  })

  test.each([
    ['JA-politic-83-29102013', '2013-10-29'],
    ['JA-politic-285-20131029', '2013-10-29'],
    ['x-2013-10-29', '2013-10-29'],
    ['x-29-10-2013', '2013-10-29'],
    ['12345678', null],
  ])('%s', (id, day) => {
    expect(dayInId(id)).toBe(day)
  })
})
