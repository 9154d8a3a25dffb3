/** Single lines: what they are by their words, and near misses that only look like it. */
import { describe, expect, test } from 'vitest'
import { datelineOf } from '../../src/reading/dateline.ts'
import { furnitureOf } from '../../src/reading/furniture.ts'
import { lineAt } from '../../src/reading/lines.ts'
import { isDateLine } from '../../src/reading/printed-date.ts'
import { isLeadOf } from '../../src/reading/related.ts'
import { dayInId, dayInUrl, readStamp } from '../../src/reading/stamps.ts'
import { titlePublisher } from '../../src/reading/title-publisher.ts'

const line = (text: string) => lineAt(text, { start: 0, end: text.length }, true)

describe('furniture', () => {
  test.each([
    ['إعلان', 'ADVERT'],
    ['المصدر : وات', 'SOURCE_LINE'],
    ['إقرأ أيضاً:', 'READ_ALSO'],
    ['للمزيد: عودة على إعلان الانسحاب', 'READ_ALSO'],
    ['** اقرأ أيضا **', 'READ_ALSO'],
    ['مقالات مشابهة', 'RELATED_HEADING'],
    ['کلمات دلالیة: أولى', 'KEYWORDS'],
    ['سمات الواحة التمور', 'KEYWORDS'],
    ['آخر تحديث: 9 مايو 2018', 'UPDATE_DATE'],
    ['تابع الجزيرة نت على:', 'FOOTER'],
    ['التعليقات (12)', 'COMMENTS'],
    ['...المزيد', 'TEASER'],
    ['© All rights reserved', 'FOOTER'],
    ['Read more: Why the pier stays closed', 'READ_ALSO'],
  ])('%s', (text, key) => {
    expect(furnitureOf(line(text))?.key).toBe(key)
  })

  test.each([
    'إعلان دمشق يفتح باب الحوار',
    'مصدر أمني يكشف تفاصيل الحادث',
    'المصدر الأول للدخل هو الزراعة',
    'للمزيد من الدعم تعهدت الحكومة بزيادة الميزانية',
    'التعليقات التي أدلى بها الوزير أثارت جدلا',
    'وتابع: "نرى أيضا أن الأمر جاد"',
    'تابع المئات المباراة في الساحة',
    'كتب الأطفال تتصدر المبيعات',
    'Source code of the program was published on Friday',
    'Tags on the fish showed where it had been',
    'المزيد من الأخبار السارة لمزارعي الواحة',
  ])('not %s', (text) => {
    expect(furnitureOf(line(text))).toBeNull()
  })

  test('a footer names the outlet in its middle', () => {
    expect(furnitureOf(line('تابع الجزيرة نت على:'))?.outlet).toBe('الجزيرة نت')
    expect(furnitureOf(line('تابعونا على'))?.outlet ?? null).toBeNull()
  })
})

describe('datelines', () => {
  test.each([
    ['دبي، الإمارات العربية المتحدة (CNN)-- أعلنت', 'أعلنت', 'CNN'],
    ['(CNN)--  قال', 'قال', 'CNN'],
    ['باريس (اف ب)- يغادر', 'يغادر', 'اف ب'],
    ['بغداد- في خطوة', 'في خطوة', null],
    ['القدس المحتلة- لن يتمكن', 'لن يتمكن', null],
    ['سبق- وكالات: قال', 'قال', 'سبق'],
    ['بكين - وكالات: اتفقت', 'اتفقت', null],
    ['LE BOURGET, France - Nearly', 'Nearly', null],
    ['CAIRO (Reuters) - The', 'The', 'Reuters'],
  ])('%s', (text, rest, outlet) => {
    const dateline = datelineOf(text)
    expect(text.slice(dateline?.length ?? 0)).toBe(rest)
    expect(dateline?.outlet ?? null).toBe(outlet)
  })

  test.each([
    'زار الوزير – أمس – مدينة الواحة',
    'قال رئيس البلدية: نحن مستعدون',
    'أعلنت سوريا -اليوم الجمعة- رفضها',
    'وقال ترامب (71 عاما) إن بلاده',
    'The captain - a woman of fifty - said',
  ])('not %s', (text) => {
    expect(datelineOf(text)).toBeNull()
  })
})

describe('dates', () => {
  test.each([
    'الأربعاء 5 آب 2020 الموافق 15 ذو الحجة 1441 هـ',
    'السبت، 20 مايو 2023 - 10:15 ص',
    '14 July 2015',
    'Tue, 08 May 2018 23:15:46 +0400',
    '26/9/1439هـ',
  ])('a line that is a date: %s', (text) => {
    expect(isDateLine(line(text))).toBe(true)
  })

  test.each(['قمة الواحة تبدأ في 5 مايو 2021', 'ثورة 25 يناير 2011 في كتاب جديد', 'عام 2015 كان الأصعب'])(
    'a line that has one: %s',
    (text) => {
      expect(isDateLine(line(text))).toBe(false)
    },
  )

  test('stamps, addresses and numbers of records', () => {
    expect(readStamp('2025-03-03@18:39:16 GMT')).toMatchObject({ day: '2025-03-03', instant: '2025-03-03T18:39:16Z' })
    expect(readStamp('2025-02-30')).toBeNull()
    expect(dayInUrl('https://a.example/politics/2024/4/13/x')).toBe('2024-04-13')
    expect(dayInUrl('http://a.example/ar/20180508-x')).toBe('2018-05-08')
    expect(dayInUrl('http://a.example/1045971-x')).toBeNull()
    expect(dayInId('JA-politic-83-29102013')).toBe('2013-10-29')
    expect(dayInId('JA-politic-285-20131029')).toBe('2013-10-29')
  })
})

describe('a publisher glued to the title', () => {
  test.each([
    ['Climate talks end | The Meridian Courier', '', 'Climate talks end', 'The Meridian Courier'],
    ['اجتماع في الواحة - صحيفة صدى الواحة', '', 'اجتماع في الواحة', 'صحيفة صدى الواحة'],
    ['رويترز نقل مكاتبها إلى مبنى جديد', ': أعلنت', 'نقل مكاتبها إلى مبنى جديد', 'رويترز'],
  ])('%s', (title, below, headline, name) => {
    const found = titlePublisher(title, below)
    expect(title.slice(found?.title.start, found?.title.end)).toBe(headline)
    expect(found?.name).toBe(name)
  })

  test.each(['Lords wrong on detainees - Straw', 'رويترز: روسيا ستحتفظ بقواعدها', 'رويترز تنقل مكاتبها إلى مبنى جديد'])(
    'not %s',
    (title) => {
      expect(titlePublisher(title, 'أعلنت الشركة ذلك اليوم.')).toBeNull()
    },
  )
})

describe('the lead of a headline', () => {
  const headline = line('معرض الكتاب في ميناء الصدف يستقبل زواره')

  test('takes up its words', () => {
    expect(isLeadOf(headline, line('استقبل معرض الكتاب في ميناء الصدف عشرة آلاف زائر.'))).toBe(true)
    expect(isLeadOf(headline, line('وزير الثقافة يفتتح معرض الكتاب في ميناء الصدف.'))).toBe(true)
  })

  test('does not go on from another paragraph', () => {
    expect(isLeadOf(headline, line('وقالت إدارة معرض الكتاب في الميناء إن العدد كبير.'))).toBe(false)
    expect(isLeadOf(headline, line('من جهته، قال مدير معرض الكتاب إن العدد كبير.'))).toBe(false)
    expect(isLeadOf(headline, line('عاد الصيادون إلى البحر بعد العاصفة.'))).toBe(false)
  })
})
