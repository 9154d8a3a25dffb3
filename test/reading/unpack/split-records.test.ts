/** Dumps of records taken apart as they stream by: every record comes out once, whatever the pieces that they come in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'
import { isRefusal } from '../../../src/reading/refusal.ts'
import { type DumpFormat, isRecordDump } from '../../../src/reading/unpack/dump-format.ts'
import type { Package, Unpacked } from '../../../src/reading/unpack/package.ts'
import { holdsManyRecords, splitRecords } from '../../../src/reading/unpack/split-records.ts'

const HEAD = 64 * 1024

type Item = { readonly title: string; readonly text: string; readonly date: string }

const words = fc.constantFrom(
  'سوق الواحة يعود إلى العمل',
  'قال الوزير "إن الطريق فُتح", ثم مضى؛ {هكذا} [كما] قيل',
  "it's 5\\6 of it",
  'سطر أول\nسطر ثان\r\nسطر ثالث',
  '{"title": "اقتباس"}',
  '',
  '\u{1f342} ورقة، وأخرى',
)
const items: fc.Arbitrary<Item[]> = fc.array(
  fc.record({ title: words.map((text) => `عنوان ${text}`), text: words, date: fc.constant('2024-03-05') }),
  { minLength: 2, maxLength: 12 },
)

const WAYS: { readonly [way: string]: (items: readonly Item[]) => string } = {
  'an array': (list) => JSON.stringify(list),
  'an array over many lines': (list) => JSON.stringify(list, null, 2),
  'an array with a record a line': (list) => `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`,
  'JSON Lines': (list) => list.map((item) => JSON.stringify(item)).join('\n'),
  'exports glued together': (list) => `${JSON.stringify(list.slice(0, 1))}\n${JSON.stringify(list.slice(1), null, 1)}`,
  'exports with a bracket too many': (list) =>
    `[\n${JSON.stringify(list[0], null, 1)}\n][\n[${JSON.stringify(list.slice(1), null, 1)}\n]`,
  'an answer with a list': (list) =>
    JSON.stringify({ status: 'ok', meta: { pages: [{ no: 1 }] }, articles: list, more: { none: true } }),
  'comma-separated rows': (list) => table(list, ',', '\n'),
  'rows by semicolons that say so': (list) => `sep=;\r\n${table(list, ';', '\r\n')}`,
  'rows by tabs': (list) => table(list, '\t', '\n'),
}

function table(list: readonly Item[], delimiter: string, end: string): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = list.map((item) => [item.title, item.text, item.date].map(cell).join(delimiter))
  return ['title', 'text', 'date'].join(delimiter) + end + rows.join(end) + end
}

function packageOf(
  pieces: readonly Uint8Array[],
  name: string | null = null,
  mediaType: string | null = null,
): Package {
  return {
    name,
    mediaType,
    url: null,
    async *open() {
      yield* pieces
    },
  }
}

async function split(
  pieces: readonly Uint8Array[],
  format: DumpFormat,
  input = packageOf(pieces),
): Promise<Unpacked[]> {
  const out: Unpacked[] = []
  for await (const item of splitRecords(input.open(), format, input)) out.push(item)
  return out
}

function formatOf(bytes: Uint8Array, name: string | null = null, mediaType: string | null = null): DumpFormat {
  const format = isRecordDump(bytes.subarray(0, HEAD), packageOf([bytes], name, mediaType))
  if (format === null) throw new Error('this is no dump')
  return format
}

function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, next = 0; at < bytes.length; next++) {
    const length = lengths[next % lengths.length] ?? 1
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return pieces
}

/** What comes out, as text. */
function texts(items: readonly Unpacked[]): string[] {
  return items.map(({ at, document, refusal }) =>
    document === null ? `${at}: ${refusal.code}` : `${at}: ${new TextDecoder().decode(document.bytes)}`,
  )
}

