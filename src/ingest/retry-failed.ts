import type { Database } from '../store/database.ts'
import { dropFailure, type Failure, type FailureEntry, failuresAfter, readFailed } from '../store/dead-letters.ts'
import { ingestDocument } from './ingest-document.ts'

/** What came of a failed document that was tried again. */
export type Retried = {
  readonly entry: FailureEntry
  readonly outcome: 'STORED' | 'KNOWN' | 'FAILED'
  /** Why it failed again; null when it did not. */
  readonly failure: Failure | null
}

export type RetryOptions = {
  /** Only documents that failed for this reason; all when left out. */
  readonly code?: string
  readonly onRetried?: (retried: Retried) => void
  /** Stops after the document that is being worked on. */
  readonly signal?: AbortSignal
}

const entriesAtATime = 100

/** Tries every failed document again, the latest first, each once. @throws UnavailableError when the database cannot be reached */
export async function retryAll(database: Database, options: RetryOptions = {}): Promise<void> {
  const { code = null, onRetried, signal } = options
  for (let after: FailureEntry | null = null; ; ) {
    const entries: FailureEntry[] = await failuresAfter(database.prisma, after, entriesAtATime, code)
    for (const entry of entries) {
      if (signal?.aborted === true) return
      const retried = await retryFailed(database, entry)
      if (retried !== null) onRetried?.(retried)
    }
    after = entries.at(-1) ?? null
    if (entries.length < entriesAtATime) return
  }
}

/**
 * Takes a failed document in, as of the time when it was handed over first; one that fails again stays, with the new
 * reason.
 * @returns null when it is failed no more
 * @throws UnavailableError when the database cannot be reached
 */
export async function retryFailed(database: Database, entry: FailureEntry): Promise<Retried | null> {
  const document = await readFailed(database.prisma, entry.sha256)
  if (document === null) return null
  const { receivedAt } = document
  const { duplicate, failure } = await ingestDocument(database, document, { receivedAt })
  if (failure !== null) return { entry, outcome: 'FAILED', failure }
  await dropFailure(database.prisma, entry.sha256)
  return { entry, outcome: duplicate ? 'KNOWN' : 'STORED', failure: null }
}
