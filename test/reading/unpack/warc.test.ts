/** Web archives: of all that a crawler keeps, the pages. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { RawDocument } from '../../../src/reading/page.ts'
import { unpack } from '../../../src/reading/unpack/unpack.ts'
import { bytesOf, contents, PAGE, packageOf } from './support.ts'

type Answer = {
  readonly url?: string
  readonly type?: 'response' | 'resource' | 'conversion' | 'request' | 'revisit' | 'metadata'
  readonly statusline?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
  readonly warcHeaders?: Record<string, string>
}

const URL_ = 'https://alwaha.example/news/1'
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

async function record(answer: Answer, gzip = false): Promise<Uint8Array> {
  const { url = URL_, type = 'response', statusline = 'HTTP/1.1 200 OK', headers = HTML, body = PAGE } = answer
  const { warcHeaders = {} } = answer
  async function* content(): AsyncGenerator<Uint8Array> {
    yield bytesOf(body)
  }
  const http = type === 'response' || type === 'request' ? { statusline, httpHeaders: headers } : {}
  const given = { url, type, date: '2024-05-02T10:00:00Z', warcVersion: 'WARC/1.1', warcHeaders, ...http } as const
  return WARCSerializer.serialize(WARCRecord.create(given, content()), { gzip })
}

async function archive(...answers: readonly Answer[]): Promise<Uint8Array> {
  return Buffer.concat(await Promise.all(answers.map((answer) => record(answer))))
}

function chunked(body: string | Uint8Array, size = 10): Uint8Array {
  const bytes = Buffer.from(bytesOf(body))
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    pieces.push(Buffer.from(`${piece.length.toString(16)};note=1\r\n`), piece, Buffer.from('\r\n'))
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')])
}

const FOUND: [string, string] = [`news/${URL_}`, PAGE]

describe('a web archive', () => {
  test('gives a page with its address, its type and when it was retrieved', async () => {
    const found: (RawDocument | null)[] = []
    for await (const { document } of unpack(packageOf(await archive({}), 'crawl.warc'))) found.push(document)
    expect(found).toEqual([
      {
        bytes: Buffer.from(PAGE),
        filename: null,
        mediaType: 'text/html; charset=utf-8',
        url: URL_,
        retrievedAt: '2024-05-02T10:00:00Z',
      },
    ])
  })

  test('is read compressed record by record', async () => {
    const second = { url: 'https://alwaha.example/news/2', body: 'صفحة ثانية' }
    const compressed = Buffer.concat([await record({}, true), await record(second, true)])
    expect(await contents(packageOf(compressed, 'crawl.warc.gz'))).toEqual([
      [`crawl.warc.gz/${URL_}`, PAGE],
      ['crawl.warc.gz/https://alwaha.example/news/2', 'صفحة ثانية'],
    ])
  })

  test('gives what was saved without a server and the text of pages', async () => {
    const found = await contents(
      await archive(
        { type: 'resource', body: 'مورد', warcHeaders: { 'Content-Type': 'text/plain' } },
        { type: 'conversion', body: 'نص الصفحة', warcHeaders: { 'Content-Type': 'text/plain' } },
        { type: 'resource', body: 'png', warcHeaders: { 'Content-Type': 'image/png' } },
      ),
    )
    expect(found.map(([, text]) => text)).toEqual(['مورد', 'نص الصفحة'])
  })

  test('gives nothing else: requests, revisits, errors, redirects, parts, pictures, scripts, robots.txt', async () => {
    const found = await contents(
      await archive(
        { type: 'request', statusline: 'GET / HTTP/1.1' },
        { type: 'revisit' },
        { type: 'metadata', body: 'fetchTimeMs: 12' },
        { statusline: 'HTTP/1.1 404 Not Found' },
        { statusline: 'HTTP/1.1 301 Moved Permanently' },
        { statusline: 'HTTP/1.1 206 Partial Content' },
        { headers: { 'Content-Type': 'image/png' } },
        { headers: { 'Content-Type': 'text/css' } },
        { headers: { 'Content-Type': 'application/javascript' } },
        { url: 'https://alwaha.example/robots.txt', headers: { 'Content-Type': 'text/plain' } },
        { body: '' },
        { statusline: 'HTTP/2 200' },
      ),
    )
    expect(found).toEqual([FOUND])
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('decodes %s, in chunks too', async (coding, compress) => {
    const headers = { ...HTML, 'Content-Encoding': coding }
    expect(await contents(await archive({ headers, body: compress(PAGE) }))).toEqual([FOUND])
    const inChunks = { ...headers, 'Transfer-Encoding': 'chunked' }
    expect(await contents(await archive({ headers: inChunks, body: chunked(compress(PAGE)) }))).toEqual([FOUND])
  })

  test.each(['gzip', 'deflate', 'br'])(
    'leaves content alone that a crawler has decoded already, whatever its header says (%s)',
    async (coding) => {
      const headers = { ...HTML, 'Content-Encoding': coding, 'Transfer-Encoding': 'chunked' }
      expect(await contents(await archive({ headers }))).toEqual([FOUND])
    },
  )

  test('refuses one answer that is damaged, and reads the next', async () => {
    const headers = { ...HTML, 'Content-Encoding': 'gzip' }
    const bad = 'https://alwaha.example/bad'
    for (const body of [
      gzipSync(PAGE).subarray(0, 60),
      Buffer.concat([gzipSync(PAGE).subarray(0, 30), Buffer.alloc(20, 0xff)]),
    ]) {
      expect(await contents(await archive({ url: bad, headers, body }, {}))).toEqual([
        [`news/${bad}`, 'ARCHIVE_CORRUPT'],
        FOUND,
      ])
    }
    const chunks = { ...HTML, 'Transfer-Encoding': 'chunked' }
    expect(
      await contents(await archive({ url: bad, headers: chunks, body: chunked(PAGE).subarray(0, 40) }, {})),
    ).toEqual([[`news/${bad}`, 'ARCHIVE_CORRUPT'], FOUND])
  })

  test('that is cut off gives what is whole and one refusal', async () => {
    const whole = await archive({}, { url: 'https://alwaha.example/news/2' })
    const first = (await record({})).length
    for (let length = first + 3; length < whole.length - 4; length += 11) {
      const found = await contents(packageOf(whole.subarray(0, length), 'news'))
      expect(found[0]).toEqual(FOUND)
      expect(found.slice(1).map(([, what]) => what)).toEqual(['ARCHIVE_CORRUPT'])
    }
  })

  test('with a record without a length, or with headers without an end, is refused', async () => {
    const noLength = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n')
    expect(await contents(noLength)).toEqual([['news', 'ARCHIVE_CORRUPT']])
    const endless = Buffer.from(`WARC/1.0\r\nX: ${'a'.repeat(300_000)}`)
    expect(await contents(endless)).toEqual([['news', 'ARCHIVE_CORRUPT']])
  })
})
