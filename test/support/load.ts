import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import type { Database } from '../../src/store/database.ts'
import { type IncomingDocument, writeDocument } from '../../src/store/write/document.ts'
import { inTransaction } from '../../src/store/write/transaction.ts'
import { bytesOf } from './knowledge-draft.ts'

/** Writes documents of a fixture, one transaction each, in the order given. */
export async function loadKnowledge(database: Database, documents: readonly DocumentKnowledge[]): Promise<void> {
  for (const knowledge of documents) await inTransaction(database, (tx) => writeDocument(tx, incoming(knowledge)))
}

/** A fixture's document as it would be handed over. */
export function incoming(knowledge: DocumentKnowledge): IncomingDocument {
  return {
    knowledge,
    merged: [],
    bytes: bytesOf(knowledge),
    filename: null,
    givenType: null,
    retrievedAt: null,
    receivedAt: new Date('2025-03-01T12:00:00Z'),
  }
}
