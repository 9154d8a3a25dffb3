/** A server's answer as a web archive keeps it: as it came over the wire, or, by many crawlers, already decoded. */
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { damaged } from './archive-fault.ts'
import { ByteReader } from './byte-reader.ts'
import type { Gauge } from './gauge.ts'
import { type Engine, engineOptions, inflate } from './inflate.ts'
import { takeHead } from './message-head.ts'

/** What a document is made of. */
export type Payload = { readonly content: AsyncGenerator<Uint8Array>; readonly mediaType: string | null }

const STATUS = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/
/** Answers without content, and with a part of it. */
const NOT_WHOLE: readonly string[] = ['204', '205', '206']
const TEXTUAL =
  /^(?:text\/(?!css|javascript|ecmascript|vtt|dns)|application\/(?:[^;]*\+)?(?:xml|json|jsonl|x-ndjson)(?:\s*;|$))/i
const CHUNK_LINE = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i
const MOST_CHUNK_LINE = 1024
const SAMPLE = 512

/** Whether text comes under this media type; also when nobody says what comes. */
export function isTextual(mediaType: string | null): boolean {
  return mediaType === null || TEXTUAL.test(mediaType)
}

/**
 * The content of an answer; null when it holds no document.
 * @throws ArchiveFault when its header has no end; its content may throw as well
 */
export async function httpAnswer(reader: ByteReader, gauge: Gauge): Promise<Payload | null> {
  const head = await takeHead(reader)
  const status = head === null ? undefined : STATUS.exec(head.first)?.[1]
  if (head === null || !status?.startsWith('2') || NOT_WHOLE.includes(status)) return null
  const mediaType = head.fields.get('content-type') || null
  if (!isTextual(mediaType)) return null
  let body = reader
  const codings = [head.fields.get('content-encoding'), head.fields.get('transfer-encoding')]
  for (const coding of codings.join(',').toLowerCase().split(',').reverse()) {
    body = await decoded(body, coding.trim(), gauge)
  }
  const start = await body.peek(SAMPLE)
  return start.length === 0 || (mediaType === null && start.includes(0)) ? null : { content: body.rest(), mediaType }
}

/** The bytes without one coding; as they are when they don't look as if they had it. */
async function decoded(reader: ByteReader, coding: string, gauge: Gauge): Promise<ByteReader> {
  const { layer } = reader
  const start = await reader.peek(SAMPLE)
  if (coding === 'chunked') {
    return CHUNK_LINE.test(latin(start)) ? new ByteReader(unchunked(reader), layer, true) : reader
  }
  const engine = engineFor(coding, start)
  return engine === null ? reader : new ByteReader(inflate(engine, reader, gauge), layer, true)
}

function engineFor(coding: string, start: Uint8Array): Engine | null {
  const [first = 0, second = 0] = start
  if (coding === 'gzip' || coding === 'x-gzip') {
    return first === 0x1f && second === 0x8b ? createGunzip(engineOptions) : null
  }
  if (isText(start)) return null
  if (coding === 'br') return createBrotliDecompress(engineOptions)
  if (coding === 'zstd') return createZstdDecompress(engineOptions)
  if (coding !== 'deflate') return null
  const wrapped = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
  return wrapped ? createInflate(engineOptions) : createInflateRaw(engineOptions)
}

async function* unchunked(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const line = CHUNK_LINE.exec(latin(await reader.peek(MOST_CHUNK_LINE)))
    if (line === null) throw damaged('a chunk of an answer has no length', reader.layer, true)
    await reader.take(line[0].length)
    const length = Number.parseInt(line[1] ?? '', 16)
    if (length === 0) return
    yield* reader.span(length)
    const [first] = await reader.peek(1)
    await reader.upTo(first === 0x0d ? 2 : first === 0x0a ? 1 : 0)
  }
}

function isText(bytes: Uint8Array): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: compressed data is full of them
  return !/[\0-\u0008\u000e-\u001f\ufffd](?!$)/.test(new TextDecoder().decode(bytes))
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
