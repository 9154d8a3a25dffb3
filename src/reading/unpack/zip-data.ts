/** The data of a file in a ZIP archive: unpacked and held against its check sum, or passed over. */
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged } from './archive-fault.ts'
import { ByteReader } from './byte-reader.ts'
import type { Gauge } from './gauge.ts'
import { engineOptions, inflate } from './inflate.ts'
import { passDescriptor, takeDescriptor, untilDescriptor } from './zip-descriptor.ts'
import type { LocalHeader } from './zip-header.ts'

/** Compressions that are read. */
export const method = { stored: 0, deflated: 8 } as const

/**
 * A file's content, with the descriptor behind it.
 * @throws ArchiveFault when it is not what header or descriptor say; of this file alone where its end is known all the same
 */
export async function* fileData(header: LocalHeader, reader: ByteReader, gauge: Gauge): AsyncGenerator<Uint8Array> {
  const { packed, described } = header
  const endless = header.method === method.stored && packed === null
  const start = reader.offset
  let crc = 0
  let size = 0
  for await (const piece of unpacked(header, reader, gauge)) {
    crc = crc32(piece, crc)
    size += piece.length
    if (header.size !== null && size > header.size) throw damaged('a file is longer than it says', reader.layer, true)
    yield piece
  }
  if (endless) return
  if (packed !== null) await reader.skipTo(start + packed)
  if (described) {
    const right = await takeDescriptor(reader, { crc, packed: reader.offset - start, size })
    if (!right) throw damaged(WRONG_SUM, reader.layer, await passDescriptor(reader))
  } else if (crc !== header.crc || size !== header.size) throw damaged(WRONG_SUM, reader.layer, true)
}

const WRONG_SUM = 'a file is not what its check sum says'

/** Passes over a file that cannot be read, with the descriptor behind it. */
export async function* passedData({ packed, described }: LocalHeader, reader: ByteReader): AsyncGenerator<Uint8Array> {
  if (packed === null) return yield* untilDescriptor(reader, false)
  yield* reader.span(packed)
  if (described) await passDescriptor(reader)
}

function unpacked(header: LocalHeader, reader: ByteReader, gauge: Gauge): AsyncGenerator<Uint8Array> {
  const { packed } = header
  if (header.method === method.deflated) {
    const data = packed === null ? reader : new ByteReader(reader.span(packed), reader.layer, true)
    return inflate(createInflateRaw(engineOptions), data, gauge)
  }
  return packed === null ? untilDescriptor(reader, true) : reader.span(packed)
}
