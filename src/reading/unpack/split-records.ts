/**
 * Takes a dump of records apart as it streams by: each record becomes a document of its own, and no more of the dump is
 * held than its largest record. The text is decoded on the way; records leave as UTF-8.
 */
import type { RawDocument } from '../page.ts'
import type { Package, Unpacked } from './package.ts'

/** How a dump is written. */
export type DumpFormat = {
  /** A record a line, or JSON values over several lines. */
  readonly kind: 'LINES' | 'JSON'
  /** By its name for `TextDecoder`. */
  readonly charset: string
}

const OPENS = /^\s*\{/
const LINE_END = /\r?\n/

/**
 * How an input is written when it is a dump of records; null when it is something else. `head` are its first bytes, 64 KB
 * of them where it has as many.
 */
export function isRecordDump(head: Uint8Array, _input: Package): DumpFormat | null {
  const text = new TextDecoder().decode(head)
  return OPENS.test(text) ? { kind: 'LINES', charset: 'utf-8' } : null
}

/** Whether a document in memory holds more records than one document may (1000), so that it has to be split. */
export async function holdsManyRecords(bytes: Uint8Array, format: DumpFormat): Promise<boolean> {
  let count = 0
  const input: Package = { name: null, mediaType: null, url: null, open: () => once(bytes) }
  for await (const _ of splitRecords(input.open(), format, input)) {
    count += 1
    if (count > 1000) return true
  }
  return false
}

/** The records of a dump in order, each as a document, or why it is none. `stream` begins with the dump's first byte. */
export async function* splitRecords(
  stream: AsyncIterable<Uint8Array>,
  format: DumpFormat,
  input: Package,
): AsyncIterable<Unpacked> {
  const decoder = new TextDecoder(format.charset)
  let rest = ''
  let line = 0
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(LINE_END)
    rest = lines.pop() ?? ''
    for (const text of lines) {
      line += 1
      if (text.trim() !== '') yield unpacked(text, line, input)
    }
  }
  if (rest.trim() !== '') yield unpacked(rest, line + 1, input)
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function unpacked(text: string, line: number, input: Package): Unpacked {
  const document: RawDocument = {
    bytes: new TextEncoder().encode(text),
    filename: input.name,
    mediaType: 'application/json',
    url: input.url,
    retrievedAt: input.retrievedAt ?? null,
  }
  return { at: `line ${line}`, document, refusal: null }
}
