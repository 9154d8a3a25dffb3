/** What people say with --map: how it is read, carried, and heeded by the readers. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'
import { parseRecordMap, recordMapOf, withMap } from '../../src/reading/record-map.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { rawDocument, readPage } from './support.ts'

describe('what is said', () => {
  test.each([
    [['title=headline', 'text=body'], { TITLE: 'headline', TEXT: 'body' }],
    [['title=headline,text=body'], { TITLE: 'headline', TEXT: 'body' }],
    [['date=date, time', 'url = link'], { DATE: 'date, time', URL: 'link' }],
    [['Text=المتن', 'title=2'], { TEXT: 'المتن', TITLE: '2' }],
    [['source=meta.outlet.name', 'source=meta.outlet.name'], { SOURCE: 'meta.outlet.name' }],
    [['text=a=b'], { TEXT: 'a=b' }],
  ])('%j', (values, map) => {
    expect(parseRecordMap(values)).toEqual(map)
  })

  test.each([
    [
      ['headline=title'],
      'FIELD is one of author, crawled, date, id, keywords, source, summary, text, title, updated, url',
    ],
    [['title'], '--map title is not FIELD=COLUMN'],
    [['title='], '--map title= is not FIELD=COLUMN'],
    [[''], 'is not FIELD=COLUMN'],
    [['title=a', 'title=b'], 'says title twice, a and b'],
    [['constructor=a'], 'is not FIELD=COLUMN'],
  ])('%j is refused', (values, message) => {
    const refusal = parseRecordMap(values)
    expect(refusal).toMatchObject({ code: 'MAP_INVALID' })
    expect(isRefusal(refusal) && refusal.message).toContain(message)
  })
})

describe('how it is carried', () => {
  test('any column comes back from the media type, and the rest of it stays', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((column) => column.trim() === column),
        fc.constantFrom(null, 'text/csv', 'text/csv; charset=windows-1256'),
        (column, type) => {
          const carried = withMap(type, { TITLE: column, TEXT: 'x' })
          expect(recordMapOf(carried)).toEqual({ TITLE: column, TEXT: 'x' })
          if (type !== null) expect(carried?.startsWith(`${type}; map=`)).toBe(true)
          expect(recordMapOf(withMap(carried, { URL: 'y' }))).toEqual({ URL: 'y' })
        },
      ),
    )
  })

  test('nothing said is nothing carried', () => {
    expect(withMap(null, {})).toBeNull()
    expect(withMap('text/csv', {})).toBe('text/csv')
    expect(recordMapOf('text/csv')).toEqual({})
  })
})

describe('how it is heeded', () => {
  const rows = 'a,b,c\nسوق الواحة,عاد السوق إلى العمل.,2024-03-05\n'

  test.each([['title=a,text=b,date=c'], ['title=1,text=2,date=3'], ['title=A,text=B,date=3']])(
    'columns of a table: %s',
    (said) => {
      const map = parseRecordMap([said])
      const mediaType = isRefusal(map) ? null : withMap('text/csv', map)
      expect(readPage(rows, { mediaType }).articles).toMatchObject([
        { headline: 'سوق الواحة', text: 'عاد السوق إلى العمل.', publishedOn: '2024-03-05' },
      ])
    },
  )

  test('a column that is not there, with those that are', () => {
    const outcome = readDocument(rawDocument(rows, { mediaType: withMap('text/csv', { TEXT: 'body' }) }))
    expect(outcome).toMatchObject({ code: 'MAP_INVALID' })
    expect(isRefusal(outcome) && outcome.message).toContain('no column body: its columns are 1 "a", 2 "b", 3 "c"')
  })

  test('a table that nobody understands says how to be understood', () => {
    const outcome = readDocument(rawDocument('a,b\n1,2\n', { filename: 'numbers.csv' }))
    expect(outcome).toMatchObject({ code: 'RECORD_WITHOUT_TEXT' })
    expect(isRefusal(outcome) && outcome.message).toContain('--map title=COLUMN --map text=COLUMN')
  })

  test.each([
    [
      '{"data":[{"h":{"main":"سوق الواحة"},"p":[{"t":"عاد السوق."},{"t":"فرح الناس."}],"title":"لا"}]}',
      'h.main',
      'p.t',
    ],
    ['[{"h.main":"سوق الواحة","p":["عاد السوق.","فرح الناس."]}]', 'h.main', 'p'],
  ])('paths in JSON: %s', (json, title, text) => {
    const page = readPage(json, { mediaType: withMap('application/json', { TITLE: title, TEXT: text }) })
    expect(page.articles).toMatchObject([{ headline: 'سوق الواحة', text: 'عاد السوق.\n\nفرح الناس.' }])
  })

  test('a member that no record has, with those that they have', () => {
    const outcome = readDocument(rawDocument('[{"h":"x"}]', { mediaType: withMap(null, { TITLE: 'q' }) }))
    expect(outcome).toMatchObject({ code: 'MAP_INVALID' })
    expect(isRefusal(outcome) && outcome.message).toContain('have the fields h')
  })

  test('said of a page that has no columns, it is a note', () => {
    const page = readPage('<html><body><article><p>فقرة في صفحة.</p></article></body></html>', {
      mediaType: withMap('text/html', { TEXT: 'b' }),
    })
    expect(page.notes.map(({ code }) => code)).toContain('MAP_UNUSED')
  })
})
