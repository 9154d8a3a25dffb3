import { Worker } from 'node:worker_threads'
import { tooSlowSignal } from './messages.ts'

/** Ends this process when one document holds it for too long: a loop without end hears nothing but a signal. */
export type Watchdog = {
  /** The time of a document begins. */
  start(): void
  /** It is over. */
  stop(): void
}

/**
 * Runs in a thread of its own, because the one that it watches may be stuck. It counts what the processor spends and not
 * what a clock says: whoever only waits for a busy machine, or sleeps with it, is not stuck.
 */
const watch = `
  const { workerData: { cell, deadline, signal } } = require('node:worker_threads')
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  let seen = 0
  let since = 0
  setInterval(() => {
    const turn = Atomics.load(cell, 0)
    if (turn !== seen) {
      seen = turn
      since = spent()
    } else if (turn % 2 === 1 && spent() - since > deadline) process.kill(process.pid, signal)
  }, Math.min(deadline / 4, 500))`

/** @param deadline milliseconds of the processor's time for one document */
export function openWatchdog(deadline: number): Watchdog {
  // Odd while a document is worked on; every beginning and every end is another number.
  const cell = new Int32Array(new SharedArrayBuffer(4))
  const thread = new Worker(watch, { eval: true, workerData: { cell, deadline, signal: tooSlowSignal } })
  thread.unref()
  const turn = (): void => void Atomics.add(cell, 0, 1)
  return { start: turn, stop: turn }
}
