/**
 * Tape archives as POSIX (ustar, pax), GNU and old Unix write them: blocks of 512 bytes, a header before each file.
 * Read by hand: the format is two pages, and the guards and a cut-off end need to know of each byte where it went.
 */
import { refuse } from '../refusal.ts'
import { ArchiveFault, damaged } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Container, decodeName, drain, fileMember, keptOpen } from './member.ts'

const BLOCK = 512
const CHECKSUM = { start: 148, end: 156 }
const MAGIC_AT = 257
const MOST_EXTENSION = 1024 ** 2
const SPACE = 0x20
const LINE_FEED = 0x0a
const EQUALS = 0x3d
const HOLES = 'The file is packed with holes in it: pack it whole.'

/** What stands before a file's own header and changes it. */
type Extension = { path: string | null; size: number | null; sparse: boolean }

type Header = { readonly path: string; readonly size: number; readonly type: string; readonly goesOn: boolean }

/** Whether a block is the header of a file in a tape archive. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK || block[0] === 0) return false
  const given = number(block.subarray(CHECKSUM.start, CHECKSUM.end))
  let unsigned = 0
  let signed = 0
  for (let at = 0; at < BLOCK; at++) {
    const byte = at >= CHECKSUM.start && at < CHECKSUM.end ? SPACE : (block[at] ?? 0)
    unsigned += byte
    signed += byte > 127 ? byte - 256 : byte
  }
  return given === unsigned || given === signed
}

/** A tape archive. Links, devices and folders hold nothing and are passed over. */
export const tar: Container = async function* (reader, gauge) {
  let extension: Extension = { path: null, size: null, sparse: false }
  let ended = false
  for (;;) {
    const block = await (ended ? reader.upTo(BLOCK) : reader.take(BLOCK))
    if (block.every((byte) => byte === 0)) {
      if (block.length < BLOCK) return
      ended = true
      continue
    }
    if (!isTarHeader(block)) {
      if (ended) return
      throw damaged('a header does not add up', reader.layer)
    }
    ended = false
    const header = readHeader(block)
    if (header.type === 'x' || header.type === 'L') {
      extension = { ...extension, ...(await readExtension(header, reader)) }
      continue
    }
    gauge.member()
    const size = extension.size ?? header.size
    const path = extension.path ?? header.path
    const sparse = extension.sparse || header.type === 'S'
    extension = { path: null, size: null, sparse: false }
    if (!(size >= 0 && Number.isSafeInteger(size))) throw damaged('a size is no number', reader.layer)
    for (let { goesOn } = header; goesOn; ) goesOn = (await reader.take(BLOCK))[504] === 1
    const start = reader.offset
    if (isFile(header)) {
      const content = reader.span(size)
      const member = fileMember(path, sparse ? refuse('FORMAT_UNSUPPORTED', HOLES) : keptOpen(content))
      if (member !== null) yield member
      if (!sparse) await drain(content)
    }
    if (holdsData(header)) await reader.skipTo(start + Math.ceil(size / BLOCK) * BLOCK)
  }
}

function isFile({ type, path }: Header): boolean {
  return (type === '0' || type === '\0' || type === '7' || type === 'S') && !path.endsWith('/')
}

/** Links, devices, folders and pipes may name a size, but none follows. */
function holdsData({ type }: Header): boolean {
  return type < '1' || type > '6'
}

function readHeader(block: Uint8Array): Header {
  const magic = text(block.subarray(MAGIC_AT, MAGIC_AT + 6))
  const [name, prefix] = [text(block.subarray(0, 100)), text(block.subarray(345, 500))]
  const type = String.fromCharCode(block[156] ?? 0)
  return {
    path: magic === 'ustar' && prefix !== '' ? `${prefix}/${name}` : name,
    size: number(block.subarray(124, 136)),
    type,
    goesOn: type === 'S' && block[482] === 1,
  }
}

async function readExtension({ type, size }: Header, reader: ByteReader): Promise<Partial<Extension>> {
  if (!(size >= 0 && size <= MOST_EXTENSION)) {
    const message = `The archive has a header of more than ${MOST_EXTENSION} bytes: pack it again without extended attributes.`
    throw new ArchiveFault('ARCHIVE_TOO_LARGE', message, reader.layer)
  }
  const bytes = (await reader.take(Math.ceil(size / BLOCK) * BLOCK)).subarray(0, size)
  if (type === 'L') return { path: text(bytes) }
  const extension: Partial<Extension> = {}
  for (const [key, value] of paxRecords(bytes)) {
    if (key === 'path' || key === 'GNU.sparse.name') extension.path = decodeName(value)
    if (key === 'size') extension.size = Number(decodeName(value))
    if (key.startsWith('GNU.sparse.')) extension.sparse = true
  }
  return extension
}

/** `LENGTH KEY=VALUE\n`, one after the other; the length counts the whole record. */
function* paxRecords(bytes: Uint8Array): Generator<[string, Uint8Array]> {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at)
    const length = Number(text(bytes.subarray(at, space)))
    const equals = bytes.indexOf(EQUALS, space)
    if (space < 0 || equals < 0 || !(length > equals - at) || bytes[at + length - 1] !== LINE_FEED) return
    yield [text(bytes.subarray(space + 1, equals)), bytes.subarray(equals + 1, at + length - 1)]
    at += length
  }
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return decodeName(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Octal digits, or, where they are too few for it, a number to the base 256 with the first bit set. */
function number(bytes: Uint8Array): number {
  const first = bytes[0] ?? 0
  if (first < 0x80) {
    const digits = text(bytes).trim()
    return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : Number.NaN
  }
  return first === 0x80 ? bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0) : Number.NaN
}
