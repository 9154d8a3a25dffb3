import { open } from 'node:fs/promises'
import { addAbortSignal, type Readable } from 'node:stream'
import { CommandError, type Io } from './io.ts'

/** The most that is taken from standard input for one document, in bytes: as much as of a file. */
const mostBytes = 64 * 1024 * 1024

/**
 * Opens a file, or standard input for `-`; reading ends when the user asks for the end.
 * @throws CommandError when the file cannot be read
 */
export async function openInput(file: string, io: Io): Promise<Readable> {
  if (file === '-') return addAbortSignal(io.signal, io.stdin)
  try {
    const handle = await open(file)
    if (!(await handle.stat()).isDirectory()) return addAbortSignal(io.signal, handle.createReadStream())
    await handle.close()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new CommandError(`${file} cannot be read (${code}). Check the name, or give - for standard input.`)
  }
  throw new CommandError(`${file} is a folder. Give one file of it, or - for standard input.`)
}

/**
 * The whole of a file, or of standard input for `-`.
 * @throws CommandError when it cannot be read or is too large for a document
 */
export async function readInput(file: string, io: Io): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of await openInput(file, io)) {
    length += piece.length
    if (length > mostBytes)
      throw new CommandError(`${file} is larger than ${mostBytes} bytes: cut it into single pages.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
