/** Who wrote an article, and who only seems to have. */
import { describe, expect, test } from 'vitest'
import { authorsOf, readByline, sourceName } from '../../src/reading/credits.ts'

describe('author fields', () => {
  test.each([
    ['رويترز - واشنطن', []],
    ['أبوظبي - سكاي نيوز عربية', []],
    ['العربية.نت - وكالات', []],
    ['عواصم: وكالات', []],
    ['أديس أبابا - رويترز', []],
    ['دبي ـ العربية.نت', []],
    ['أغسطس 8, 2015, 1:16 ص', []],
    ['', []],
    ['كتب محمد الكتبي:', ['محمد الكتبي']],
    ['By Abby Goodall', ['Abby Goodall']],
    ['By Nora Whitfield and Daniel Osei, Science Correspondent', ['Nora Whitfield', 'Daniel Osei']],
    ['بغداد – صادق العراقي، ا ف ب', ['صادق العراقي']],
    ['الرياض: ناصر الحقباني جدة: سعيد الأبيض عدن: محمد علي محسن', ['ناصر الحقباني', 'سعيد الأبيض', 'محمد علي محسن']],
    ['Sam Jones in Madrid and Nora Whitfield in Palm Beach, Florida', ['Sam Jones', 'Nora Whitfield']],
    ['Reuters in New York', []],
    ['Daniel Osei Diplomatic editor', ['Daniel Osei']],
    ['محمد العلي من بيروت', ['محمد العلي']],
    ['من سلمى الخطيب', ['سلمى الخطيب']],
    ['hh/ph/ts', []],
    ['طهران: عادل السالمي  واشنطن: هبة القدسي تل أبيب: نظير مجلي', ['عادل السالمي', 'هبة القدسي', 'نظير مجلي']],
  ])('%s', (field, authors) => {
    expect(authorsOf(field).authors).toEqual(authors)
  })

  test('a date in the field is a date', () => {
    expect(authorsOf('أغسطس 8, 2015, 1:16 ص').date).toMatchObject({ day: '2015-08-08', instant: null })
  })
})

describe('lines that are bylines beyond doubt', () => {
  test.each(['العلا – جاسم المرشدي', 'بقلم: مروان الصيرفي', 'By Ruth Calder', 'بكين - وكالات'])('%s', (line) => {
    expect(readByline(line)?.certain).toBe(true)
  })

  test.each([
    'محمد صلاح يعود إلى التدريب',
    'Talks Continue in Geneva',
    'مباحثات تركية روسية في سوريا',
    'خطر القرار على الأمن القومي',
    'وقف إطلاق النار - ماذا بعد؟',
    'كتب الأطفال تتصدر المبيعات في المعرض',
  ])('not %s', (line) => {
    expect(readByline(line)?.certain ?? false).toBe(false)
  })
})

describe('source lines', () => {
  test.each([
    ['الجزيرة', 'الجزيرة'],
    ['الجزيرة + وكالات', 'الجزيرة'],
    ['وكالات، صدى الواحة', 'صدى الواحة'],
    ['وكالات', null],
  ])('%s', (value, name) => {
    expect(sourceName(value)).toBe(name)
  })
})
