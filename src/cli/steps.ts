import type { Io } from './io.ts'

/** Tells what a command does, one line a step with its time. */
export type Steps = { run<T>(what: string, work: () => Promise<T>, result?: (value: T) => string): Promise<T> }

/** Steps written to `io.err`: `  0.21 s  database  Postgres 18 on port 40123`. */
export function openSteps(io: Io): Steps {
  return {
    async run(what, work, result = () => '') {
      const began = performance.now()
      const value = await work()
      const seconds = ((performance.now() - began) / 1000).toFixed(2).padStart(6)
      io.err(`${seconds} s  ${what.padEnd(10)} ${result(value)}\n`)
      return value
    },
  }
}
