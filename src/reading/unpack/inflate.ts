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

type State = { failure: Error | null; wake: () => void }

/**
 * What the next bytes of a reader decompress to; takes not a byte more than belong to it.
 * @throws ArchiveFault when they are damaged, cut off, or grow too much
 */
export async function* inflate(engine: Engine, reader: ByteReader, gauge: Gauge): AsyncGenerator<Uint8Array> {
  const state: State = { failure: null, wake: () => {} }
  engine.on('error', (error) => {
    state.failure = error
    state.wake()
  })
  let fed = 0
  try {
    for (let more = true; more; ) {
      const piece = await reader.upTo(PIECE)
      fed += piece.length
      more = piece.length > 0
      await give(piece, engine, state)
      if (state.failure !== null) throw faultOf(state.failure, reader)
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

/** Gives the engine a piece, an empty one for the end, and waits until it has taken it or complains. */
function give(piece: Uint8Array, engine: Engine, state: State): Promise<void> {
  return new Promise((resolve) => {
    state.wake = resolve
    if (piece.length > 0) engine.write(piece, () => resolve())
    else engine.once('readable', resolve).once('end', resolve).end()
  })
}

function faultOf(error: Error, { layer, memberOnly }: ByteReader): ArchiveFault {
  const cut = 'code' in error && error.code === 'Z_BUF_ERROR'
  return cut ? cutOff(layer, memberOnly) : damaged('its compressed data cannot be read', layer, memberOnly)
}
