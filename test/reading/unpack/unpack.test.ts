/** Packages of any kind: what is a document in them, where it lies, and how deep. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { RawDocument } from '../../../src/reading/page.ts'
import type { Package } from '../../../src/reading/unpack/package.ts'
import { unpack } from '../../../src/reading/unpack/unpack.ts'
import { bytesOf, contents, PAGE, packageOf, tarOf, zipOf } from './support.ts'

const RECORD = { title: 'عودة العبارة إلى الميناء', body: 'عادت العبارة إلى الميناء بعد الصيانة.', date: '2024-05-02' }

async function documents(input: Package): Promise<(RawDocument | null)[]> {
  const found: (RawDocument | null)[] = []
  for await (const { document } of unpack(input)) found.push(document)
  return found
}

describe('a package', () => {
  test('that is no container is one document with all that is known of it', async () => {
    const known = { mediaType: 'text/html', url: 'https://example.org/a', retrievedAt: '2024-05-02T10:00:00Z' }
    const input = { ...packageOf(bytesOf(PAGE), 'pages/a.html'), ...known }
    expect(await documents(input)).toEqual([{ bytes: Buffer.from(PAGE), filename: 'a.html', ...known }])
    expect(await contents(input)).toEqual([['pages/a.html', PAGE]])
  })

  test('without a name or a byte is still one document', async () => {
    expect(await contents(packageOf(new Uint8Array(0), null))).toEqual([['input', '']])
  })

  test('that is compressed is named without the ending, and its address stays', async () => {
    const url = 'https://example.org/a.html.gz'
    const input = { ...packageOf(gzipSync(PAGE), 'a.html.gz'), url }
    expect(await documents(input)).toMatchObject([{ filename: 'a.html', url }])
    expect(await contents(input)).toEqual([['a.html.gz', PAGE]])
  })

  test('of several compressed files in a row is one document, padding after it or not', async () => {
    const twice = Buffer.concat([gzipSync(PAGE), gzipSync(PAGE), new Uint8Array(700)])
    expect(await contents(twice)).toEqual([['news', PAGE + PAGE]])
  })

  test('in a package is read where it lies', async () => {
    const inner = await zipOf([['صفحات/خبر.html', PAGE]])
    const outer = await tarOf([
      ['a.html', 'first'],
      ['saved/inner.zip', inner],
      ['saved/page.html.gz', gzipSync('last')],
    ])
    expect(await contents(gzipSync(outer))).toEqual([
      ['news/a.html', 'first'],
      ['news/saved/inner.zip/صفحات/خبر.html', PAGE],
      ['news/saved/page.html.gz', 'last'],
    ])
  })

  test('that lies too deep is refused, and its neighbours are read', async () => {
    const outer = await tarOf([
      ['deep.gz', gzipSync(gzipSync('too deep'))],
      ['b.html', 'read'],
    ])
    expect(await contents(outer, { depth: 2 })).toEqual([
      ['news/deep.gz', 'ARCHIVE_TOO_DEEP'],
      ['news/b.html', 'read'],
    ])
  })

  test('of many records is taken apart, one of few stays whole', async () => {
    const line = `${JSON.stringify(RECORD)}\n`
    expect(await contents(gzipSync(line.repeat(3)))).toEqual([['news', line.repeat(3)]])
    const found = await contents(gzipSync(line.repeat(1001)))
    expect(found).toHaveLength(1001)
    expect(found[0]?.[0]).toBe('news, line 1')
    expect(JSON.parse(found[0]?.[1] ?? '')).toEqual(RECORD)
  })

  test('that is larger than a document and no dump is refused', async () => {
    const large = await tarOf([
      ['large.txt', new Uint8Array(16 * 1024 * 1024 + 1).fill(0x61)],
      ['b.html', 'read'],
    ])
    expect(await contents(large)).toEqual([
      ['news/large.txt', 'DOCUMENT_TOO_LARGE'],
      ['news/b.html', 'read'],
    ])
  })

  test('whose stream breaks is no damaged archive: its error is thrown', async () => {
    async function* open(): AsyncGenerator<Uint8Array> {
      yield gzipSync(PAGE).subarray(0, 20)
      throw new Error('EIO')
    }
    await expect(contents({ ...packageOf(new Uint8Array(0), null), open })).rejects.toThrow('EIO')
  })

  test('is closed when its reader has enough', async () => {
    let closed = false
    async function* open(): AsyncGenerator<Uint8Array> {
      try {
        yield await tarOf([
          ['a.html', PAGE],
          ['b.html', PAGE],
        ])
      } finally {
        closed = true
      }
    }
    for await (const _ of unpack({ ...packageOf(new Uint8Array(0), null), open })) break
    expect(closed).toBe(true)
  })
})
