import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../store/database.ts'
import { exportLines } from '../store/export.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openStore } from './store.ts'

export type ExportOptions = { readonly output?: string }

/** Lines are written together until they are this long, in code units. */
const pieceLength = 65_536

/** Writes the whole graph as sorted lines of JSON; the same documents give the same bytes, whatever their order was. */
export async function exportCommand({ output }: ExportOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  if (output !== undefined) await writeWhole(output, pieces(store), io)
  else {
    for await (const piece of pieces(store)) {
      await io.out(piece)
      io.signal.throwIfAborted()
    }
  }
  return exitCode.ok
}

async function* pieces(store: Database): AsyncGenerator<string> {
  let piece = ''
  for await (const line of exportLines(store)) {
    piece += `${line}\n`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Writes a file aside and moves it into place, so that half an export is never taken for a whole one. */
async function writeWhole(path: string, content: AsyncIterable<string>, io: Io): Promise<void> {
  const aside = `${path}.part`
  try {
    if ((await stat(path).catch(() => null))?.isFile() === false) {
      throw new CommandError(`${path} is no file. Name one, or leave --output out and redirect standard output.`)
    }
    await pipeline(Readable.from(content), createWriteStream(aside), { signal: io.signal })
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    if (!(error instanceof Error) || !('syscall' in error) || !('path' in error)) throw error
    throw new CommandError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}). Check the folder and its rights.`,
      { cause: error },
    )
  }
}
