/**
 * What follows a file's data in a ZIP archive that was written to a pipe: check sum and sizes, in four layouts that
 * nothing tells apart but what they say.
 */
import { crc32 } from 'node:zlib'
import { cutOff } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import { view } from './zip-header.ts'

/** What a descriptor must say; null where it may say anything. */
export type Measured = { readonly crc: number | null; readonly packed: number; readonly size: number | null }

type Layout = { readonly signed: boolean; readonly wide: boolean; readonly length: number }

const LAYOUTS: readonly Layout[] = [
  { signed: true, wide: true, length: 24 },
  { signed: true, wide: false, length: 16 },
  { signed: false, wide: true, length: 20 },
  { signed: false, wide: false, length: 12 },
]
const SIGNATURE = Buffer.from([0x50, 0x4b, 0x07, 0x08])
const LONGEST = 24
const WINDOW = 64 * 1024
const MOD = 2 ** 32

/** Takes a descriptor that says what was measured; false when there is none. */
export async function takeDescriptor(reader: ByteReader, measured: Measured): Promise<boolean> {
  const bytes = await reader.peek(LONGEST)
  const layout = LAYOUTS.find((each) => fits(bytes, each, measured))
  if (layout === undefined) return false
  await reader.take(layout.length)
  return true
}

/** Takes a descriptor whatever it says, by what follows it; false when nothing that may. */
export async function passDescriptor(reader: ByteReader): Promise<boolean> {
  const bytes = await reader.peek(LONGEST + 2)
  const layout = LAYOUTS.find(({ signed, length }) => {
    const begins = !signed || SIGNATURE.every((byte, at) => bytes[at] === byte)
    return begins && bytes[length] === SIGNATURE[0] && bytes[length + 1] === SIGNATURE[1]
  })
  if (layout === undefined) return false
  await reader.take(layout.length)
  return true
}

/**
 * Data that ends where a descriptor says so, and the descriptor; `summed` when it says the check sum of just this data.
 * @throws ArchiveFault when no descriptor comes
 */
export async function* untilDescriptor(reader: ByteReader, summed: boolean): AsyncGenerator<Uint8Array> {
  let crc = 0
  let packed = 0
  for (;;) {
    const window = Buffer.from(await reader.peek(WINDOW))
    if (window.length < LONGEST / 2) throw cutOff(reader.layer)
    const found = window.indexOf(SIGNATURE)
    if (
      found === 0 &&
      (await takeDescriptor(reader, { crc: summed ? crc : null, packed, size: summed ? packed : null }))
    )
      return
    const length =
      found > 0 ? found : found === 0 ? SIGNATURE.length : Math.max(1, window.length - SIGNATURE.length + 1)
    const bytes = await reader.take(length)
    crc = crc32(bytes, crc)
    packed += length
    yield bytes
  }
}

function fits(bytes: Uint8Array, { signed, wide, length }: Layout, { crc, packed, size }: Measured): boolean {
  if (bytes.length < length || (signed && !SIGNATURE.every((byte, at) => bytes[at] === byte))) return false
  const numbers = view(bytes)
  const at = signed ? 4 : 0
  const read = (place: number): number =>
    wide ? Number(numbers.getBigUint64(at + 4 + 8 * place, true)) : numbers.getUint32(at + 4 + 4 * place, true)
  // Some writers keep the lower half of sizes that do not fit.
  const same = (said: number, was: number): boolean => said === (wide ? was : was % MOD)
  return (
    (crc === null || numbers.getUint32(at, true) === crc) &&
    same(read(0), packed) &&
    (size === null || same(read(1), size))
  )
}
