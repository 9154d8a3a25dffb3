import type { Transaction } from './write/transaction.ts'

const channel = 'isnad_document'

/** Tells every process, when the transaction commits, which documents are new. */
export async function announce(tx: Transaction, documentIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, id) from unnest(${documentIds}::text[]) n(id)`
}
