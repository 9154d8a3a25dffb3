import process from 'node:process'
import { CommanderError } from 'commander'
import { commandLine } from './command-line.ts'
import { exitCode, type Io, OutputError } from './io.ts'
import { openProcessIo } from './process-io.ts'
import { onStopSignal } from './signals.ts'

/** Runs one command and sets the exit code: 0 done, 1 failed with an explanation, 2 called wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  const { io, stop, flush } = openProcessIo(process)
  onStopSignal(stop)
  const program = commandLine(async (work) => {
    process.exitCode = await work(io)
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    await flush()
  } catch (error) {
    process.exitCode = await exitCodeOf(error, io)
  }
}

/** Says what ended a command, and gives the exit code for it; a fault of ours is thrown on, to be shown whole. */
async function exitCodeOf(error: unknown, io: Io): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
  if (error instanceof OutputError && error.readerLeft) return exitCode.ok
  const { explanationOf } = await import('./explained.ts')
  const explanation = explanationOf(error, io.signal.aborted)
  if (explanation === null) throw error
  io.err(`${explanation}\n`)
  return exitCode.failed
}
