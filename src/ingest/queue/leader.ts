import type { Database } from '../../store/database.ts'
import { isUnavailable, UnavailableError } from '../../store/database-error.ts'
import { waitingAfter } from '../../store/incoming.ts'
import { inTransaction } from '../../store/write/transaction.ts'
import { Bell } from './bell.ts'
import { bury } from './bury.ts'
import { Crew } from './crew.ts'
import type { Queue } from './open-queue.ts'

/** Takes documents from the queue and has worker processes take them in, until it is stopped. */
export type Leader = {
  /** Looks at the queue at once: something was put there. */
  nudge(): void
  /**
   * Waits for what the workers have in hand, gives back what was claimed beyond it, and ends them.
   * @throws what `broken` rejects with
   */
  stop(): Promise<void>
  /**
   * Rejects when the work cannot go on; never settles else.
   * @throws UnavailableError when the database is away
   */
  readonly broken: Promise<never>
}

export type LeaderOptions = {
  /** Worker processes, at most. They are started when there is work for them, and stay until the end. */
  readonly jobs: number
  /** Milliseconds of the processor in which a document must be understood; a minute unless told. */
  readonly deadline?: number
  /** Told of documents that are done: in, or among the failed ones. */
  readonly onDone?: (hashes: readonly string[]) => void
}

/** Documents that are claimed at once. */
const claimsAtOnce = 48

/** Milliseconds: how often the queue is looked at unasked, and how often claims are kept up. */
const round = 500
const keepEvery = 3_000

/** Workers that may end in a row before they were ready: then it is no document's fault. */
const mostFalseStarts = 3

/** Begins to lead. It works on nothing itself, so that it outlives whatever a document does to a worker. */
export function startLeader(database: Database, queue: Queue, options: LeaderOptions): Leader {
  const { jobs, deadline = 60_000, onDone = () => undefined } = options
  const bell = new Bell()
  const crew = new Crew({ url: database.url, deadline, jobs }, bell)
  let stopping = false
  const led = lead({ database, queue, crew, bell, onDone, isStopping: () => stopping })
  const broken = led.then(() => new Promise<never>(() => undefined))
  // It is thrown by whoever waits for it.
  broken.catch(() => undefined)
  return {
    nudge: () => bell.ring(),
    stop() {
      stopping = true
      bell.ring()
      return led
    },
    broken,
  }
}

type Led = {
  readonly database: Database
  readonly queue: Queue
  readonly crew: Crew
  readonly bell: Bell
  readonly onDone: (hashes: readonly string[]) => void
  readonly isStopping: () => boolean
}

async function lead(led: Led): Promise<void> {
  const { database, queue, crew, bell, isStopping } = led
  try {
    await requeueWaiting(database, queue)
    let kept = performance.now()
    let falseStarts = 0
    while (!isStopping() || crew.isBusy) {
      falseStarts = await hear(led, falseStarts)
      if (performance.now() - kept > keepEvery) {
        kept = performance.now()
        await queue.keep(crew.claims)
      }
      if (isStopping()) await queue.giveBack(crew.releaseUnassigned())
      else {
        crew.assign()
        if (await claimMore(led)) continue
      }
      await bell.wait(round)
    }
    await hear(led, falseStarts)
    await queue.giveBack(crew.claims)
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  } finally {
    await crew.dismiss()
  }
}

async function claimMore({ queue, crew }: Led): Promise<boolean> {
  if (!crew.isShort) return false
  const claimed = await queue.claim(claimsAtOnce)
  crew.add(claimed)
  return claimed.length > 0
}

/** Acts on what happened. @returns how many workers in a row ended before they were ready */
async function hear({ database, queue, crew, onDone }: Led, falseStarts: number): Promise<number> {
  const { done, ends, trouble } = crew.news()
  if (trouble !== null) throw trouble === 'UNAVAILABLE' ? new UnavailableError(trouble) : trouble
  const over = [...done]
  let failed = done.length > 0 ? 0 : falseStarts
  for (const end of ends) {
    failed = end.wasReady ? 0 : failed + 1
    if (failed === mostFalseStarts) throw new Error(`Worker processes cannot be started (${end.how}).`)
    over.push(...(await bury(database, crew, end)))
  }
  await queue.remove(over)
  crew.forget(over)
  if (over.length > 0) onDone(over)
  return failed
}

const rowsAtATime = 500

/** Puts all that waits into the queue that is not in it: a job may be lost with the queue's schema, a document not. */
async function requeueWaiting(database: Database, queue: Queue): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await waitingAfter(database.prisma, after, rowsAtATime)
    if (rows.length > 0) await inTransaction(database, (tx) => queue.put(tx, rows))
    after = rows.at(-1)?.sha256 ?? ''
    if (rows.length < rowsAtATime) return
  }
}
