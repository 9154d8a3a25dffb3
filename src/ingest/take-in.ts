import { requireSame } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'
import { isUnavailable } from '../store/database-error.ts'
import { type Failure, keepFailure } from '../store/dead-letters.ts'
import { dropIncoming, type HandedOver } from '../store/incoming.ts'
import { writeDocuments } from '../store/write/document.ts'
import { inTransaction } from '../store/write/transaction.ts'
import { correct, faultAt, type Understood, understand } from './chain.ts'
import { withCorrections } from './with-corrections.ts'

/** A document that is handed over, and when the run began that hands it over. */
export type Arrival = HandedOver & { readonly receivedAt: Date }

/** Told of the stretch in which nothing but one document is worked on. */
export type Attention = { readonly began: (sha256: string) => void; readonly understood: () => void }

type Ready = Arrival & Pick<Understood, 'knowledge'>

/** Documents that are worth to be written together: more gain little, and make the other writers wait. */
export const together = 8

/**
 * Understands documents one after the other and writes them together, which takes a third of the time. Whether they are
 * in or among the failed ones after it, they are none any more of those that wait.
 */
export async function takeIn(
  database: Database,
  arrivals: readonly Arrival[],
  attention: Attention | null = null,
): Promise<void> {
  const ready: Ready[] = []
  for (const arrival of arrivals) {
    attention?.began(arrival.sha256)
    const understood = understand(arrival)
    attention?.understood()
    if (understood.ok) ready.push({ ...arrival, knowledge: understood.knowledge })
    else await refuse(database.prisma, arrival, understood.failure)
  }
  // Whoever writes holds up the other writers, and must not stop to think in between.
  if (ready.length > 0) await write(database, ready)
}

/** In one transaction; when that fails over one of them, each in its own, and that one goes to the failed ones. */
async function write(database: Database, documents: readonly Ready[]): Promise<void> {
  try {
    await writeWhole(database, documents)
  } catch (error) {
    if (isUnavailable(error)) throw error
    const [first, ...others] = documents
    if (first === undefined) return
    if (others.length === 0) return refuse(database.prisma, first, faultAt('STORE', error))
    for (const document of documents) await write(database, [document])
  }
}

async function writeWhole(database: Database, documents: readonly Ready[]): Promise<void> {
  await withCorrections(database, (inForce) => {
    const incoming = documents.map(({ knowledge, mediaType: givenType, retrievedAt = null, ...given }) => ({
      ...correct(knowledge, inForce),
      ...{ bytes: given.bytes, filename: given.filename, givenType, retrievedAt, receivedAt: given.receivedAt },
    }))
    return inTransaction(database, async (tx) => {
      await writeDocuments(tx, incoming, () => requireSame(tx, inForce))
      await dropIncoming(tx, hashesOf(documents))
    })
  })
}

/** It is kept among the failed ones before it waits no more: a kill in between loses nothing. */
async function refuse(db: Database['prisma'], arrival: Arrival, failure: Failure): Promise<void> {
  await keepFailure(db, arrival, failure)
  await dropIncoming(db, [arrival.sha256])
}

function hashesOf(documents: readonly Ready[]): string[] {
  return documents.map(({ sha256 }) => sha256)
}
