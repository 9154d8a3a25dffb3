import type { Database } from '../../store/database.ts'
import { type Failure, keepFailure } from '../../store/dead-letters.ts'
import { countTry, dropIncoming, readIncoming } from '../../store/incoming.ts'
import type { Crew } from './crew.ts'
import type { WorkerEnd } from './hired-worker.ts'

/** Workers that may end over a document: once may be anybody's bad luck, three times is the document's doing. */
const mostTries = 3

/**
 * Has the others do what a worker left unfinished. A document over which too many ended is put among the failed ones.
 * @returns the documents that were given up
 */
export async function bury(database: Database, crew: Crew, end: WorkerEnd): Promise<string[]> {
  const givenUp: string[] = []
  for (const { sha256 } of end.unfinished.toReversed()) {
    const suspect = end.suspects.has(sha256)
    if (suspect && (await countTry(database.prisma, sha256)) >= mostTries) {
      await giveUp(database, sha256, end)
      givenUp.push(sha256)
    } else crew.retry(sha256, suspect)
  }
  return givenUp
}

/** It is kept among the failed ones before it waits no more: a kill in between loses nothing. */
async function giveUp({ prisma }: Database, sha256: string, end: WorkerEnd): Promise<void> {
  const [document] = await readIncoming(prisma, [sha256])
  if (document === undefined) return
  await keepFailure(prisma, document, failureOf(end))
  await dropIncoming(prisma, [sha256])
}

function failureOf({ tooSlow, how }: WorkerEnd): Failure {
  const kept = 'The document is kept; please report this, and retry it with a later release.'
  return tooSlow
    ? { stage: 'READ', code: 'TOO_SLOW', message: `It could not be understood in time, ${mostTries} times. ${kept}` }
    : {
        stage: 'READ',
        code: 'WORKER_ENDED',
        message: `The process that was to understand it ended, ${mostTries} times (${how.slice(0, 200)}). ${kept}`,
      }
}
