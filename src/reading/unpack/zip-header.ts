/** Headers in a ZIP archive: what stands before each file's data. */
import { crc32 } from 'node:zlib'
import type { ByteReader } from './byte-reader.ts'
import { decodeName } from './member.ts'

/** What is known of a file before its data. */
export type LocalHeader = {
  readonly path: string
  readonly method: number
  readonly encrypted: boolean
  /** Its check sum and sizes follow the data. */
  readonly described: boolean
  readonly crc: number
  /** Bytes of the data as packed; null when only their end tells. */
  readonly packed: number | null
  /** Bytes unpacked; null when the data tells. */
  readonly size: number | null
}

/** A number that does not fit into 32 bits, and stands in the extra field then. */
export const WIDE = 0xffff_ffff

const LOCAL = 0x04034b50
const LENGTH = 30
const FLAG = { encrypted: 1, described: 8, utf8: 0x800 }
const EXTRA = { wide: 0x0001, unicodePath: 0x7075 }

/** Whether some bytes begin with the header of a file. */
export function isLocalHeader(head: Uint8Array): boolean {
  return head.length >= 4 && view(head).getUint32(0, true) === LOCAL
}

/**
 * Takes a file's header.
 * @throws ArchiveFault when it is cut off
 */
export async function readLocalHeader(reader: ByteReader): Promise<LocalHeader> {
  const fixed = view(await reader.take(LENGTH))
  const flags = fixed.getUint16(6, true)
  const name = await reader.take(fixed.getUint16(26, true))
  const extra = extraFields(await reader.take(fixed.getUint16(28, true)))
  const described = (flags & FLAG.described) !== 0
  const wide = wideNumbers(extra, [fixed.getUint32(22, true), fixed.getUint32(18, true)])
  const [size, packed] = [wide[0] ?? 0, wide[1] ?? 0]
  return {
    path: pathOf(name, flags, extra),
    method: fixed.getUint16(8, true),
    encrypted: (flags & FLAG.encrypted) !== 0,
    described,
    crc: fixed.getUint32(14, true),
    packed: described && packed === 0 ? null : packed,
    size: described ? null : size,
  }
}

/** The extra fields of a header, by their numbers. */
export function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>()
  const numbers = view(bytes)
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = numbers.getUint16(at + 2, true)
    fields.set(numbers.getUint16(at, true), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

/** Numbers of a header, those that were too wide for it taken from the extra field, which has them in the same order. */
export function wideNumbers(extra: ReadonlyMap<number, Uint8Array>, narrow: readonly number[]): number[] {
  const field = view(extra.get(EXTRA.wide) ?? new Uint8Array(0))
  let at = 0
  return narrow.map((number) => {
    if (number !== WIDE || at + 8 > field.byteLength) return number
    at += 8
    return Number(field.getBigUint64(at - 8, true))
  })
}

/** Bytes as numbers. */
export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A name as the extra field has it in Unicode, if it was written for this very name, else as it stands. */
function pathOf(name: Uint8Array, flags: number, extra: ReadonlyMap<number, Uint8Array>): string {
  const unicode = extra.get(EXTRA.unicodePath)
  const fits = unicode !== undefined && unicode.length > 5 && view(unicode).getUint32(1, true) === crc32(name)
  return fits && (flags & FLAG.utf8) === 0 ? decodeName(unicode.subarray(5)) : decodeName(name)
}
