import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'
import { readTimes } from '../../src/time/read-times.ts'
import { anyText } from '../text/any-text.ts'

const read = (text: string, publishedOn: string | null) =>
  readTimes(text, splitSentences(text), { publishedOn, language: 'ar' })
const dates = (text: string, publishedOn: string | null) =>
  read(text, publishedOn).expressions.map(({ text: words, date }) => [words, date?.edtf ?? null])

describe("the text's today", () => {
  const text =
    'بحث الوزيران في اتصال اليوم الجمعة الوضع. وكان أحدهما زار العاصمة أول أمس الأربعاء. وأعلنت الوزارة الثلاثاء أنها توافق، وستجتمع غدا.'

  it('is the weekday that the text calls today, not the day that the page prints', () => {
    const times = read(text, '2025-02-01')
    expect(times.today).toBe('2025-01-31')
    expect(dates(text, '2025-02-01')).toEqual([
      ['اليوم الجمعة', '2025-01-31'],
      ['أول أمس الأربعاء', '2025-01-29'],
      ['الثلاثاء', '2025-01-28'],
      ['غدا', '2025-02-01'],
    ])
    expect(times.expressions.map(({ date }) => date?.basis)).toEqual(new Array(4).fill('RELATIVE_TO_TEXT'))
    expect(times.contradictions).toEqual([
      {
        message:
          "The text calls its day Friday, but the page prints Saturday 2025-02-01; the text's today is taken to be Friday 2025-01-31.",
        span: { start: text.indexOf('اليوم'), end: text.indexOf('اليوم') + 'اليوم الجمعة'.length },
      },
    ])
  })

  it('is the printed day when they agree', () => {
    const times = read(text, '2025-01-31')
    expect([times.today, times.contradictions]).toEqual(['2025-01-31', []])
    expect(times.expressions[0]?.date?.basis).toBe('RELATIVE_TO_PUBLICATION')
  })

  it('is looked for behind the printed day when no such weekday lies just before', () => {
    expect(read('قال اليوم الأحد إنه موافق.', '2025-02-01').today).toBe('2025-02-02')
  })

  it('is found by yesterday and its weekday as well', () => {
    expect(read('وصل أمس الخميس إلى بيروت.', '2025-02-01').today).toBe('2025-01-31')
  })

  it('is the day of a dateline that is older than the page', () => {
    const times = read('ATHENS, May 24 (Meridian) - A jet fell yesterday.', '2006-05-25')
    expect(times.today).toBe('2006-05-24')
    expect(times.expressions.at(-1)?.date?.edtf).toBe('2006-05-23')
  })

  it('does not follow one slip against the printed day', () => {
    const times = read('قال اليوم السبت. ووصل أمس الأربعاء.', '2025-02-01')
    expect(times.today).toBe('2025-02-01')
    expect(times.expressions.at(-1)?.date?.edtf).toBe('2025-01-29')
    expect(times.contradictions).toHaveLength(1)
  })

  it('is unknown without a printed day, and then nothing is counted from it', () => {
    const times = read('وصل أمس الخميس، 30 يناير 2025.', null)
    expect(times.today).toBe('2025-01-31')
    expect(read('قال اليوم الجمعة إنه سيصل غدا.', null)).toMatchObject({ today: null, contradictions: [] })
    expect(dates('قال اليوم الجمعة إنه سيصل غدا في 2011.', null)).toEqual([
      ['اليوم الجمعة', null],
      ['غدا', null],
      ['2011', '2011'],
    ])
  })
})

