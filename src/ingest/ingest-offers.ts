import type { Database } from '../store/database.ts'
import { isUnavailable, UnavailableError } from '../store/database-error.ts'
import type { Failure } from '../store/dead-letters.ts'
import type { HandedOver } from '../store/incoming.ts'
import { readReadings, readReasons, storedAmong } from '../store/outcomes.ts'
import { openDirectIntake } from './direct-intake.ts'
import { sha256Of } from './document-hash.ts'
import { inBatches } from './in-batches.ts'
import type { Intake } from './intake.ts'
import type { Offer } from './offers.ts'
import { openQueueIntake, type QueueIntakeOptions } from './queue/queue-intake.ts'
import { together } from './take-in.ts'
import { RunningTally, type Tally } from './tally.ts'

export type IngestRunOptions = Partial<QueueIntakeOptions> & {
  /** Worker processes on the queue; 0, which it is unless told, works within this process. */
  readonly jobs?: number
  /** Told of every change. */
  readonly onProgress?: (tally: Pick<RunningTally, 'found' | 'done'>) => void
  /** Stops after the documents that are in hand. */
  readonly signal?: AbortSignal
}

/** As much is looked up at once, and kept in one transaction. */
const batchLimits = {
  items: 64,
  size: 4 * 1024 * 1024,
  sizeOf: ({ document }: Offer) => document?.bytes.length ?? 0,
  patience: 200,
}

/**
 * Takes in whatever is offered, in bounded memory. Documents that are in already are passed over by their hashes; one
 * that fails is named in the tally, and its neighbours go on.
 * @throws UnavailableError when the database cannot be reached; a later run goes on where this one stopped
 */
export async function ingestOffers(
  database: Database,
  offers: AsyncIterable<Offer>,
  options: IngestRunOptions = {},
): Promise<Tally> {
  const { onProgress = () => undefined, signal } = options
  const tally = new RunningTally()
  const run = new Run(database, options, tally)
  try {
    for await (const batch of inBatches(offers, batchLimits)) {
      if (signal?.aborted === true) break
      await run.take(batch)
    }
    onProgress(tally)
    while (signal?.aborted !== true && (await run.advance())) onProgress(tally)
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  } finally {
    await run[Symbol.asyncDispose]()
  }
  await run.settle()
  onProgress(tally)
  return tally
}

const gone: Failure = {
  stage: 'STORE',
  code: 'DOCUMENT_GONE',
  message: 'Somebody took it away again while it was waiting; hand it over once more.',
}

/** One run: what it has handed on, by where it was found, until there is an outcome. */
class Run implements AsyncDisposable {
  readonly #database: Database
  readonly #options: IngestRunOptions
  readonly #tally: RunningTally
  readonly #found = new Map<string, string>()
  /** Opened by the first document that is not in: a run over known ones starts no worker. */
  #intake: Intake | null = null

  constructor(database: Database, options: IngestRunOptions, tally: RunningTally) {
    this.#database = database
    this.#options = options
    this.#tally = tally
  }

  async take(offers: readonly Offer[]): Promise<void> {
    this.#tally.found += offers.length
    const documents = new Map<string, HandedOver>()
    for (const { at, document, failure } of offers) {
      if (document === null) {
        this.#tally.refuse(at, failure)
        continue
      }
      const sha256 = sha256Of(document.bytes)
      if (this.#found.has(sha256)) this.#tally.duplicates += 1
      else {
        this.#found.set(sha256, at)
        documents.set(sha256, { ...document, sha256 })
      }
    }
    if (documents.size === 0) return
    for (const sha256 of await storedAmong(this.#database.prisma, [...documents.keys()])) {
      documents.delete(sha256)
      this.#found.delete(sha256)
      this.#tally.duplicates += 1
    }
    if (documents.size === 0) return
    this.#intake ??= await this.#open()
    const fresh = [...documents.values()]
    const atOnce = this.#options.jobs === undefined || this.#options.jobs === 0 ? together : fresh.length
    for (let from = 0; from < fresh.length; from += atOnce) {
      if (this.#options.signal?.aborted === true) return
      await this.#intake.take(fresh.slice(from, from + atOnce))
      await this.settle()
      this.#options.onProgress?.(this.#tally)
    }
  }

  /** Waits for outcomes. @returns whether any are still to come */
  async advance(): Promise<boolean> {
    const more = (await this.#intake?.advance()) ?? false
    await this.settle()
    return more
  }

  /** Counts what has got an outcome. */
  async settle(): Promise<void> {
    const hashes = this.#intake?.done() ?? []
    if (hashes.length === 0) return
    const { prisma } = this.#database
    for (const reading of await readReadings(prisma, hashes)) {
      if (this.#found.delete(reading.sha256)) this.#tally.store(reading)
    }
    for (const { sha256, ...failure } of await readReasons(prisma, hashes)) {
      const at = this.#found.get(sha256)
      if (at === undefined) continue
      this.#found.delete(sha256)
      this.#tally.refuse(at, failure)
    }
    for (const sha256 of hashes) {
      const at = this.#found.get(sha256)
      if (at !== undefined) this.#tally.refuse(at, gone)
      this.#found.delete(sha256)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#intake?.[Symbol.asyncDispose]()
  }

  async #open(): Promise<Intake> {
    const { jobs = 0, receivedAt = new Date(), ...rest } = this.#options
    return jobs === 0
      ? openDirectIntake(this.#database, receivedAt)
      : openQueueIntake(this.#database, { ...rest, jobs, receivedAt })
  }
}
