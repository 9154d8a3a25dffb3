/**
 * Bytes to text. A byte order mark decides; then UTF-16 by where its high bytes lie; then UTF-8 if every byte is, or all
 * but a few; then the old charsets, by what is declared and by the letters.
 */
import { declaredCharsets } from './declared-charset.ts'
import { repairMojibake } from './mojibake.ts'
import { type OldReading, readOldCharset } from './old-charset.ts'
import type { PageNote } from './page.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A document's text and how it was come by. */
export type Decoded = { readonly text: string; readonly charset: string; readonly notes: readonly PageNote[] }

/** Larger documents are dumps, to be cut into records first. */
export const MOST_BYTES = 16 * 1024 * 1024
const SAMPLE = 64 * 1024
const BINARY_SHARE = 0.02
const UTF16_ZERO_SHARE = 0.3
/** So many letters of UTF-8 for each that is damaged are no accident. */
const LEAST_WHOLE = 10
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const SAVE = 'save it as plain text or HTML first'
const PICTURE = 'send the text of a page'
const UNPACK = 'unpack it first'
const INGEST = 'isnad ingest takes archives apart, here send a page of it'
const SIGNATURES: readonly (readonly [what: string, advice: string, start: readonly number[]])[] = [
  ['a PDF file', SAVE, [0x25, 0x50, 0x44, 0x46]],
  ['an old office document', SAVE, [0xd0, 0xcf, 0x11, 0xe0]],
  ['a ZIP archive or an office document', INGEST, [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', INGEST, [0x1f, 0x8b]],
  ['a bzip2 archive', UNPACK, [0x42, 0x5a, 0x68, 0x39]],
  ['an xz archive', UNPACK, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a Zstandard archive', UNPACK, [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', UNPACK, [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', UNPACK, [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['a PNG picture', PICTURE, [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', PICTURE, [0xff, 0xd8, 0xff]],
  ['a GIF picture', PICTURE, [0x47, 0x49, 0x46, 0x38]],
]
const NUL = /\0/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: text that holds them is not text
const CONTROLS = /[\u0001-\u0008\u000e-\u001a\u007f]/g

/** Decodes a document, or says why it is no text. `mediaType` is what its carrier calls it. */
export function decode(bytes: Uint8Array, mediaType: string | null = null): Decoded | Refusal {
  if (bytes.length === 0) return refuse('DOCUMENT_EMPTY', 'The document is empty: send the text of a page.')
  if (bytes.length > MOST_BYTES) {
    return refuse(
      'DOCUMENT_TOO_LARGE',
      `The document is larger than ${MOST_BYTES} bytes: cut it into single pages first.`,
    )
  }
  const binary = SIGNATURES.find(([, , start]) => startsWith(bytes, start))
  if (binary !== undefined) return refuse('DOCUMENT_BINARY', `The document is ${binary[0]}: ${binary[1]}.`)
  const { text, charset, declared } = decodeText(bytes, mediaType)
  const notes: PageNote[] = []
  if (text.trim() === '')
    return refuse('DOCUMENT_EMPTY', 'The document holds nothing but white space: send the text of a page.')
  const controls = (text.slice(0, SAMPLE).match(CONTROLS)?.length ?? 0) / Math.min(text.length, SAMPLE)
  if (controls > BINARY_SHARE) {
    return refuse('DOCUMENT_BINARY', 'The document is not text: save the page as plain text or HTML and send that.')
  }
  if (charset !== 'utf-8' && !declared) {
    notes.push({
      code: 'CHARSET_SNIFFED',
      message: `The document is not UTF-8; it was read as ${charset}.`,
      span: null,
    })
  }
  if (charset === 'utf-8' && text.includes('\ufffd')) {
    notes.push({
      code: 'LETTERS_LOST',
      message: 'Some bytes of the document are no letters; they are shown as \ufffd.',
      span: null,
    })
  }
  let clean = text
  if (text.includes('\0')) {
    notes.push({ code: 'NUL_DROPPED', message: 'NUL characters were dropped: no database stores them.', span: null })
    clean = text.replace(NUL, '')
    if (clean.trim() === '') return refuse('DOCUMENT_EMPTY', 'The document holds nothing but NUL characters.')
  }
  const repair = repairMojibake(clean)
  if (repair.changed !== null) {
    notes.push({
      code: 'MOJIBAKE_REPAIRED',
      message: 'Letters that had been read in a wrong charset before they came here were put right.',
      span: repair.changed,
    })
  }
  return { text: repair.text, charset, notes }
}

function decodeText(bytes: Uint8Array, mediaType: string | null): OldReading {
  for (const [charset, mark] of MARKS) {
    if (startsWith(bytes, mark)) return { text: new TextDecoder(charset).decode(bytes), charset, declared: false }
  }
  const utf16 = looksLikeUtf16(bytes)
  const strict = decodeStrictly(bytes)
  if (strict !== null && !utf16) return { text: strict, charset: 'utf-8', declared: false }
  if (utf16) {
    const charset = highBytes(bytes, 1) >= highBytes(bytes, 0) ? 'utf-16le' : 'utf-16be'
    // A byte too many at the end, a line feed as a rule, belongs to no letter.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
    return { text: new TextDecoder(charset).decode(whole), charset, declared: false }
  }
  return damagedUtf8(bytes) ?? readOldCharset(bytes, declaredCharsets(bytes, mediaType))
}

/** UTF-8 of which a few bytes were lost, cut off in the middle of a letter as a rule; null when it is something else. */
function damagedUtf8(bytes: Uint8Array): OldReading | null {
  const text = new TextDecoder().decode(bytes)
  const sample = text.slice(0, SAMPLE)
  const damaged = sample.match(/\ufffd/g)?.length ?? 0
  const whole = sample.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0
  return whole > LEAST_WHOLE * damaged ? { text, charset: 'utf-8', declared: true } : null
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false
  const [even, odd] = [highBytes(bytes, 0), highBytes(bytes, 1)]
  return Math.max(even, odd) > UTF16_ZERO_SHARE && Math.min(even, odd) < UTF16_ZERO_SHARE / 3
}

/** Share of the bytes at even or odd places of the sample that are high bytes of Latin (0) or Arabic (6) letters. */
function highBytes(bytes: Uint8Array, from: 0 | 1): number {
  const length = Math.min(bytes.length, SAMPLE)
  let count = 0
  for (let at = from; at < length; at += 2) if (bytes[at] === 0 || bytes[at] === 6) count += 1
  return count / (length / 2)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
