import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPrintedDate } from '../../src/time/printed-date.ts'
import { anyText } from '../text/any-text.ts'

describe('readPrintedDate', () => {
  it.each([
    ['الجزيرة - السبت 1 فبراير 2025', '2025-02-01', null, null],
    ['1st, February 2025', '2025-02-01', null, null],
    ['Saturday, February 1st, 2025 08:39 PM', '2025-02-01', '20:39:00', null],
    ['Mon Mar 03 2025 18:39:16 GMT+0000', '2025-03-03', '18:39:16', '2025-03-03T18:39:16Z'],
    ['2025-03-03T18:39:16Z', '2025-03-03', '18:39:16', '2025-03-03T18:39:16Z'],
    ['2017-05-20T00:51:00+01:00', '2017-05-20', '00:51:00', '2017-05-19T23:51:00Z'],
    ['2017-05-20T12:51:00.250-0500', '2017-05-20', '12:51:00', '2017-05-20T17:51:00Z'],
    ['Fri, 19 Nov 2021 01:45:08 +02:00', '2021-11-19', '01:45:08', '2021-11-18T23:45:08Z'],
    ['WED,23 MAY 2012 02:23:01', '2012-05-23', '02:23:01', null],
    ['Sat, 01 Feb 2025 10:00:00 EST', '2025-02-01', '10:00:00', '2025-02-01T15:00:00Z'],
    ['11/04/2017', '2017-04-11', null, null],
    ['21 / 10 / 1436هـ', '2015-08-06', null, null],
    ['١٤٣٩/٩/٢٦هـ', '2018-06-10', null, null],
    ['1439/9/26هـ', '2018-06-10', null, null],
    ['أغسطس 8, 2015, 1:16 ص', '2015-08-08', '01:16:00', null],
    ['نشر في: 4 يوليو 2019 ١٢:٣٠ م', '2019-07-04', '12:30:00', null],
    ['4 يوليو 2019 12:30 ص', '2019-07-04', '00:30:00', null],
    ['٩:٢٠ م - الاثنين 10 حزيران 2024', '2024-06-10', '21:20:00', null],
    ['السبت 06 كانون ثاني 2024', '2024-01-06', null, null],
    ['\u202D4 سبتمبر، 2018', '2018-09-04', null, null],
    ['آخر تحديث: 3 مايو/ أيار 2018 18:05 (بتوقيت غرينتش)', '2018-05-03', '18:05:00', '2018-05-03T18:05:00Z'],
  ])('%s', (line, day, time, instant) => {
    expect(readPrintedDate(line)).toMatchObject({ day, time, instant, contradiction: null })
  })

  it('marks the calendar, and says where the date stands', () => {
    const line = 'نشر: ١٤٣٩/٩/٢٦هـ صباحا'
    const found = readPrintedDate(line)
    expect(found?.calendar).toBe('islamic-umalqura')
    expect(line.slice(found?.span.start, found?.span.end)).toBe('١٤٣٩/٩/٢٦هـ')
  })

  it('tells when the weekday is not that day', () => {
    expect(readPrintedDate('الجمعة 1 فبراير 2025')?.contradiction).toBe(
      'The page prints Friday, but 2025-02-01 was a Saturday; the date is kept.',
    )
  })

  it.each(['', 'اليوم السابع', 'فبراير 2025', '31/02/2025', '18:39', '0000-00-00', 'أمس الجمعة', 'Theresa May 2'])(
    'finds none in %j',
    (line) => {
      expect(readPrintedDate(line)).toBeNull()
    },
  )

  it('reads back every day that it is given, in each form', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2077-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const forms = ['ar-EG', 'ar-LB', 'ar-MA', 'en-GB', 'en-US'].map((locale) =>
          new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { dateStyle: 'full', timeZone: 'UTC' }).format(date),
        )
        const hijri = new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura', { dateStyle: 'full', timeZone: 'UTC' })
        for (const form of [...forms, hijri.format(date)])
          expect([form, readPrintedDate(form)?.day]).toEqual([form, iso])
      }),
      { numRuns: 50 },
    )
  })

  it('never throws, and its day is a day', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readPrintedDate(text)?.day ?? '2025-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/u)
      }),
    )
  })
})
