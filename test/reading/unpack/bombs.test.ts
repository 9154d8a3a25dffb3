/** Archives that are made to grow, and the bounds that stop each of them while it streams. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contents, packageOf, tarOf, zipOf } from './support.ts'

const MEGABYTE = 1024 ** 2
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MEGABYTE)

/** A ZIP archive of our own, byte by byte, for what no library writes: members may lie anywhere. */
function localFile(name: string, packed: Uint8Array, crc: number, size: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), packed])
}

function directory(entries: readonly { readonly name: string; readonly start: number }[]): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  const files = entries.map(({ name, start }) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(start, 42)
    return Buffer.concat([entry, Buffer.from(name)])
  })
  return Buffer.concat([...files, end])
}

/** A deflate block that holds bytes as they are, then another stream: the way to quote a header inside of data. */
function quoting(quoted: Uint8Array, then: Uint8Array): Buffer {
  const block = Buffer.from([
    0,
    quoted.length & 0xff,
    quoted.length >> 8,
    ~quoted.length & 0xff,
    (~quoted.length >> 8) & 0xff,
  ])
  return Buffer.concat([block, quoted, then])
}

describe('a bomb', () => {
  test('of 194 KB that would be 200 MB is stopped early and takes little memory', async () => {
    const bomb = gzipSync(zeros(200))
    expect(bomb.length).toBeLessThan(204_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await contents(bomb)).toEqual([['news', 'ARCHIVE_BOMB']])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEGABYTE)
  })

  test('among honest files loses nothing that came before it', async () => {
    const archive = await zipOf([
      ['a.html', 'قبل القنبلة'],
      ['bomb.txt', zeros(8)],
    ])
    expect(await contents(archive)).toEqual([
      ['news/a.html', 'قبل القنبلة'],
      ['news/bomb.txt', 'ARCHIVE_BOMB'],
    ])
  })

  test('in layers is measured against the whole, not against the layer around it', async () => {
    const once = gzipSync(zeros(64))
    const twice = gzipSync(once)
    expect(twice.length).toBeLessThan(once.length / 50)
    expect(await contents(twice)).toEqual([['news', 'ARCHIVE_BOMB']])
  })

  test('of archives in archives ends at the depth', async () => {
    let nested: Uint8Array = await zipOf([['page.html', 'x']])
    for (let layer = 0; layer < 20; layer++) nested = await zipOf([['inner.zip', nested]])
    const found = await contents(nested)
    expect(found).toEqual([[`news${'/inner.zip'.repeat(4)}`, 'ARCHIVE_TOO_DEEP']])
  })

  test('that unpacks to many archives of many is bounded by the members of all of them', async () => {
    const leaf = await zipOf(Array.from({ length: 10 }, (_, index) => [`${index}.html`, 'x']))
    const tree = await tarOf(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, leaf]))
    const found = await contents(tree, { members: 60 })
    expect(found.filter(([, what]) => what === 'x').length).toBeGreaterThan(50)
    expect(found.at(-1)).toEqual(['news/5.zip', 'ARCHIVE_TOO_LARGE'])
  })

  test('that quotes its own beginning without end is cut at the depth', async () => {
    // A gzip file whose content begins like itself; a true quine goes on so for ever, this one far enough.
    let quine: Uint8Array = gzipSync('x', { level: 0 })
    for (let layer = 0; layer < 50; layer++) quine = gzipSync(quine, { level: 0 })
    expect(await contents(quine)).toEqual([['news', 'ARCHIVE_TOO_DEEP']])
  })

  test('of entries that overlap is refused, and its data is unpacked but once', async () => {
    const text = Buffer.from('النواة')
    const kernel = deflateRawSync(text)
    const inner = localFile('b.txt', kernel, crc32(text), text.length)
    const quoted = Buffer.concat([Buffer.from('text '), inner.subarray(0, inner.length - kernel.length)])
    const data = quoting(quoted, kernel)
    const content = Buffer.concat([quoted, text])
    const outer = localFile('a.txt', data, crc32(content), content.length)
    const innerStart = outer.length - inner.length
    const names = directory([
      { name: 'a.txt', start: 0 },
      { name: 'b.txt', start: innerStart },
    ])
    const found = await contents(Buffer.concat([outer, names]))
    expect(found.map(([at, what]) => [at, what.slice(-12)])).toEqual([
      ['news/a.txt', content.toString().slice(-12)],
      ['news', 'ARCHIVE_BOMB'],
    ])
  })

  test('whose directory names one file over and over is refused', async () => {
    const text = Buffer.from('مرة واحدة')
    const file = localFile('a.txt', deflateRawSync(text), crc32(text), text.length)
    const names = directory(['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, start: 0 })))
    expect(await contents(Buffer.concat([file, names]))).toEqual([
      ['news/a.txt', text.toString()],
      ['news', 'ARCHIVE_BOMB'],
    ])
  })

  test('that lies about its sizes is refused for itself', async () => {
    const text = Buffer.from('أطول مما تقول')
    const file = localFile('a.txt', deflateRawSync(text), crc32(text), 3)
    const next = localFile('b.txt', deflateRawSync(text), crc32(text), text.length)
    const names = directory([
      { name: 'a.txt', start: 0 },
      { name: 'b.txt', start: file.length },
    ])
    expect(await contents(Buffer.concat([file, next, names]))).toEqual([
      ['news/a.txt', 'ARCHIVE_CORRUPT'],
      ['news/b.txt', text.toString()],
    ])
  })
})

describe('each bound', () => {
  test('on all bytes, on a member, on names is a refusal, and what was read stays', async () => {
    const page = 'نص من نصوص النشرة '.repeat(200)
    const archive = await zipOf([
      ['a.html', page],
      ['b.html', page],
    ])
    const first = ['news/a.html', page]
    const bytes = Buffer.byteLength(page)
    expect(await contents(archive, { totalBytes: bytes + 1 })).toEqual([first, ['news/b.html', 'ARCHIVE_TOO_LARGE']])
    expect(await contents(archive, { members: 1 })).toEqual([first, ['news', 'ARCHIVE_TOO_LARGE']])
    expect(await contents(archive, { memberBytes: bytes - 1 })).toEqual([['news/a.html', 'ARCHIVE_TOO_LARGE']])
    const named = await tarOf([
      [`${'a'.repeat(99)}.html`, page],
      ['b.html', page],
    ])
    expect(await contents(named, { nameLength: 50 })).toEqual([
      [expect.stringMatching(/…$/), 'ARCHIVE_TOO_LARGE'],
      ['news/b.html', page],
    ])
  })

  test('on growth leaves a short page of repeated lines alone', async () => {
    const page = '<br>\n'.repeat(200_000)
    expect(await contents(packageOf(gzipSync(page), 'a.html.gz'))).toEqual([['a.html.gz', page]])
  })
})
