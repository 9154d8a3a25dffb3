import { Worker } from 'node:worker_threads'
import { tooSlowSignal } from './messages.ts'

/** Ends this process when one document holds it for too long: a loop without end hears nothing but a signal. */
export type Watchdog = {
  /** The time of a document begins. */
  start(): void
  /** It is over. */
  stop(): void
}

/** Runs in a thread of its own, because the one that it watches may be stuck. It needs no more of the process than this. */
const watch = `
  const { workerData: { cell, deadline, signal } } = require('node:worker_threads')
  let seen = 0
  let since = 0
  setInterval(() => {
    const now = performance.now()
    const turn = Atomics.load(cell, 0)
    if (turn !== seen) {
      seen = turn
      since = now
    } else if (turn % 2 === 1 && now - since > deadline) process.kill(process.pid, signal)
  }, Math.min(deadline / 4, 500))`

/** @param deadline milliseconds for one document */
export function openWatchdog(deadline: number): Watchdog {
  // Odd while a document is worked on; every beginning and every end is another number.
  const cell = new Int32Array(new SharedArrayBuffer(4))
  const thread = new Worker(watch, { eval: true, workerData: { cell, deadline, signal: tooSlowSignal } })
  thread.unref()
  const turn = (): void => void Atomics.add(cell, 0, 1)
  return { start: turn, stop: turn }
}
