import type { RawDocument } from '../reading/page.ts'
import type { PrismaClient } from './generated/client.ts'
import { withoutNul } from './write/rows.ts'
import type { Transaction } from './write/transaction.ts'

/** A document that is handed over, with the hash of its bytes. */
export type HandedOver = RawDocument & { readonly sha256: string }

/** A document that waits for a worker. */
export type IncomingRow = HandedOver & { readonly retrievedAt: string | null; readonly receivedAt: Date }

/** Keeps documents until a worker takes them; those that wait already stay as they are. */
export async function keepIncoming(tx: Transaction, documents: readonly HandedOver[], receivedAt: Date): Promise<void> {
  await tx.$executeRaw`
    insert into incoming_document (sha256, bytes, filename, media_type, url, retrieved_at, received_at)
    select n.*, ${receivedAt} from unnest(
      ${documents.map((one) => one.sha256)}::char(64)[], ${documents.map((one) => one.bytes)}::bytea[],
      ${documents.map((one) => withoutNul(one.filename))}::text[],
      ${documents.map((one) => withoutNul(one.mediaType))}::text[],
      ${documents.map((one) => withoutNul(one.url))}::text[],
      ${documents.map((one) => one.retrievedAt ?? null)}::timestamptz[]
    ) n(sha256, bytes, filename, media_type, url, retrieved_at)
    order by sha256
    on conflict (sha256) do nothing`
}

/** Some of the documents that wait, as they were handed over; one that is gone is left out. */
export async function readIncoming(db: PrismaClient, hashes: readonly string[]): Promise<IncomingRow[]> {
  return db.$queryRaw<IncomingRow[]>`
    select sha256::text, bytes, filename, media_type as "mediaType", url, received_at as "receivedAt",
      to_char(retrieved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "retrievedAt"
    from incoming_document where sha256 = any(${hashes}::char(64)[])`
}

/** Takes documents away from those that wait. */
export async function dropIncoming(db: PrismaClient | Transaction, hashes: readonly string[]): Promise<void> {
  await db.$executeRaw`delete from incoming_document where sha256 = any(${hashes}::char(64)[])`
}

/** Those that wait, and how large each is, in the order of their hashes: a page of at most `limit` behind `after`. */
export async function waitingAfter(
  db: PrismaClient,
  after: string,
  limit: number,
): Promise<{ sha256: string; size: number }[]> {
  return db.$queryRaw`
    select sha256::text, octet_length(bytes) as size from incoming_document
    where sha256 > ${after} order by sha256 limit ${limit}`
}

/** Which of some documents still wait. */
export async function waitingAmong(db: PrismaClient, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    select sha256::text from incoming_document where sha256 = any(${hashes}::char(64)[])`
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** Counts that a worker ended over a document. @returns how many did; 0 when it waits no more */
export async function countTry(db: PrismaClient, sha256: string): Promise<number> {
  const rows = await db.$queryRaw<{ tries: number }[]>`
    update incoming_document set tries = tries + 1 where sha256 = ${sha256} returning tries`
  return rows[0]?.tries ?? 0
}
