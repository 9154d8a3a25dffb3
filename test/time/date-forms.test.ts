/** Every form in which news prints its day, by what it shows; those of other programs' bug reports among them. */
import { describe, expect, it } from 'vitest'
import { readPrintedDate } from '../../src/time/printed-date.ts'
import {
  doubledLines,
  hijriLines,
  levantineLines,
  maghrebiLines,
  markedLines,
  moroccanLines,
} from '../cases/date-lines.ts'

const dayOf = (line: string) => readPrintedDate(line)?.day ?? null

describe('names of months', () => {
  it.each(levantineLines)('Levantine, with and without the article and by numbers: %s', (line, day) => {
    expect(dayOf(line)).toBe(day)
  })

  it.each(maghrebiLines)('Tunisian and Algerian: %s', (line, day) => {
    expect(dayOf(line)).toBe(day)
  })

  it.each(moroccanLines)('Moroccan: %s', (line, day) => {
    expect(dayOf(line)).toBe(day)
  })

  it.each([
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ])('Egyptian and of the Gulf: %s', (month) => {
    expect(dayOf(`12 ${month} 2020`)).toMatch(/^2020-\d{2}-12$/u)
  })

  it.each(doubledLines)('doubled: %s', (line, day) => {
    expect(dayOf(line)).toBe(day)
  })
})

describe('digits, marks and ordinals', () => {
  it.each(markedLines)('%s', (line, day) => {
    expect(dayOf(line)).toBe(day)
  })
})

describe('times of the day', () => {
  it.each([
    ['12:30 م', '12:30:00'],
    ['12:30 ص', '00:30:00'],
    ['1:16 ص', '01:16:00'],
    ['٩:٢٠ م', '21:20:00'],
    ['12:05 AM', '00:05:00'],
    ['12:05 PM', '12:05:00'],
    ['الساعة 9:20 مساءً', '21:20:00'],
    ['1:16 صباحا', '01:16:00'],
    ['24:00', '24:00:00'],
    ['23:59:60', '23:59:60'],
  ])('%s', (time, clock) => {
    expect(readPrintedDate(`5 مايو 2020 ${time}`)).toMatchObject({ day: '2020-05-05', time: clock, instant: null })
    expect(readPrintedDate(`${time} - 5 مايو 2020`)?.time).toBe(clock)
  })

  it.each(['25:00', '24:30', '12:60', '9:5'])('not %s', (time) => {
    expect(readPrintedDate(`5 مايو 2020 ${time}`)?.time).toBeNull()
  })
})

describe('zones', () => {
  it.each([
    ['2025-02-01T10:00:00Z', '2025-02-01T10:00:00Z'],
    ['2025-02-01T10:00:00+03', '2025-02-01T07:00:00Z'],
    ['2025-02-01T10:00:00+0300', '2025-02-01T07:00:00Z'],
    ['2025-02-01T10:00:00.1234567+03:30', '2025-02-01T06:30:00Z'],
    ['2025-02-01T10:00:00−05:00', '2025-02-01T15:00:00Z'],
    ['2025-02-01T01:00:00+03:00', '2025-01-31T22:00:00Z'],
    ['2025-02-01T23:00:00-05:00', '2025-02-02T04:00:00Z'],
    ['2025-02-01T24:00:00Z', '2025-02-02T00:00:00Z'],
    ['Sat, 1 Feb 2025 10:00:00 GMT+3', '2025-02-01T07:00:00Z'],
    ['السبت 1 فبراير 2025 - 12:30 بتوقيت غرينتش', '2025-02-01T12:30:00Z'],
    ['1 فبراير 2025 | 12:30 بتوقيت مكة', '2025-02-01T09:30:00Z'],
    ['Sat, 01 Feb 2025 10:00:00 +9900', null],
    ['Sat, 01 Feb 2025 10:00:00 AST', null],
  ])('move the moment and never the day: %s', (line, instant) => {
    expect(readPrintedDate(line)).toMatchObject({ day: '2025-02-01', instant })
  })
})

describe('the Hijri calendar', () => {
  it.each(hijriLines)('%s', (line, day) => {
    expect(readPrintedDate(line)).toMatchObject({ day, calendar: 'islamic-umalqura' })
  })

  it('is a day that depends on the moon: a printed weekday settles it', () => {
    expect(dayOf('الاثنين 26 رمضان 1439هـ')).toBe('2018-06-11')
    expect(dayOf('السبت 26 رمضان 1439هـ')).toBe('2018-06-09')
  })
})

describe('the printed weekday', () => {
  it('is a check, and the date is kept', () => {
    expect(readPrintedDate('السبت 1 فبراير 2025')?.contradiction).toBeNull()
    expect(readPrintedDate('الأحد 1 فبراير 2025')).toMatchObject({
      day: '2025-02-01',
      contradiction: 'The page prints Sunday, but 2025-02-01 was a Saturday; the date is kept.',
    })
  })
})
