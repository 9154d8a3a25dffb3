import { requireSame } from '../../store/corrections.ts'
import type { Database } from '../../store/database.ts'
import { isUnavailable } from '../../store/database-error.ts'
import { type Failure, keepFailure } from '../../store/dead-letters.ts'
import { dropIncoming, type IncomingRow, readIncoming } from '../../store/incoming.ts'
import { storedAmong } from '../../store/outcomes.ts'
import { writeDocument } from '../../store/write/document.ts'
import { inTransaction } from '../../store/write/transaction.ts'
import { correct, faultAt, type Understood, understand } from '../chain.ts'
import { withCorrections } from '../with-corrections.ts'

/** Told of the stretch in which nothing but one document is worked on. */
export type Attention = { readonly began: (sha256: string) => void; readonly understood: () => void }

/** A document that is understood and has still to be written. */
export type Ready = IncomingRow & Pick<Understood, 'knowledge'>

/**
 * Understands some of the documents that wait. Those that are in already, or cannot be understood, wait no more.
 * @returns those that have to be written
 */
export async function understandIncoming(
  { prisma }: Database,
  hashes: readonly string[],
  attention: Attention,
): Promise<Ready[]> {
  const rows = await readIncoming(prisma, hashes)
  const stored = await storedAmong(prisma, hashes)
  await dropIncoming(prisma, [...stored])
  const ready: Ready[] = []
  for (const row of rows) {
    if (stored.has(row.sha256)) continue
    attention.began(row.sha256)
    const understood = understand(row)
    attention.understood()
    if (understood.ok) ready.push({ ...row, knowledge: understood.knowledge })
    else await refuse(prisma, row, understood.failure)
  }
  return ready
}

/** Writes documents, and takes them from those that wait, in one transaction each. */
export async function writeIncoming(database: Database, documents: readonly Ready[]): Promise<void> {
  for (const document of documents) {
    try {
      await write(database, document)
    } catch (error) {
      if (isUnavailable(error)) throw error
      await refuse(database.prisma, document, faultAt('STORE', error))
    }
  }
}

async function write(database: Database, document: Ready): Promise<void> {
  const { bytes, filename, mediaType: givenType, retrievedAt, receivedAt } = document
  await withCorrections(database, (inForce) =>
    inTransaction(database, async (tx) => {
      const given = { bytes, filename, givenType, retrievedAt, receivedAt }
      const incoming = { ...correct(document.knowledge, inForce), ...given }
      await writeDocument(tx, incoming, () => requireSame(tx, inForce))
      await dropIncoming(tx, [document.sha256])
    }),
  )
}

/** Puts a document among the failed ones. It is kept there before it waits no more: a kill in between loses nothing. */
async function refuse(db: Database['prisma'], document: IncomingRow, failure: Failure): Promise<void> {
  await keepFailure(db, document, failure)
  await dropIncoming(db, [document.sha256])
}