/** Headlines of all articles that the documents become. */
function headlines(items: readonly Unpacked[]): string[] {
  return items.flatMap(({ document }) => {
    if (document === null) return ['refused']
    const page = readDocument(document)
    if (isRefusal(page)) return [page.code]
    return page.articles.filter(({ kind }) => kind === 'MAIN').map(({ headline }) => headline)
  })
}

describe('every record comes out once, in its order, whatever the pieces', () => {
  for (const [way, write] of Object.entries(WAYS)) {
    test(way, async () => {
      await fc.assert(
        fc.asyncProperty(
          items,
          fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
          async (list, lengths) => {
            const bytes = new TextEncoder().encode(write(list))
            const format = formatOf(bytes, way.includes('rows') ? 'dump.csv' : 'dump.json')
            const whole = await split([bytes], format)
            const records = whole.filter((item) => item.document !== null && !isJunk(item))
            expect(records).toHaveLength(list.length)
            for (const [index, item] of records.entries()) {
              expect(contentOf(item)).toEqual(list[index])
            }
            expect(texts(await split(cut(bytes, lengths), format))).toEqual(texts(whole))
          },
        ),
        { numRuns: 30 },
      )
    })
  }
})

/** Objects of an answer that lie as deep as its records do. */
function isJunk(item: Unpacked): boolean {
  return new TextDecoder().decode(item.document?.bytes).includes('"no"')
}

/** The record in a document, read by other means than ours. */
function contentOf(item: Unpacked): unknown {
  const text = new TextDecoder().decode(item.document?.bytes)
  if (text.startsWith('{')) return JSON.parse(text)
  const row = text.replace(/^sep=.\n/, '').replace(/^title.*\r?\n/, '')
  const cells = [...row.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]?.replaceAll('""', '"'))
  return { title: cells[0], text: cells[1], date: cells[2] }
}

describe('charsets', () => {
  const list = Array.from({ length: 5 }, (_, at) => ({
    title: `عنوان الخبر رقم ${at}`,
    text: 'نص الخبر.',
    date: '2024-03-05',
  }))

  test.each(['utf-16le', 'utf-16be'])('%s', async (charset) => {
    const text = Buffer.from(`\ufeff${JSON.stringify(list)}`, 'utf16le')
    const bytes = charset === 'utf-16le' ? text : text.swap16()
    expect(headlines(await split(cut(bytes, [7]), formatOf(bytes)))).toEqual(list.map(({ title }) => title))
  })

  test('windows-1256', async () => {
    const letters = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
    )
    const bytes = Uint8Array.from([...table(list, ',', '\r\n')], (letter) => letters.get(letter) ?? 63)
    expect(headlines(await split(cut(bytes, [11]), formatOf(bytes, 'dump.csv')))).toEqual(
      list.map(({ title }) => title),
    )
  })
})

describe('broken records harm no other', () => {
  test('a line that breaks off', async () => {
    const dump = '{"title":"أول","text":"نص"}\n{"title":"ثان","text":"نص\n{"title":"ثالث","text":"نص"}\n'
    const bytes = new TextEncoder().encode(dump)
    const out = await split([bytes], formatOf(bytes))
    expect(out.map(({ at }) => at)).toEqual(['line 1', 'line 2', 'line 3'])
    expect(headlines(out)).toEqual(['أول', 'RECORD_INVALID', 'ثالث'])
  })

  test.each([1, 5, 1000])('a string without its mark in an array, in pieces of %i bytes', async (length) => {
    const record = (no: number, end: string): string => `  {\n    "title": "خبر ${no}",\n    "text": "نص${end}\n  }`
    const dump = `[\n${[record(1, '"'), record(2, ''), record(3, '"')].join(',\n')}\n]`
    const bytes = new TextEncoder().encode(dump)
    expect(headlines(await split(cut(bytes, [length]), formatOf(bytes)))).toEqual(['خبر 1', 'RECORD_INVALID', 'خبر 3'])
  })

  test('a record that no document can hold', async () => {
    const record = (no: number, text: string): string => JSON.stringify({ title: `خبر ${no}`, text })
    const dump = `[${[record(1, 'نص'), record(2, 'x'.repeat(17 * 1024 * 1024)), record(3, 'نص')].join(',')}]`
    const bytes = new TextEncoder().encode(dump)
    for (const length of [bytes.length, 64 * 1024]) {
      const out = await split(cut(bytes, [length]), formatOf(bytes))
      expect(out.map(({ at, refusal }) => [at, refusal?.code])).toEqual([
        ['record 1', undefined],
        ['record 2', 'DOCUMENT_TOO_LARGE'],
        ['record 3', undefined],
      ])
    }
  }, 20_000)
})

