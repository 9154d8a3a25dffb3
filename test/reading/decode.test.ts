/** Bytes to text, and what is no text. */
import { describe, expect, test } from 'vitest'
import { decode, MOST_BYTES } from '../../src/reading/decode.ts'
import { isRefusal } from '../../src/reading/refusal.ts'

const TEXT = 'القاهرة: افتتحت جامعة الواحة مختبرا للمياه'

function decoded(bytes: Uint8Array | readonly number[]): { text: string; charset: string; notes: string[] } {
  const outcome = decode(Uint8Array.from(bytes))
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return { text: outcome.text, charset: outcome.charset, notes: outcome.notes.map((note) => note.code) }
}

/** Encodes by asking the decoder for every byte's letter, as the platform has no encoder for old charsets. */
function encodeOld(text: string, charset: string): Uint8Array {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)))
}

describe('decoding', () => {
  test('reads UTF-8 and takes its mark off', () => {
    expect(decoded(new TextEncoder().encode(TEXT))).toEqual({ text: TEXT, charset: 'utf-8', notes: [] })
    expect(decoded(new TextEncoder().encode(`\ufeff${TEXT}`)).text).toBe(TEXT)
  })

  test('reads UTF-16 with a mark and without one', () => {
    const plain = new Uint8Array(Buffer.from('Harbour ferry returns', 'utf16le'))
    expect(decoded([0xff, 0xfe, ...plain])).toMatchObject({ text: 'Harbour ferry returns', charset: 'utf-16le' })
    expect(decoded(plain)).toMatchObject({ charset: 'utf-16le', notes: ['CHARSET_SNIFFED'] })
  })

  test.each(['windows-1256', 'iso-8859-6'])('reads %s without being told', (charset) => {
    expect(decoded(encodeOld(TEXT, charset))).toEqual({ text: TEXT, charset, notes: ['CHARSET_SNIFFED'] })
  })

  test('reads the word of seven bytes that no charset is declared for', () => {
    expect(decoded([0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9]).text).toBe('القاهرة')
  })

  test('reads Arabic in UTF-16 without a mark', () => {
    expect(decoded(new Uint8Array(Buffer.from(TEXT, 'utf16le')))).toMatchObject({ text: TEXT, charset: 'utf-16le' })
  })

  test.each([
    ['the header', TEXT, 'text/html; charset=windows-1256', 'windows-1256'],
    ['the page', `<meta charset="windows-1256"><p>${TEXT}`, null, 'windows-1256'],
    [
      'an old page',
      `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">${TEXT}`,
      null,
      'iso-8859-6',
    ],
    ['a feed', `<?xml version="1.0" encoding="windows-1256"?><rss>${TEXT}</rss>`, null, 'windows-1256'],
  ])('believes %s', (_, text, mediaType, charset) => {
    expect(decode(encodeOld(text, charset), mediaType)).toEqual({ text, charset, notes: [] })
  })

  test('does not believe a header that contradicts the bytes', () => {
    const utf8 = new TextEncoder().encode(TEXT)
    expect(decode(utf8, 'text/html; charset=windows-1256')).toMatchObject({ text: TEXT, charset: 'utf-8' })
    expect(decode(encodeOld(TEXT, 'windows-1256'), 'text/html; charset=utf-8')).toMatchObject({ text: TEXT })
  })

  test('reads UTF-8 that was cut in the middle of a letter', () => {
    expect(decoded(new TextEncoder().encode(TEXT).slice(0, -1))).toMatchObject({
      text: `${TEXT.slice(0, -1)}\ufffd`,
      charset: 'utf-8',
      notes: ['LETTERS_LOST'],
    })
  })

  test('drops NUL and says so', () => {
    expect(decoded(new TextEncoder().encode(`a\0${TEXT}\0`))).toEqual({
      text: `a${TEXT}`,
      charset: 'utf-8',
      notes: ['NUL_DROPPED'],
    })
  })
})

describe('refusals', () => {
  test.each([
    ['nothing', [], 'DOCUMENT_EMPTY'],
    ['white space', [0x20, 0x0a, 0x0a], 'DOCUMENT_EMPTY'],
    ['only NUL', [0x41 - 0x41, 0, 0], 'DOCUMENT_EMPTY'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'DOCUMENT_BINARY'],
    ['control characters', [1, 2, 3, 4, 5, 6, 7, 8], 'DOCUMENT_BINARY'],
  ])('%s', (_, bytes, code) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({ code })
  })

  test('archives, with a word on who takes them apart', () => {
    for (const start of [
      [0x50, 0x4b, 0x03, 0x04],
      [0x1f, 0x8b, 0x08, 0x00],
    ]) {
      expect(decode(Uint8Array.from(start))).toMatchObject({
        code: 'DOCUMENT_BINARY',
        message: expect.stringContaining('isnad ingest takes archives apart'),
      })
    }
    expect(decode(Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf]))).toMatchObject({
      message: expect.stringContaining('unpack it'),
    })
  })

  test('more bytes than a page has', () => {
    expect(decode(new Uint8Array(MOST_BYTES + 1).fill(0x61))).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' })
  })
})

describe('what is declared is believed as far as the letters bear it out', () => {
  const french = "La décision a été annoncée à Genève, où l'été s'achève."
  const german = 'Größe und Straße über Ärger, der Bäcker sprach'
  test.each([
    ['a page in windows-1256 that says Latin-1', TEXT, 'windows-1256', 'iso-8859-1', 'windows-1256'],
    ['a page in windows-1256 that says windows-1252', TEXT, 'windows-1256', 'windows-1252', 'windows-1256'],
    ['a page in ISO-8859-6 that says windows-1256', TEXT, 'iso-8859-6', 'windows-1256', 'iso-8859-6'],
    ['a page in windows-1256 that says ISO-8859-6', TEXT, 'windows-1256', 'iso-8859-6', 'windows-1256'],
    ['a page in windows-1256 that says nothing that is known', TEXT, 'windows-1256', 'x-arabic', 'windows-1256'],
    ['French that says so', french, 'windows-1252', 'iso-8859-1', 'windows-1252'],
    ['French that says nothing', french, 'windows-1252', 'none', 'windows-1252'],
    ['German that says nothing', german, 'windows-1252', 'none', 'windows-1252'],
    ['Russian that says so', 'Президент заявил о победе', 'windows-1251', 'windows-1251', 'windows-1251'],
    ['Turkish that says so', 'Türkiye İstanbul şehir çığ', 'windows-1254', 'iso-8859-9', 'windows-1254'],
  ])('%s', (_, text, charset, said, read) => {
    const page = `<meta charset=${said}><p>${text}`
    expect(decode(encodeOld(page, charset))).toMatchObject({ text: page, charset: read })
  })

  test('one accent in a long English text is no damage', () => {
    const text = `${'He said no, over and over. '.repeat(20)}In the café.`
    expect(decode(encodeOld(text, 'windows-1252'))).toMatchObject({ text, charset: 'windows-1252' })
  })

  test('UTF-16 with a stray byte at its end', () => {
    expect(decode(Uint8Array.from([...Buffer.from(TEXT, 'utf16le'), 10]))).toMatchObject({ text: TEXT })
  })

  test('UTF-8 with one letter cut is UTF-8, whatever it says', () => {
    const bytes = new TextEncoder().encode(`<meta charset=windows-1252><p>${TEXT}`).slice(0, -1)
    expect(decode(bytes)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining('القاهرة') })
  })
})
