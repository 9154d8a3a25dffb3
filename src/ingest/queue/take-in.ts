import { requireSame } from '../../store/corrections.ts'
import type { Database } from '../../store/database.ts'
import { isUnavailable } from '../../store/database-error.ts'
import { type Failure, keepFailure } from '../../store/dead-letters.ts'
import { dropIncoming, type IncomingRow, readIncoming } from '../../store/incoming.ts'
import { storedAmong } from '../../store/outcomes.ts'
import { writeDocuments } from '../../store/write/document.ts'
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

/**
 * Writes documents, and takes them from those that wait, in one transaction: that is worth half the time. When it fails
 * over one of them, each is written by itself, and that one is put among the failed ones.
 */
export async function writeIncoming(database: Database, documents: readonly Ready[]): Promise<void> {
  if (documents.length === 0) return
  try {
    await write(database, documents)
  } catch (error) {
    if (isUnavailable(error)) throw error
    const [first, ...others] = documents
    if (first === undefined) return
    if (others.length === 0) return refuse(database.prisma, first, faultAt('STORE', error))
    for (const document of documents) await writeIncoming(database, [document])
  }
}

async function write(database: Database, documents: readonly Ready[]): Promise<void> {
  await withCorrections(database, (inForce) => {
    const incoming = documents.map(({ knowledge, bytes, filename, mediaType: givenType, retrievedAt, receivedAt }) => ({
      ...correct(knowledge, inForce),
      ...{ bytes, filename, givenType, retrievedAt, receivedAt },
    }))
    return inTransaction(database, async (tx) => {
      await writeDocuments(tx, incoming, () => requireSame(tx, inForce))
      await dropIncoming(
        tx,
        documents.map(({ sha256 }) => sha256),
      )
    })
  })
}

/** Puts a document among the failed ones. It is kept there before it waits no more: a kill in between loses nothing. */
async function refuse(db: Database['prisma'], document: IncomingRow, failure: Failure): Promise<void> {
  await keepFailure(db, document, failure)
  await dropIncoming(db, [document.sha256])
}
