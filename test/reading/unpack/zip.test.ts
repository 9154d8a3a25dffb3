/** ZIP archives as the world writes them. */
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contents, type Entry, PAGE, packageOf, zipOf } from './support.ts'

const ENTRIES: readonly Entry[] = [
  ['صفحات/أول.html', PAGE],
  ['b.txt', 'نص قصير'],
  ['empty.txt', ''],
]
const FOUND = ENTRIES.map(([path, content]) => [`news/${path}`, content])

/** The same name as Arabic Windows writes it. */
const OLD_NAME = Uint8Array.from([0xce, 0xc8, 0xd1, 0x2e, 0x74, 0x78, 0x74])

describe('a ZIP archive', () => {
  test.each([
    ['packed', {}],
    ['only stored', { level: 0 }],
    ['written to a pipe', { dataDescriptor: true }],
    ['written to a pipe without marks', { dataDescriptor: true, dataDescriptorSignature: false }],
    ['stored to a pipe', { level: 0, dataDescriptor: true, dataDescriptorSignature: true }],
    ['with wide numbers', { zip64: true }],
    ['with wide numbers and written to a pipe', { zip64: true, dataDescriptor: true, dataDescriptorSignature: true }],
  ])('%s gives its files in order', async (_, options) => {
    expect(await contents(await zipOf(ENTRIES, options))).toEqual(FOUND)
  })

  test('that is empty gives nothing', async () => {
    expect(await contents(await zipOf([]))).toEqual([])
  })

  test('gives no folders, links, hidden files and what macOS leaves', async () => {
    const link = await zipOf([['link.html', '../صفحات/أول.html']], { level: 0 })
    expect(await contents(link)).toEqual([])
    const litter = ['__MACOSX/._b.txt', '.DS_Store', 'pages/.hidden/x.html', './.git/config'].map(
      (path) => [path, 'x'] as const,
    )
    expect(await contents(await zipOf([...litter, ['b.txt', 'نص قصير']]))).toEqual([['news/b.txt', 'نص قصير']])
  })

  test('shows names that climb out of it without their steps', async () => {
    const found = await contents(
      await zipOf([
        ['../../etc/./passwd', 'a'],
        ['C:\\pages\\b.txt', 'b'],
      ]),
    )
    expect(found).toEqual([
      ['news/etc/passwd', 'a'],
      ['news/C:/pages/b.txt', 'b'],
    ])
  })

  test('reads names in the charset of old Arabic Windows', async () => {
    const archive = Buffer.from(await zipOf([['abc.txt', PAGE]]))
    for (let at = archive.indexOf('abc.txt'); at >= 0; at = archive.indexOf('abc.txt', at)) archive.set(OLD_NAME, at)
    expect(await contents(archive)).toEqual([['news/خبر.txt', PAGE]])
  })

  test.each([
    ['aes', {}],
    ['zip 2.0', { zipCrypto: true }],
    ['pipe', { zipCrypto: true, dataDescriptor: true, dataDescriptorSignature: true }],
  ])('refuses each encrypted file (%s)', async (_, options) => {
    const found = await contents(await zipOf(ENTRIES.slice(0, 2), { password: 'secret', ...options }))
    expect(found).toEqual([
      ['news/صفحات/أول.html', 'ARCHIVE_ENCRYPTED'],
      ['news/b.txt', 'ARCHIVE_ENCRYPTED'],
    ])
  })

  test('refuses office documents as what they are', async () => {
    const found = await contents(
      await zipOf([
        ['[Content_Types].xml', '<Types/>'],
        ['word/document.xml', '<w/>'],
      ]),
    )
    expect(found).toEqual([['news', 'FORMAT_UNSUPPORTED']])
  })

  test('refuses a file that is packed in a rare way, and reads the next', async () => {
    const archive = Buffer.from(await zipOf(ENTRIES.slice(0, 2)))
    archive.writeUInt16LE(14, 8)
    expect(await contents(archive)).toEqual([['news/صفحات/أول.html', 'FORMAT_UNSUPPORTED'], FOUND[1]])
  })

  test('refuses a damaged file, and reads the next', async () => {
    for (const options of [{}, { level: 0 }]) {
      const archive = Buffer.from(await zipOf(ENTRIES.slice(0, 2), options))
      const data = 30 + archive.readUInt16LE(26) + archive.readUInt16LE(28)
      archive[data] = 0xff
      expect(await contents(archive)).toEqual([['news/صفحات/أول.html', 'ARCHIVE_CORRUPT'], FOUND[1]])
    }
  })

  test('knows the end of stored data that only its descriptor tells, whatever is in the data', async () => {
    const mark = Buffer.from([0x50, 0x4b, 0x07, 0x08])
    const text = Buffer.concat([
      Buffer.from('PK'),
      mark,
      Buffer.alloc(70_000, 0x61),
      mark,
      Buffer.alloc(16),
      mark.subarray(0, 2),
    ])
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 6)
    header.writeUInt16LE(1, 26)
    const descriptor = Buffer.alloc(16)
    mark.copy(descriptor)
    descriptor.writeUInt32LE(crc32(text), 4)
    descriptor.writeUInt32LE(text.length, 8)
    descriptor.writeUInt32LE(text.length, 12)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    const archive = Buffer.concat([header, Buffer.from('a'), text, descriptor, end])
    for (const sizes of [[archive.length], [1], [7, 4096]]) {
      expect(await contents(packageOf(archive, 'news', sizes))).toEqual([['news/a', text.toString()]])
    }
  })

  test('gives its files when something lies behind its end', async () => {
    const archive = await zipOf(ENTRIES)
    expect(await contents(Buffer.concat([archive, Buffer.from('a comment nobody announced')]))).toEqual(FOUND)
  })

  test('that is cut off gives what is whole and one refusal, wherever it is cut', async () => {
    for (const options of [{}, { level: 0 }, { dataDescriptor: true, dataDescriptorSignature: true }]) {
      const archive = await zipOf(ENTRIES, options)
      for (let length = 5; length < archive.length - 22; length++) {
        const found = await contents(packageOf(archive.subarray(0, length), 'news'))
        const whole = found.slice(0, -1)
        expect(whole).toEqual(FOUND.slice(0, whole.length))
        expect(found.at(-1)?.[1]).toBe('ARCHIVE_CORRUPT')
      }
    }
  })
})