describe('readTimes', () => {
  it.each([
    ['استقبل الوزير الجمعة وفدا', '2018-06-10', '2018-06-08'],
    ['يصل الوفد الجمعة المقبل', '2018-06-10', '2018-06-15'],
    ['يصل الوفد الجمعة إلى بيروت', '2018-06-10', '2018-06-15'],
    ['لم يصل الوفد الجمعة إلى بيروت', '2018-06-10', '2018-06-08'],
    ['وكان يزور الجمعة بيروت', '2018-06-10', '2018-06-08'],
    ['قال الوزير الجمعة إن الوفد سيصل', '2018-06-10', '2018-06-08'],
    ['قال الوزير إن الوفد سيصل الجمعة', '2018-06-10', '2018-06-15'],
    ['هاجم مستوطنون مزارعين من يتما الجمعة', '2018-06-10', '2018-06-08'],
    ['وصل الرئيس الجمعة إلى سيفاستوبول', '2018-06-10', '2018-06-08'],
    ['وكان الزعيم قد تبنى الجمعة إطلاق صواريخ', '2018-06-10', '2018-06-08'],
    ['يخشى أن تكون حصيلة زلزال الجمعة قد تجاوزت المئة', '2018-06-10', '2018-06-08'],
    ['قد تجتمع اللجنة الجمعة', '2018-06-10', '2018-06-15'],
    ['ما كاد الوزير ينهي خطابه الجمعة حتى هتفوا', '2018-06-10', '2018-06-08'],
    ['في كلمة ألقاها الجمعة أمام المجلس', '2018-06-10', '2018-06-08'],
    ['سيعرض النص على غرفتي البرلمان للتصويت الجمعة', '2018-06-10', '2018-06-15'],
    ['وحث التجمع أنصاره على التظاهر الجمعة', '2018-06-10', '2018-06-15'],
    ['وتعهدت الحكومة الجمعة بإصلاح الطريق', '2018-06-10', '2018-06-08'],
    ['They signed protocols on Friday to restore relations', '2018-06-10', '2018-06-08'],
    ['The candidate must lodge the papers by midnight on Friday', '2018-06-10', '2018-06-15'],
    ['The minister said the delegation will arrive on Friday', '2018-06-10', '2018-06-15'],
    ['The minister said on Friday the delegation will arrive', '2018-06-10', '2018-06-08'],
  ])('%s, on %s: %s', (text, on, edtf) => {
    expect(dates(text, on).map(([, date]) => date)).toEqual([edtf])
  })

  it('takes a weekday behind a comma for the day just told', () => {
    expect(dates('غدا، الاثنين، يجيب الناخبون عن سؤال.', '2018-06-10')).toEqual([
      ['غدا', '2018-06-11'],
      ['الاثنين', '2018-06-11'],
    ])
    expect(dates('غدا، الثلاثاء، يجيب الناخبون عن سؤال.', '2018-06-10').at(-1)).not.toEqual(['الثلاثاء', '2018-06-11'])
  })

  it('says what a date rests on', () => {
    const [first, second] = read('في 14 يناير 2011 و14 ربيع الأول 1446هـ', null).expressions
    expect(first?.date).toEqual({
      edtf: '2011-01-14',
      earliest: '2011-01-14',
      latest: '2011-01-14',
      precision: 'DAY',
      basis: 'STATED',
      calendar: 'gregory',
      expression: '14 يناير 2011',
    })
    expect(second?.date).toMatchObject({ edtf: '2024-09-17', calendar: 'islamic-umalqura', basis: 'STATED' })
  })

  it('is a day more or less where the Hijri tables end, unless the weekday is told', () => {
    expect(read('توفي في 5 صفر 1250هـ', null).expressions[0]?.date).toMatchObject({
      edtf: '1834-06-12/1834-06-14',
      precision: 'RANGE',
      calendar: 'islamic-umalqura',
    })
    expect(read('توفي في الجمعة 5 صفر 1250هـ', null).expressions[0]?.date?.edtf).toBe('1834-06-13')
  })

  it('tells when a stated date is not the weekday beside it', () => {
    const times = read('وُلد الجمعة 1 فبراير 2025 في صور.', null)
    expect(times.expressions[0]?.date?.edtf).toBe('2025-02-01')
    expect(times.contradictions[0]?.message).toContain('2025-02-01 was a Saturday')
  })

  it('keeps spans in the text, in order, and ranges the right way round', () => {
    const words = [
      'اليوم',
      'الجمعة',
      'أمس',
      'آذار/',
      'مارس',
      '2011',
      '5',
      'قبل',
      'ثلاثة',
      'أيام',
      'نهاية',
      'الشهر',
      'May',
      'last',
      '،',
      'رمضان',
      '1446هـ',
    ]
    const timeText = fc
      .array(fc.oneof(fc.constantFrom(...words), anyText), { maxLength: 12 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(timeText, (text) => {
        let before = 0
        for (const { start, end, text: slice, date } of read(text, '2025-02-01').expressions) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(text.slice(start, end)).toBe(slice)
          expect(slice.trim()).not.toBe('')
          if (date !== null) expect(date.earliest <= date.latest).toBe(true)
          before = end
        }
      }),
    )
  })

  it('takes a long text in its stride', () => {
    const text = 'آذار/آذار 5 مارس قبل ثلاثة أيام ليل الجمعة السبت 11/04/2017 '.repeat(2000)
    const start = performance.now()
    expect(read(text, '2025-02-01').expressions.length).toBeGreaterThan(2000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