describe('records know what the dump knows', () => {
  test('columns without a header are told by the rows together', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `كذب,عاد سوق الواحة إلى العمل في يومه رقم ${at},السبت 0${1 + (at % 9)} كانون ثاني 2024`,
    )
    const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`)
    const format = formatOf(bytes, 'rows.csv')
    expect(format.mediaType).toBe('text/csv; header=absent; map="date=3,title=2"; part=record')
    const out = await split([bytes], format)
    const page = out[3]?.document == null ? null : readDocument(out[3].document)
    expect(page).toMatchObject({
      articles: [{ headline: 'عاد سوق الواحة إلى العمل في يومه رقم 3', publishedOn: '2024-01-04' }],
    })
  })

  test('a column of dates tells which of its numbers is the month', async () => {
    const bytes = new TextEncoder().encode('title,text,date\nأول,نص,03/04/2024\nثان,نص,03/25/2024\n')
    const out = await split([bytes], formatOf(bytes, 'rows.csv'))
    const page = out[0]?.document == null ? null : readDocument(out[0].document)
    expect(page).toMatchObject({ articles: [{ publishedOn: '2024-03-04' }] })
  })

  test('what was said with --map goes with each record', async () => {
    const bytes = new TextEncoder().encode('{"h":"أول","b":"نص"}\n{"h":"ثان","b":"نص"}\n')
    const format = formatOf(bytes, 'dump.jsonl', 'application/x-ndjson; map="title=h,text=b"')
    expect(headlines(await split([bytes], format))).toEqual(['أول', 'ثان'])
  })

  test('a record with nothing to read is a page with a note, no refusal', async () => {
    const bytes = new TextEncoder().encode('title,text,label\nأول,نص,كذب\n,,كذب\n')
    const out = await split([bytes], formatOf(bytes, 'rows.csv'))
    const page = out[1]?.document == null ? null : readDocument(out[1].document)
    expect(page).toMatchObject({ articles: [], notes: [{ code: 'RECORD_WITHOUT_TEXT' }] })
  })
})

describe('what is no dump, and what is none to split', () => {
  test.each([
    ['عنوان خبر في صفحة\n\nفقرة أولى، طويلة; وفيها فواصل, كثيرة.\nفقرة ثانية، طويلة.\n'],
    ['<html><body><p>x</p></body></html>'],
    ['{"a": 1}'],
  ])('%s', (text) => {
    const bytes = new TextEncoder().encode(text)
    const format = isRecordDump(bytes, packageOf([bytes], 'page.txt'))
    expect(format === null || !holdsManyRecords(bytes, format)).toBe(true)
  })

  test('a thousand records are one document, one more is not', () => {
    const dump = (count: number): Uint8Array => new TextEncoder().encode('{"title":"a","text":"b"}\n'.repeat(count))
    expect(holdsManyRecords(dump(1000), formatOf(dump(10)))).toBe(false)
    expect(holdsManyRecords(dump(1001), formatOf(dump(10)))).toBe(true)
  })

  test('a table whose columns nobody knows is refused once, with what to say', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n3,4\n')
    const [item, ...others] = await split([bytes], formatOf(bytes, 'numbers.csv'))
    expect(others).toEqual([])
    expect(item?.refusal?.message).toContain('--map title=COLUMN')
  })
})
