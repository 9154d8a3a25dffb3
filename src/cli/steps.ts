import type { Io } from './io.ts'

/** Tells what a command does, one line a step with its time. */
export type Steps = {
  /** Does one step; does not begin it when the user has asked for the end (StoppedError). */
  run<T>(what: string, work: () => Promise<T>, result?: (value: T) => string): Promise<T>
}

/** Wipes the line that the cursor is on. */
const clearLine = '\r\u001b[2K'

/**
 * Steps written to `io.err`: `  0.21 s  database   embedded Postgres on port 40123`. Where people watch, a step shows
 * before it is done, so that a slow one is no silence.
 */
export function openSteps(io: Io): Steps {
  return {
    async run(what, work, result = () => '') {
      io.signal.throwIfAborted()
      const began = performance.now()
      if (io.live) io.err(`       …  ${what}`)
      try {
        const value = await work()
        const seconds = ((performance.now() - began) / 1000).toFixed(2).padStart(6)
        io.err(`${io.live ? clearLine : ''}${seconds} s  ${what.padEnd(10)} ${result(value)}\n`)
        return value
      } catch (error) {
        if (io.live) io.err(clearLine)
        throw error
      }
    },
  }
}
