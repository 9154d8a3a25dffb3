/**
 * Decompression by pieces of one size: what comes of a piece is handed on before the next is taken. So at most what one
 * piece can grow to (16 KB to 16 MB) lies in memory, and where a guard cuts in depends on the bytes alone, not on timing.
 */
import type { BrotliDecompress, Gunzip, Inflate, InflateRaw, ZstdDecompress } from 'node:zlib'
import { type ArchiveFault, cutOff, damaged } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import type { Gauge } from './gauge.ts'

export type Engine = Gunzip | Inflate | InflateRaw | BrotliDecompress | ZstdDecompress

/** For every engine: wide enough that it never waits for its reader within a piece. */
export const engineOptions = { chunkSize: 64 * 1024, readableHighWaterMark: 1024 ** 3 }

const PIECE = 16 * 1024

/**
 * What the next bytes of a reader decompress to; takes not a byte more than belong to it.
 * @throws ArchiveFault when they are damaged, cut off, or grow too much
 */
export async function* inflate(engine: Engine, reader: ByteReader, gauge: Gauge): AsyncGenerator<Uint8Array> {
  const failed = failureOf(engine)
  let fed = 0
  try {
    for (let more = true; more; ) {
      const piece = await reader.upTo(PIECE)
      fed += piece.length
      more = piece.length > 0
      const failure = await Promise.race([failed, more ? written(engine, piece) : ended(engine)])
      if (failure !== null) throw faultOf(failure, reader)
      for (;;) {
        const bytes: Uint8Array | null = engine.read()
        if (bytes === null) break
        gauge.unpacked(bytes.length)
        yield bytes
      }
      if (engine.bytesWritten < fed) {
        reader.unread(piece.subarray(piece.length - (fed - engine.bytesWritten)))
        return
      }
    }
  } finally {
    engine.destroy()
  }
}

function failureOf(engine: Engine): Promise<Error> {
  return new Promise((resolve) => engine.once('error', resolve))
}

function written(engine: Engine, piece: Uint8Array): Promise<null> {
  return new Promise((resolve) => engine.write(piece, () => resolve(null)))
}

/** Everything was written; waits for the last of it. */
function ended(engine: Engine): Promise<null> {
  return new Promise((resolve) => {
    const done = (): void => resolve(null)
    engine.once('readable', done).once('end', done)
    engine.end()
  })
}

function faultOf(error: Error, { layer, memberOnly }: ByteReader): ArchiveFault {
  const cut = 'code' in error && error.code === 'Z_BUF_ERROR'
  return cut ? cutOff(layer, memberOnly) : damaged('its compressed data cannot be read', layer, memberOnly)
}
