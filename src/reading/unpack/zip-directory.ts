/** The directory at the end of a ZIP archive, held against the files that were found before it. */
import { ArchiveFault, cutOff, damaged } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import { extraFields, view, WIDE, wideNumbers } from './zip-header.ts'

const ENTRY = 0x02014b50
const SIGNATURE = 0x05054b50
const ENDS: readonly number[] = [0x06054b50, 0x06064b50]
const LENGTH = 46
const MOD = 2 ** 32

/**
 * Reads the directory. Every file that it names must have been found, each once: one that lies inside another one's data,
 * or is named twice, is there only to be unpacked over and over (D. Fifield, "A better zip bomb", 2019).
 * @throws ArchiveFault when it names others, is missing or is cut off
 */
export async function checkDirectory(reader: ByteReader, starts: readonly number[]): Promise<void> {
  // Writers that know no wide numbers keep their lower halves.
  const found = new Map<number, number>()
  for (const start of starts) found.set(start % MOD, (found.get(start % MOD) ?? 0) + 1)
  for (;;) {
    const head = await reader.peek(4)
    if (head.length < 4) throw cutOff(reader.layer)
    const signature = view(head).getUint32(0, true)
    if (ENDS.includes(signature)) return
    if (signature === SIGNATURE) {
      await reader.skipTo(reader.offset + 6 + view(await reader.peek(6)).getUint16(4, true))
      continue
    }
    if (signature !== ENTRY) throw damaged('no file begins where one should', reader.layer)
    const start = (await readEntry(reader)) % MOD
    const times = found.get(start) ?? 0
    if (times === 0) throw overlap(reader.layer)
    found.set(start, times - 1)
  }
}

/** Takes an entry; where its file begins. */
async function readEntry(reader: ByteReader): Promise<number> {
  const fixed = view(await reader.take(LENGTH))
  const narrow = [fixed.getUint32(24, true), fixed.getUint32(20, true), fixed.getUint32(42, true)]
  await reader.take(fixed.getUint16(28, true))
  const extra = extraFields(await reader.take(fixed.getUint16(30, true)))
  await reader.take(fixed.getUint16(32, true))
  return wideNumbers(extra, narrow)[2] ?? WIDE
}

function overlap(layer: number): ArchiveFault {
  const message =
    'The archive names files that lie in one another, as only bombs do: unpack it by hand if you trust it.'
  return new ArchiveFault('ARCHIVE_BOMB', message, layer)
}
