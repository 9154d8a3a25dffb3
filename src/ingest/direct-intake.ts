import type { Database } from '../store/database.ts'
import { ingestDocument } from './ingest-document.ts'
import type { Intake } from './intake.ts'

/** Documents worked on at once: while one is written, the next is understood. */
const atOnce = 4

/** Takes documents in within this process, without a queue. */
export function openDirectIntake(database: Database, receivedAt: Date): Intake {
  const underWay = new Set<Promise<void>>()
  let done: string[] = []
  return {
    async take(documents) {
      for (const document of documents) {
        while (underWay.size >= atOnce) await Promise.race(underWay)
        const work = ingestDocument(database, document, { receivedAt }).then(() => {
          done.push(document.sha256)
          underWay.delete(work)
        })
        // It stays under way, and whoever waits for it next is thrown its error.
        work.catch(() => undefined)
        underWay.add(work)
      }
    },
    done() {
      const hashes = done
      done = []
      return hashes
    },
    async advance() {
      await Promise.race([...underWay, ...(underWay.size === 0 ? [undefined] : [])])
      return underWay.size > 0
    },
    [Symbol.asyncDispose]: async () => void (await Promise.allSettled(underWay)),
  }
}
