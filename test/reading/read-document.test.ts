/** Laws that hold for whatever is handed over, and the choice of the reader. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/reading/page.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { expectTiled, rawDocument } from './support.ts'

const LINES = [
  '',
  'الجزيرة:',
  'إعلان',
  'المصدر: وكالات',
  'اقرأ أيضا: عنوان خبر آخر من أربع كلمات',
  'إقرأ أيضاً:',
  'مقالات مشابهة',
  '  • عنوان في القائمة',
  'عنوان قصير من خمس كلمات',
  'تاريخ النشر: 12/03/2017',
  '2025-03-03@18:39:16 GMT',
  'كلمات دلالية: أولى، ثانية',
  'التعليقات',
  'تابعوا صدى الواحة على فيسبوك',
  'فقرة طويلة تقول شيئا عن الواحة وأهلها وعن السوق الذي عاد إلى العمل بعد إصلاح الطريق.',
  'بيروت- فقرة لها مكان في أولها تقول شيئا آخر عن المدينة كلها. تابع صدى الواحة على:',
  '‏  سطر بعلامات خفية ‬',
  '<TEXT>',
  '"title": "x"',
]
const soup = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 40 })), { maxLength: 30 })
  .map((lines) => lines.join('\n'))
const record = fc
  .record({
    title: fc.string(),
    content: fc.oneof(fc.string(), soup),
    date: fc.string(),
    author: fc.string(),
    tags: fc.array(fc.string()),
  })
  .map((value) => JSON.stringify(value))
const trec = fc
  .array(soup, { maxLength: 4 })
  .map((fields) => `<DOC>${fields.map((field) => `<TEXT>${field}</TEXT>`).join('')}</DOC>`)

function expectLawful(page: Page): void {
  expectTiled(page)
  for (const part of page.parts) {
    if (part.article !== null) expect(page.articles[part.article]).toBeDefined()
    if (part.kind === 'BLANK') expect(page.text.slice(part.start, part.end)).not.toMatch(/[\p{L}\p{N}]/u)
  }
  const kinds = page.articles.map((article) => article.kind)
  expect(kinds.lastIndexOf('MAIN')).toBe(kinds.filter((kind) => kind === 'MAIN').length - 1)
}

describe('whatever is handed over', () => {
  test('parts tile the text, MAIN comes first, nothing throws, and twice gives the same', () => {
    fc.assert(
      fc.property(fc.oneof(soup, record, trec), (content) => {
        const outcome = readDocument(rawDocument(content))
        if (isRefusal(outcome)) return
        expectLawful(outcome)
        expect(readDocument(rawDocument(content))).toEqual(outcome)
      }),
      { numRuns: 300 },
    )
  })

  test('any bytes give a page or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const outcome = readDocument(rawDocument(bytes))
        if (!isRefusal(outcome)) expectLawful(outcome)
      }),
    )
  })

  test('lines of crawled text come back word for word in headline and text', () => {
    fc.assert(
      fc.property(soup, (content) => {
        const outcome = readDocument(rawDocument(content))
        if (isRefusal(outcome) || outcome.mediaType !== 'text/plain') return
        for (const article of outcome.articles) {
          expect(content).toContain(article.headline)
          for (const line of article.text.split('\n')) expect(content).toContain(line)
        }
      }),
    )
  })

  test('cost grows with length, not with its square', () => {
    const long = `عنوان الخبر الطويل\n\n${'كلمة أخرى. '.repeat(60_000)}\n${'- عنوان\n'.repeat(20_000)}`
    expect(isRefusal(readDocument(rawDocument(long)))).toBe(false)
  }, 10_000)
})

describe('formats that are not read yet are refused with what to do', () => {
  test.each([
    ['<?xml version="1.0"?><catalogue><book><title>x</title></book></catalogue>', null],
    ['<?xml version="1.0"?><catalogue><item>x</item></catalogue>', null],
  ])('%s', (content, filename) => {
    const outcome = readDocument(rawDocument(content, { filename }))
    expect(outcome).toMatchObject({ code: 'FORMAT_UNSUPPORTED' })
    expect(isRefusal(outcome) && outcome.message).toContain('send')
  })
})

describe('JSON that holds no article', () => {
  test.each([
    ['{"title": "x", "content": ', 'RECORD_INVALID'],
    ['{"a": {"b": [1, 2, null]}}', 'RECORD_WITHOUT_TEXT'],
    [`[${'{"title":"a","content":"b"},'.repeat(1001)}]`, 'TOO_MANY_RECORDS'],
    [`{"a":${'['.repeat(200)}`, 'RECORD_INVALID'],
  ])('%.40s', (content, code) => {
    expect(readDocument(rawDocument(content))).toMatchObject({ code })
  })
})

describe('what a document came with', () => {
  test('its address gives the date that the text does not', () => {
    const url = 'https://sada.example/politics/2024/4/13/market'
    const page = readDocument(
      rawDocument('سوق الواحة يعود إلى العمل\n\nعاد سوق الواحة إلى العمل بعد إصلاح الطريق إليه.', { url }),
    )
    expect(isRefusal(page) ? page : page.articles[0]).toMatchObject({
      publishedOn: '2024-04-13',
      dateBasis: 'URL',
      url,
    })
  })
})
