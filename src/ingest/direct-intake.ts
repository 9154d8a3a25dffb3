import type { Database } from '../store/database.ts'
import type { Intake } from './intake.ts'
import { takeIn } from './take-in.ts'

/**
 * Takes documents in within this process, one batch after the other, without a queue: for a first start, which has little
 * to read and must not wait for other processes to load, and for machines that have no room for them. A document that
 * holds it for ever holds the run.
 */
export function openDirectIntake(database: Database, receivedAt: Date): Intake {
  let done: string[] = []
  return {
    async take(documents) {
      await takeIn(
        database,
        documents.map((document) => ({ ...document, receivedAt })),
      )
      done.push(...documents.map(({ sha256 }) => sha256))
    },
    done() {
      const hashes = done
      done = []
      return hashes
    },
    advance: async () => false,
    [Symbol.asyncDispose]: async () => undefined,
  }
}
