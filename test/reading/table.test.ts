/** Tables: rows and cells by any rules that programs write them by, and the columns' meaning. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { columnsOf } from '../../src/reading/table-columns.ts'
import { tableLayout } from '../../src/reading/table-dialect.ts'
import { cellText, tableRows } from '../../src/reading/table-rows.ts'
import { expectTiled, rawDocument } from './support.ts'

function cells(text: string, delimiter = ',', backslash = false): string[][] {
  const dialect = { delimiter, backslash }
  return [...tableRows(text, dialect)].map((row) => row.cells.map((cell) => cellText(text, cell, dialect).text))
}

describe('rows', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['"a ""b"" c",""\n', [['a "b" c', '']]],
    ['"a "b" c",d\n', [['a "b" c', 'd']]],
    ['a, "b, c" ,d\n', [['a', 'b, c', 'd']]],
    [
      'a,"b\nc,d\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\n,\n', [['a'], [], ['', '']]],
    ['""', [['']]],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  test('marks escaped by backslashes', () => {
    expect(cells('"a \\"b\\", c",d\n', ',', true)).toEqual([['a "b", c', 'd']])
  })

  test('what any writer of the standard writes comes back', () => {
    const table = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
        const text = rows.map((row) => row.map(quote).join(delimiter)).join('\r\n')
        expect(cells(text, delimiter)).toEqual(rows)
      }),
    )
  })

  test('the marks of many cells without end cost no square of the length', () => {
    const text = `${'"a\n'.repeat(100_000)}"",x`
    expect(cells(text).length).toBeGreaterThan(100)
  }, 5000)
})

describe('the delimiter', () => {
  test.each([
    ['title,text\na,"b; c; d"\n', ','],
    ['title;text\na, b, c;d, e, f\n', ';'],
    ['title\ttext\na, b\tc, d\n', '\t'],
    ['1|سوق, الواحة|نص; آخر\n2|خبر|نص\n', '|'],
    ['sep=;\na,b;c,d\n', ';'],
  ])('%j', (text, delimiter) => {
    expect(tableLayout(text).dialect.delimiter).toBe(delimiter)
  })
})

describe('columns', () => {
  const long = 'كلمة '.repeat(30).trim()

  test.each([
    [
      [
        ['Title', 'Text'],
        ['a', 'b'],
      ],
      true,
      { 0: 'TITLE', 1: 'TEXT' },
    ],
    [
      [
        ['عنوان الخبر', 'نص الخبر', 'تاريخ النشر'],
        ['a', 'b', 'c'],
      ],
      true,
      { 0: 'TITLE', 1: 'TEXT', 2: 'DATE' },
    ],
    [
      [
        ['dc:title', 'schema:articleBody'],
        ['a', 'b'],
      ],
      true,
      { 0: 'TITLE', 1: 'TEXT' },
    ],
    [
      [
        ['c1', 'c2', 'c3'],
        ['عنوان من ثلاث كلمات', long, '2024-03-05'],
      ],
      true,
      { 0: 'TITLE', 1: 'TEXT', 2: 'DATE' },
    ],
    [
      [
        ['7', 'عنوان أول من كلمات', 'https://sada.example/1', long, 'رويترز'],
        ['8', 'عنوان ثان من كلمات', 'https://sada.example/2', `${long} أخرى`, 'فرانس برس'],
      ],
      false,
      { 1: 'TITLE', 2: 'URL', 3: 'TEXT', 4: 'SOURCE' },
    ],
  ])('%j', (rows, header, fields) => {
    const columns = columnsOf(rows, {})
    if (isRefusal(columns)) throw new Error(columns.message)
    expect(columns.header).toBe(header)
    expect(Object.fromEntries([...columns.fields].map(([index, { field }]) => [index, field]))).toEqual(fields)
  })
})

describe('whatever a file that is called a table holds', () => {
  test('its parts tile it, and twice gives the same', () => {
    const piece = fc.constantFrom(
      'title',
      'text',
      'سوق الواحة',
      '2024-03-05',
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      'sep=;',
      '<p>',
      '&amp;',
      "['a',",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = rawDocument(pieces.join(''), { filename: 'rows.csv' })
        const page = readDocument(raw)
        if (!isRefusal(page)) expectTiled(page)
        expect(readDocument(raw)).toEqual(page)
      }),
      { numRuns: 300 },
    )
  })
})
