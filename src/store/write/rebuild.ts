import type { Failure } from '../dead-letters.ts'
import type { OnTurn } from './document.ts'
import { enterAlone, type Transaction, takeTurn } from './transaction.ts'

/**
 * Takes away all that the documents say, for them to be written anew in the same transaction. Documents, failures and
 * corrections stay.
 * @returns how many documents there are
 */
export async function rebuild(tx: Transaction, onTurn: OnTurn): Promise<number> {
  await enterAlone(tx)
  await takeTurn(tx)
  await onTurn(tx)
  await tx.$executeRaw`delete from document_note`
  await tx.$executeRaw`delete from document_part`
  await tx.$executeRaw`delete from article`
  await tx.$executeRaw`delete from event`
  await tx.$executeRaw`delete from story`
  await tx.$executeRaw`delete from source`
  await tx.$executeRaw`delete from role`
  await tx.$executeRaw`update entity set merged_into_id = null where merged_into_id is not null`
  await tx.$executeRaw`delete from organization`
  await tx.$executeRaw`delete from place`
  await tx.$executeRaw`delete from entity`
  const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from document`
  return row?.count ?? 0
}

/** Says on a document why it says nothing else. */
export async function noteFailure(tx: Transaction, documentId: string, { code, message }: Failure): Promise<void> {
  await tx.$executeRaw`delete from document_note where document_id = ${documentId}::uuid`
  await tx.$executeRaw`
    insert into document_note (document_id, ordinal, code, message) values (${documentId}::uuid, 0, ${code}, ${message})`
}
