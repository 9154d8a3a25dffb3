import type { Correction } from '../resolution/corrections.ts'
import { splitEntityId } from '../resolution/ids.ts'
import type { EntityRow } from '../resolution/knowledge.ts'
import { type LoggedCorrection, logCorrection, markUndone, readCorrection, requireSame } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'
import { isUnavailable, UnavailableError } from '../store/database-error.ts'
import { documentsOfMentions, documentsSpeakingOf, readDocuments, type StoredDocument } from '../store/documents.ts'
import { type IncomingDocument, rewriteDocuments } from '../store/write/document.ts'
import { inTransaction, type Transaction } from '../store/write/transaction.ts'
import { correct, understand } from './chain.ts'
import { checkCorrection, type UserErrorData } from './check-correction.ts'
import { withCorrections } from './with-corrections.ts'

/** A human decision, with UUIDs, and why. */
export type CorrectionDraft = { readonly correction: Correction; readonly reason: string | null }

export type CorrectionResult = {
  /** UUID; null exactly when there are errors. */
  readonly correctionId: string | null
  readonly errors: readonly UserErrorData[]
}

/**
 * Puts a decision into the log, and writes every document that it bears on anew: all in one transaction.
 * @throws UnavailableError when the database cannot be reached
 */
export async function applyCorrection(
  database: Database,
  { correction, reason }: CorrectionDraft,
): Promise<CorrectionResult> {
  return whileAvailable(async () => {
    const errors = await checkCorrection(database.prisma, correction)
    if (errors.length > 0) return { correctionId: null, errors }
    const documents = await readDocuments(database.prisma, await documentsOf(database, correction))
    const decision = { correction, reason, into: null, documentId: documentIdOf(correction, documents) }
    const correctionId = await withCorrections(database, (inForce) => {
      const into = entityThatStays(correction, documents, inForce.corrections)
      const corrections = [...inForce.corrections, { ...decision, into, id: '', undone: false }]
      return rewrite(database, documents, { version: inForce.version, corrections }, correction, (tx) =>
        logCorrection(tx, { ...decision, into }),
      )
    })
    return { correctionId, errors: [] }
  })
}

/**
 * Takes a decision out of force, and writes every document that it bore on anew: all in one transaction.
 * @throws UnavailableError when the database cannot be reached
 */
export async function undoCorrection(database: Database, id: string): Promise<CorrectionResult> {
  return whileAvailable(async () => {
    const logged = await readCorrection(database.prisma, id)
    if (logged === null) return refused('NOT_FOUND', 'There is no correction of this id.')
    if (logged.undone) return refused('ALREADY_UNDONE', 'This correction has been undone already.')
    const found = await documentsOf(database, logged.correction)
    const ids = logged.documentId === null ? found : [...found, logged.documentId]
    const documents = await readDocuments(database.prisma, ids)
    await withCorrections(database, ({ version, corrections }) => {
      const left = corrections.filter((one) => one.id !== id)
      return rewrite(database, documents, { version, corrections: left }, logged.correction, (tx) => markUndone(tx, id))
    })
    return { correctionId: id, errors: [] }
  })
}

type InForce = { readonly version: string; readonly corrections: readonly LoggedCorrection[] }

/** Documents that a decision bears on, before it and after it. */
async function documentsOf({ prisma }: Database, correction: Correction): Promise<string[]> {
  switch (correction.kind) {
    case 'MERGE':
      return documentsSpeakingOf(prisma, [...correction.fromIds, correction.intoId])
    case 'RENAME':
      return documentsSpeakingOf(prisma, [correction.entityId])
    case 'SPLIT':
      return documentsOfMentions(prisma, correction.mentionIds)
    case 'REJECT':
      return documentsOfMentions(prisma, [correction.mentionId])
  }
}

/** Entities that a decision changes, beside what the documents say. */
function changedBy(correction: Correction): readonly string[] {
  switch (correction.kind) {
    case 'MERGE':
      return [...correction.fromIds, correction.intoId]
    case 'RENAME':
      return [correction.entityId]
    case 'SPLIT':
      return [splitEntityId(correction.entityId, correction.mentionIds)]
    case 'REJECT':
      return []
  }
}

async function rewrite<T>(
  database: Database,
  documents: readonly StoredDocument[],
  inForce: InForce,
  correction: Correction,
  log: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const incoming = documents.flatMap((document) => again(document, inForce))
  return inTransaction(database, async (tx) => {
    let logged: T | undefined
    await rewriteDocuments(tx, incoming, changedBy(correction), async () => {
      await requireSame(tx, inForce)
      logged = await log(tx)
    })
    return logged as T
  })
}

/** A document that this release cannot understand any more keeps what it says. */
function again(document: StoredDocument, inForce: InForce): IncomingDocument[] {
  const understood = understand(document)
  if (!understood.ok) return []
  const { bytes, filename, mediaType: givenType, retrievedAt, receivedAt } = document
  return [{ ...correct(understood.knowledge, inForce), bytes, filename, givenType, retrievedAt, receivedAt }]
}

/** The row of the entity that a merge keeps, as the documents give it: what holds it up where only the others are known. */
function entityThatStays(
  correction: Correction,
  documents: readonly StoredDocument[],
  corrections: readonly LoggedCorrection[],
): EntityRow | null {
  if (correction.kind !== 'MERGE') return null
  for (const document of documents) {
    const understood = understand(document)
    if (!understood.ok) continue
    const { entities } = correct(understood.knowledge, { version: '', corrections }).knowledge
    const row = entities.find(({ id }) => id === correction.intoId)
    if (row !== undefined) return { ...row, names: row.names.filter(({ preferred }) => preferred) }
  }
  return null
}

function documentIdOf(correction: Correction, documents: readonly StoredDocument[]): string | null {
  return correction.kind === 'REJECT' ? (documents[0]?.id ?? null) : null
}

function refused(code: string, message: string): CorrectionResult {
  return { correctionId: null, errors: [{ code, message, path: null }] }
}

async function whileAvailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  }
}
