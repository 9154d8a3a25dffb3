import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Order, type Report, tooSlowSignal } from './messages.ts'
import type { Queued } from './open-queue.ts'

/** A worker process as its leader sees it. */
export type HiredWorker = {
  /** Whether it may be given one more document, of this size. */
  hasRoomFor(document: Queued): boolean
  /** Gives it a document to take in. `alone`: none beside it, since it may be what ended a worker. */
  give(document: Queued, alone: boolean): void
  readonly idle: boolean
  /** Ends it, whatever it has in hand. */
  dismiss(): Promise<void>
}

/** How a worker ended. */
export type WorkerEnd = {
  /** What it had in hand and did not finish. */
  readonly unfinished: readonly Queued[]
  /** Those of them over which it may have ended: the one that it was understanding, else those that it was writing. */
  readonly suspects: ReadonlySet<string>
  readonly tooSlow: boolean
  /** What a person is told of it. */
  readonly how: string
  readonly wasReady: boolean
}

export type WorkerListener = {
  readonly onDone: (hashes: readonly string[]) => void
  /** The database is away, or a fault of ours that has nothing to do with a document. */
  readonly onTrouble: (trouble: 'UNAVAILABLE' | Error) => void
  readonly onEnd: (end: WorkerEnd) => void
}

export type WorkerOptions = {
  readonly url: string
  /** Milliseconds of the processor for one document. */
  readonly deadline: number
  /** How many workers share the machine. */
  readonly jobs: number
}

/** Documents, and their bytes, that one worker has in hand: what it works on, and as much again so that it need not wait. */
const mostInHand = 16
const mostBytes = 8 * 1024 * 1024

/** Milliseconds until a worker that was hung up on is ended by force: it hears nothing while it understands. */
const patience = 1_000

const entry = fileURLToPath(new URL('worker.ts', import.meta.url))

/** As much of what a worker says on its error stream as helps to see why it ended. */
const lastWords = 2_000

/** Starts a worker process. */
export function hireWorker({ url, deadline, jobs }: WorkerOptions, listener: WorkerListener): HiredWorker {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${memoryFor(jobs)}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const said = listenTo(child)
  const inHand = new Map<string, Queued>()
  /** What it has begun since it was done with something last. */
  const begun = new Set<string>()
  let understanding: string | null = null
  let [ready, alone] = [false, false]
  // Whoever writes to a worker that has just ended is told by its end.
  child.on('error', () => undefined)
  child.on('message', (report: Report) => {
    switch (report.said) {
      case 'READY':
        ready = true
        return
      case 'BEGAN':
        understanding = report.sha256
        begun.add(report.sha256)
        return
      case 'UNDERSTOOD':
        understanding = null
        return
      case 'DONE':
        for (const sha256 of report.hashes) inHand.delete(sha256)
        begun.clear()
        alone &&= inHand.size > 0
        return listener.onDone(report.hashes)
      case 'UNAVAILABLE':
        return listener.onTrouble('UNAVAILABLE')
      case 'FAULT':
        return listener.onTrouble(new Error(report.message))
    }
  })
  // Not 'close', which never comes once we have hung up.
  const ended = once(child, 'exit').then(([code, signal]) => {
    listener.onEnd({
      unfinished: [...inHand.values()],
      suspects: understanding === null ? begun : new Set([understanding]),
      tooSlow: signal === tooSlowSignal,
      how: `${signal ?? `code ${code}`}${said() === '' ? '' : `: ${said()}`}`,
      wasReady: ready,
    })
  })
  const order = (message: Order): void => void child.send(message, () => undefined)
  order({ url, deadline })
  return {
    get idle() {
      return inHand.size === 0
    },
    hasRoomFor({ size }) {
      if (inHand.size === 0) return true
      const held = inHand.values().reduce((bytes, one) => bytes + one.size, 0)
      return !alone && inHand.size < mostInHand && held + size <= mostBytes
    },
    give(document, only) {
      inHand.set(document.sha256, document)
      alone = only
      order({ take: [document.sha256] })
    },
    async dismiss() {
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(late)
    },
  }
}

/** Megabytes that a worker's objects may take: its share of the machine, and no less than a large page needs. */
function memoryFor(jobs: number): number {
  return Math.round(Math.min(Math.max(totalmem() / 2 ** 20 / (jobs + 2), 768), 4_096))
}

function listenTo({ stderr }: ChildProcess): () => string {
  let words = ''
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-lastWords)
  })
  return () => words.trim().replaceAll(/\s+/g, ' ')
}
