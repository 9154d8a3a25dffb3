import { documentId } from '../resolution/ids.ts'
import type { CorrectionsInForce } from '../store/corrections.ts'
import { requireSame } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'
import { isUnavailable, UnavailableError } from '../store/database-error.ts'
import type { Failure } from '../store/dead-letters.ts'
import { documentIds, readDocuments, type StoredDocument } from '../store/documents.ts'
import { type IncomingDocument, rewriteDocuments, writeAgain } from '../store/write/document.ts'
import { noteFailure, rebuild } from '../store/write/rebuild.ts'
import { inTransaction } from '../store/write/transaction.ts'
import { correct, understand } from './chain.ts'
import { retryAll } from './retry-failed.ts'
import { withCorrections } from './with-corrections.ts'

export type ReprocessProgress = { readonly done: number; readonly total: number; readonly documentId: string }

/** A document that this release cannot understand: it stays as it was handed over, and says nothing. */
type NotReprocessed = { readonly sha256: string; readonly failure: Failure }

export type ReprocessSummary = { readonly done: number; readonly failed: readonly NotReprocessed[] }

const documentsAtATime = 50

/** A whole archive in one transaction: a day. */
const longest = 86_400_000

/**
 * Understands every stored document anew, by the rules of this release and the decisions in force, and those again that
 * failed before. The graph is exchanged in one transaction: readers see the old one until it ends, and a kill in between
 * leaves that. Other writers wait.
 * @throws UnavailableError when the database cannot be reached
 */
export async function reprocessAll(
  database: Database,
  onProgress?: (progress: ReprocessProgress) => void,
): Promise<ReprocessSummary> {
  return whileAvailable(async () => {
    const summary = await withCorrections(database, (inForce) =>
      inTransaction(
        database,
        async (tx) => {
          const total = await rebuild(tx, () => requireSame(tx, inForce))
          const failed: NotReprocessed[] = []
          let done = 0
          for (let after: string | null = null; ; ) {
            const ids: string[] = await documentIds(tx, after, documentsAtATime)
            for (const document of await readDocuments(tx, ids)) {
              const incoming = understandAgain(document, inForce)
              if ('failure' in incoming) {
                failed.push(incoming)
                await noteFailure(tx, document.id, incoming.failure)
              } else await writeAgain(tx, incoming)
              done += 1
              onProgress?.({ done, total, documentId: document.id })
            }
            after = ids.at(-1) ?? null
            if (ids.length < documentsAtATime) return { done: done - failed.length, failed }
          }
        },
        longest,
      ),
    )
    await retryAll(database)
    return summary
  })
}

/**
 * Understands one stored document anew.
 * @returns null when there is no document with these bytes
 * @throws UnavailableError when the database cannot be reached
 */
export async function reprocessDocument(database: Database, sha256: string): Promise<ReprocessSummary | null> {
  return whileAvailable(async () => {
    const [document] = await readDocuments(database.prisma, [documentId(sha256)])
    if (document === undefined) return null
    return withCorrections(database, async (inForce) => {
      const incoming = understandAgain(document, inForce)
      if ('failure' in incoming) return { done: 0, failed: [incoming] }
      await inTransaction(database, (tx) => rewriteDocuments(tx, [incoming], [], () => requireSame(tx, inForce)))
      return { done: 1, failed: [] }
    })
  })
}

/** What a stored document says by the rules of this release and some decisions. */
function understandAgain(document: StoredDocument, inForce: CorrectionsInForce): IncomingDocument | NotReprocessed {
  const understood = understand(document)
  if (!understood.ok) return { sha256: document.sha256, failure: understood.failure }
  const { bytes, filename, mediaType: givenType, retrievedAt, receivedAt } = document
  return { ...correct(understood.knowledge, inForce), bytes, filename, givenType, retrievedAt, receivedAt }
}

async function whileAvailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  }
}
