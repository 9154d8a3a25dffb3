import { exitCode } from './io.ts'

/**
 * How soon after the first a signal is still the same, in milliseconds: Ctrl-C reaches this process from the terminal
 * and, under `npm start`, a second time from npm.
 */
const sameRequest = 1_000

/** Calls `stop` on Ctrl-C, on the wish of a supervisor and on a closed terminal; a second such wish ends the process. */
export function onStopSignal(stop: () => void): void {
  let first: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now()
      if (first === null) {
        first = now
        stop()
      } else if (now - first > sameRequest) process.exit(exitCode.failed)
    })
  }
}
