import type { HandedOver } from '../store/incoming.ts'

/** A way by which documents get in. */
export type Intake = AsyncDisposable & {
  /**
   * Takes documents on that are not in yet, and settles when it can bear more.
   * @throws UnavailableError when the database is away
   */
  take(documents: readonly HandedOver[]): Promise<void>
  /** Hashes of documents that got an outcome, in or among the failed ones, since it was asked last. */
  done(): readonly string[]
  /**
   * Waits until something is done; at once when nothing is under way.
   * @returns whether anything is still under way
   * @throws UnavailableError when the database is away
   */
  advance(): Promise<boolean>
}
