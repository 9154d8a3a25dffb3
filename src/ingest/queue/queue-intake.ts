import type { Database } from '../../store/database.ts'
import { type HandedOver, keepIncoming, waitingAmong } from '../../store/incoming.ts'
import { inTransaction } from '../../store/write/transaction.ts'
import type { Intake } from '../intake.ts'
import { Bell } from './bell.ts'
import { startLeader } from './leader.ts'
import { openQueue } from './open-queue.ts'

export type QueueIntakeOptions = {
  /** Worker processes, at most. */
  readonly jobs: number
  readonly receivedAt: Date
  /** Milliseconds of the processor in which a document must be understood; a minute unless told. */
  readonly deadline?: number
}

/** What a run may have waiting in the queue. */
const mostWaiting = 500
const mostBytes = 256 * 1024 * 1024

/** Milliseconds after which is looked for documents that another process took in. */
const patience = 1_000

/** Takes documents in by the queue and worker processes. What is in the queue when this process is killed is not lost. */
export async function openQueueIntake(database: Database, options: QueueIntakeOptions): Promise<Intake> {
  const queue = await openQueue(database)
  const bell = new Bell()
  /** Documents of this run that have no outcome yet, with their sizes. */
  const waiting = new Map<string, number>()
  let bytes = 0
  let done: string[] = []
  const finish = (hashes: Iterable<string>): void => {
    for (const sha256 of hashes) {
      // Others are leftovers of killed runs, or another run's.
      const size = waiting.get(sha256)
      if (size === undefined) continue
      waiting.delete(sha256)
      bytes -= size
      done.push(sha256)
    }
  }
  let heard = performance.now()
  const onDone = (hashes: readonly string[]): void => {
    finish(hashes)
    heard = performance.now()
    bell.ring()
  }
  const leader = startLeader(database, queue, { ...options, onDone })
  /** Looks for those that workers of another process had: now and then, and only while our own have nothing to tell. */
  const lookAround = async (): Promise<void> => {
    if (performance.now() - heard < patience) return
    const hashes = [...waiting.keys()]
    const still = await waitingAmong(database.prisma, hashes)
    finish(hashes.filter((sha256) => !still.has(sha256)))
    heard = performance.now()
  }
  const advance = async (): Promise<boolean> => {
    if (waiting.size === 0) return false
    await Promise.race([bell.wait(patience), leader.broken])
    await lookAround()
    return waiting.size > 0
  }
  return {
    async take(documents: readonly HandedOver[]) {
      while (waiting.size >= mostWaiting || bytes >= mostBytes) await advance()
      const queued = documents.map(({ sha256, bytes: { length: size } }) => ({ sha256, size }))
      await inTransaction(database, async (tx) => {
        await keepIncoming(tx, documents, options.receivedAt)
        await queue.put(tx, queued)
      })
      for (const { sha256, size } of queued) {
        waiting.set(sha256, size)
        bytes += size
      }
      leader.nudge()
    },
    done() {
      const hashes = done
      done = []
      return hashes
    },
    advance,
    async [Symbol.asyncDispose]() {
      // What ended the work was thrown where it was waited for.
      await leader.stop().catch(() => undefined)
      await queue[Symbol.asyncDispose]()
    },
  }
}
