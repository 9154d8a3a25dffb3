/** Tape archives of every age. */
import { describe, expect, test } from 'vitest'
import { contents, type Entry, PAGE, packageOf, tarOf } from './support.ts'

const LONG = `${'مجلد/'.repeat(60)}خبر.html`

/** A header block, for what no library writes any more; `change` comes before the check sum. */
function header(name: string, size: number, type: string, change: (block: Buffer) => void = () => {}): Buffer {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write(size.toString(8).padStart(11, '0'), 124)
  block.write(type, 156)
  change(block)
  block.fill(' ', 148, 156)
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return block
}

const padded = (text: string): Buffer => {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
const END = Buffer.alloc(1024)

describe('a tape archive', () => {
  test('gives its files in order, with long names and names in Arabic', async () => {
    const entries: readonly Entry[] = [
      ['a.html', PAGE],
      [LONG, 'بعيد'],
      ['empty.txt', ''],
    ]
    expect(await contents(await tarOf(entries))).toEqual(entries.map(([path, content]) => [`news/${path}`, content]))
  })

  test('gives no folders, links, devices and what is hidden', async () => {
    const archive = await tarOf([
      { name: 'pages', type: 'directory' },
      { name: 'pages/link.html', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'pages/same.html', type: 'link', linkname: 'a.html' },
      { name: 'tape', type: 'character-device' },
      { name: 'pipe', type: 'fifo' },
      ['pages/._a.html', 'x'],
      ['pages/a.html', PAGE],
    ])
    expect(await contents(archive)).toEqual([['news/pages/a.html', PAGE]])
  })

  test('of old Unix, without a mark, is known by its check sum', async () => {
    const old = Buffer.concat([header('a.html', Buffer.byteLength(PAGE), '\0'), padded(PAGE), END])
    expect(await contents(old)).toEqual([['news/a.html', PAGE]])
  })

  test('of GNU has its long names before their files', async () => {
    const name = `${LONG}\0`
    const long = Buffer.concat([
      header('././@LongLink', Buffer.byteLength(name), 'L'),
      padded(name),
      header('cut', 4, '0'),
      padded('text'),
      END,
    ])
    expect(await contents(long)).toEqual([[`news/${LONG}`, 'text']])
  })

  test('may have sizes as binary numbers', async () => {
    const block = header('a.txt', 0, '0', (bytes) => {
      bytes.fill(0, 124, 136)
      bytes.writeUInt8(0x80, 124)
      bytes.writeUInt32BE(4, 132)
    })
    expect(await contents(Buffer.concat([block, padded('text'), END]))).toEqual([['news/a.txt', 'text']])
  })

  test('keeps the size that an extended header gives for the file, not for another header before it', async () => {
    const size = '13 size=2048\n'
    const name = 'long.txt\0'
    const archive = Buffer.concat([
      header('x', size.length, 'x'),
      padded(size),
      header('././@LongLink', name.length, 'L'),
      padded(name),
      header('a.txt', 4, '0'),
      Buffer.alloc(2048, 0x61),
      header('b.txt', 4, '0'),
      padded('text'),
      END,
    ])
    expect(await contents(archive)).toEqual([
      ['news/long.txt', 'a'.repeat(2048)],
      ['news/b.txt', 'text'],
    ])
  })

  test('refuses a file with holes, and reads the next', async () => {
    const sparse = header('holes.txt', 512, 'S', (bytes) => bytes.writeUInt8(1, 482))
    const more = Buffer.alloc(512)
    const archive = Buffer.concat([sparse, more, Buffer.alloc(512, 0x61), header('b.txt', 4, '0'), padded('text'), END])
    expect(await contents(archive)).toEqual([
      ['news/holes.txt', 'FORMAT_UNSUPPORTED'],
      ['news/b.txt', 'text'],
    ])
  })

  test('goes on behind its end when another one was put there', async () => {
    const twice = Buffer.concat([await tarOf([['a.txt', 'one']]), await tarOf([['b.txt', 'two']])])
    expect(await contents(twice)).toEqual([
      ['news/a.txt', 'one'],
      ['news/b.txt', 'two'],
    ])
  })

  test('refuses a header that does not add up, and a negative or absurd size', async () => {
    const wrong = header('b.txt', 4, '0')
    wrong[0] = 0x7a
    const archive = Buffer.concat([header('a.txt', 4, '0'), padded('text'), wrong, padded('text'), END])
    expect(await contents(archive)).toEqual([
      ['news/a.txt', 'text'],
      ['news', 'ARCHIVE_CORRUPT'],
    ])
    const negative = header('a.txt', 0, '0', (bytes) => bytes.fill(0xff, 124, 136))
    expect(await contents(Buffer.concat([negative, END]))).toEqual([['news', 'ARCHIVE_CORRUPT']])
    const absurd = header('x', 2 ** 32, 'x')
    expect(await contents(Buffer.concat([absurd, END]))).toEqual([['news', 'ARCHIVE_TOO_LARGE']])
  })

  test('that is cut off gives what is whole and one refusal, wherever it is cut', async () => {
    const archive = await tarOf([
      ['a.html', PAGE],
      ['b.html', PAGE],
    ])
    const whole = [['news/a.html', PAGE]]
    for (let length = 1024; length < 1536; length += 7) {
      const found = await contents(packageOf(archive.subarray(0, length), 'news'))
      expect(found.slice(0, -1)).toEqual(whole)
      expect(found.at(-1)?.[1]).toBe('ARCHIVE_CORRUPT')
    }
  })
})
