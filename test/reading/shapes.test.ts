/** Laws of the readers for Markdown, labelled lines and XML of any house, whatever they are given. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { expectTiled, rawDocument } from './support.ts'

const PIECES = [
  '# عنوان من كلمات عدة',
  '## ماذا بعد؟',
  '**هالة البنا**',
  '[رابط إلى خبر آخر هنا](https://x.example/1)',
  '![صورة](/a.jpg)',
  '---',
  '* بند',
  '> قول',
  'العنوان: خبر',
  'Date: 2025-02-01',
  'النص:',
  'فقرة طويلة تقول شيئا عن الميناء وأهله وعن السوق الذي عاد إلى العمل بعد إصلاح الطريق.',
  '\\*',
  '[[[](',
  '',
]
const TAGS = [
  '<a>',
  '</a>',
  '<title>',
  '</title>',
  '<text date="2025-02-01">',
  '</text>',
  '<![CDATA[',
  ']]>',
  '&amp;',
  'كلمة ',
  '<b/>',
]
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 30 })), { maxLength: 25 })
  .map((lines) => lines.join('\n'))
const xml = fc
  .array(fc.oneof(fc.constantFrom(...TAGS), fc.string({ maxLength: 10 })), { maxLength: 30 })
  .map((pieces) => `<root>${pieces.join('')}</root>`)

test.each([
  ['Markdown', markdown, 'a.md'],
  ['labelled lines', markdown, 'a.txt'],
  ['XML', xml, 'a.xml'],
] as const)('%s of any kind becomes a page whose parts tile it, or a refusal', (_, content, filename) => {
  fc.assert(
    fc.property(content, (text) => {
      const outcome = readDocument(rawDocument(text, { filename }))
      if (isRefusal(outcome)) return
      expectTiled(outcome)
      expect(readDocument(rawDocument(text, { filename }))).toEqual(outcome)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['brackets', '['.repeat(300_000)],
  ['links that do not end', '[a]('.repeat(100_000)],
  ['stars', '*a '.repeat(200_000)],
  ['lines that are labels', 'Title: x\n'.repeat(50_000)],
])(
  '%s cost time by their length alone',
  (_, text) => {
    const start = performance.now()
    readDocument(rawDocument(text, { filename: 'a.md' }))
    expect(performance.now() - start).toBeLessThan(12_000)
  },
  15_000,
)
