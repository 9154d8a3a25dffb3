/**
 * Takes a dump of records apart as it streams by: each record becomes a document of its own, and no more of the dump is
 * held than its largest record. The text is decoded on the way; records leave as UTF-8.
 */
import { MOST_BYTES } from '../decode.ts'
import type { RawDocument } from '../page.ts'
import { refuse } from '../refusal.ts'
import type { DumpFormat } from './dump-format.ts'
import { JsonSplitter } from './json-splitter.ts'
import { LineSplitter } from './line-splitter.ts'
import type { Package, Unpacked } from './package.ts'
import type { Piece, Splitter } from './splitter.ts'
import { TableSplitter } from './table-splitter.ts'
import { TrecSplitter } from './trec-splitter.ts'

/** As many records as one document may hold. */
const MOST_RECORDS = 1000
const LEAST_TEXT = 64 * 1024
const MEGABYTE = 1024 * 1024

/** Whether a document in memory holds more records than one document may (1000), so that it has to be split. */
export function holdsManyRecords(bytes: Uint8Array, format: DumpFormat): boolean {
  const splitter = splitterOf(format)
  if (splitter === null) return false
  let count = 0
  for (const _ of splitter.push(new TextDecoder(format.charset).decode(bytes), true)) {
    count += 1
    if (count > MOST_RECORDS) return true
  }
  return false
}

/**
 * The records of a dump in order, each as a document, or why it is none: a record of more than 16 MB is passed over.
 * `stream` begins with the dump's first byte.
 */
export async function* splitRecords(
  stream: AsyncIterable<Uint8Array>,
  format: DumpFormat,
  input: Package,
): AsyncGenerator<Unpacked> {
  const splitter = splitterOf(format)
  if (splitter === null) {
    if (format.kind === 'REFUSED') yield { at: 'line 1', document: null, refusal: format.refusal }
    return
  }
  const decoder = new TextDecoder(format.charset)
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    // A long record grows by half of itself at least, so that putting it together stays linear in its length.
    if (text.length < Math.max(LEAST_TEXT, splitter.held / 2)) continue
    for (const piece of splitter.push(text, false)) yield unpacked(piece, format, input)
    text = ''
  }
  for (const piece of splitter.push(text + decoder.decode(), true)) yield unpacked(piece, format, input)
}

function splitterOf(format: DumpFormat): Splitter | null {
  switch (format.kind) {
    case 'LINES':
      return new LineSplitter()
    case 'JSON':
      return new JsonSplitter(format)
    case 'TABLE':
      return new TableSplitter(format)
    case 'TREC':
      return new TrecSplitter()
    case 'REFUSED':
      return null
  }
}

function unpacked({ text, at }: Piece, format: DumpFormat, input: Package): Unpacked {
  const bytes = text === null ? null : new TextEncoder().encode(text)
  if (bytes === null || bytes.length > MOST_BYTES) {
    const message = `The record is larger than ${MOST_BYTES / MEGABYTE} MB and passed over.`
    return { at, document: null, refusal: refuse('DOCUMENT_TOO_LARGE', message) }
  }
  const document: RawDocument = {
    bytes,
    filename: input.name,
    mediaType: format.mediaType,
    url: input.url,
    retrievedAt: input.retrievedAt ?? null,
  }
  return { at, document, refusal: null }
}
