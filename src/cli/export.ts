import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportLines } from '../store/export.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openStore } from './store.ts'

export type ExportOptions = { readonly format: string; readonly output?: string }

/** Writes the whole graph as sorted lines of JSON; the same documents give the same bytes, whatever their order was. */
export async function exportCommand(options: ExportOptions, io: Io): Promise<number> {
  if (options.format !== 'jsonl') throw new CommandError(`There is no format ${options.format}; take jsonl.`)
  await using store = await openStore(io)
  const lines = Readable.from(linesOf(store), { objectMode: true })
  if (options.output !== undefined) {
    await pipeline(lines, createWriteStream(options.output), { signal: io.signal })
    return exitCode.ok
  }
  for await (const line of lines) {
    if (io.signal.aborted) return exitCode.failed
    io.out(line)
  }
  return exitCode.ok
}

async function* linesOf(store: Parameters<typeof exportLines>[0]): AsyncGenerator<string> {
  for await (const line of exportLines(store)) yield line.endsWith('\n') ? line : `${line}\n`
}
