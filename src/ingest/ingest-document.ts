import type { RawDocument } from '../reading/page.ts'
import { documentId } from '../resolution/ids.ts'
import { requireSame } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'
import { isUnavailable, UnavailableError } from '../store/database-error.ts'
import { type Failure, keepFailure } from '../store/dead-letters.ts'
import { hasDocument } from '../store/documents.ts'
import { writeDocument } from '../store/write/document.ts'
import { inTransaction } from '../store/write/transaction.ts'
import { correct, faultAt, understand } from './chain.ts'
import { sha256Of } from './document-hash.ts'
import { withCorrections } from './with-corrections.ts'

/** What came of a document. */
export type Outcome = {
  /** Of its bytes. */
  readonly sha256: string
  /** UUID; null when it failed. */
  readonly documentId: string | null
  /** True when these bytes were in already. */
  readonly duplicate: boolean
  /** Why it failed; null when it is in. */
  readonly failure: Failure | null
}

export type IngestOptions = {
  /** When it was handed over: of all documents of one run, when the run began. Now, unless told. */
  readonly receivedAt?: Date
}

/**
 * Takes a document in, whole or not at all. One that cannot be understood or stored is kept among the failed ones with
 * the reason, and is no error here.
 * @throws UnavailableError when the database cannot be reached; nothing of the document is kept then
 */
export async function ingestDocument(
  database: Database,
  raw: RawDocument,
  { receivedAt = new Date() }: IngestOptions = {},
): Promise<Outcome> {
  const sha256 = sha256Of(raw.bytes)
  try {
    if (await hasDocument(database.prisma, sha256)) return stored(sha256, true)
    const failure = await takeIn(database, raw, receivedAt)
    if (failure !== 'DUPLICATE' && failure !== null) {
      await keepFailure(database.prisma, { ...raw, sha256, receivedAt }, failure)
      return { sha256, documentId: null, duplicate: false, failure }
    }
    return stored(sha256, failure === 'DUPLICATE')
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  }
}

async function takeIn(database: Database, raw: RawDocument, receivedAt: Date): Promise<Failure | 'DUPLICATE' | null> {
  const understood = understand(raw)
  if (!understood.ok) return understood.failure
  try {
    const written = await withCorrections(database, (inForce) => {
      const { bytes, filename, mediaType: givenType, retrievedAt = null } = raw
      const given = { bytes, filename, givenType, retrievedAt, receivedAt }
      const incoming = { ...correct(understood.knowledge, inForce), ...given }
      return inTransaction(database, (tx) => writeDocument(tx, incoming, () => requireSame(tx, inForce)))
    })
    return written ? null : 'DUPLICATE'
  } catch (error) {
    if (isUnavailable(error)) throw error
    return faultAt('STORE', error)
  }
}

function stored(sha256: string, duplicate: boolean): Outcome {
  return { sha256, documentId: documentId(sha256), duplicate, failure: null }
}
