import { documentId } from '../resolution/ids.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { withoutNul } from './write/rows.ts'

/** Where on its way a document failed. */
export type Stage = 'READ' | 'EXTRACT' | 'RESOLVE' | 'STORE'

/** Why a document is not in. */
export type Failure = {
  readonly stage: Stage
  /** Stable and upper case, for programs. */
  readonly code: string
  /** What went wrong and what to do, for people. */
  readonly message: string
}

export type FailedDocument = {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly filename: string | null
  readonly mediaType: string | null
  readonly url: string | null
  readonly retrievedAt?: string | null
  /** When it was handed over. */
  readonly receivedAt: Date
}

/**
 * Keeps a document that could not be read, with the reason; the same bytes once, with the latest reason and the time at
 * which they were handed over first.
 */
export async function keepFailure(db: PrismaClient, document: FailedDocument, failure: Failure): Promise<void> {
  const { sha256, bytes, filename, mediaType, url, retrievedAt = null, receivedAt } = document
  const { stage, code, message } = failure
  await db.$executeRaw`
    insert into failed_document (
      id, sha256, bytes, filename, media_type, url, retrieved_at, received_at, stage, code, message, failed_at)
    values (
      ${documentId(sha256)}::uuid, ${sha256}, ${bytes}, ${withoutNul(filename)}, ${withoutNul(mediaType)}, ${withoutNul(url)},
      ${retrievedAt}::timestamptz, ${receivedAt},
      ${stage}, ${code}, ${withoutNul(message)}, now())
    on conflict (sha256) do update set
      filename = excluded.filename, media_type = excluded.media_type, url = excluded.url,
      retrieved_at = excluded.retrieved_at, received_at = least(failed_document.received_at, excluded.received_at),
      stage = excluded.stage, code = excluded.code, message = excluded.message, failed_at = excluded.failed_at`
}

/** What is known of a failed document, without its bytes. */
export type FailureEntry = Omit<FailedDocument, 'bytes' | 'retrievedAt'> &
  Failure & { readonly id: string; readonly size: number; readonly failedAt: Date }

const entryColumns = Prisma.sql`id::text, sha256::text, octet_length(bytes) as size, filename, media_type as "mediaType",
  url, received_at as "receivedAt", stage, code, message, failed_at as "failedAt"`

/**
 * Failed documents, the latest first: a page of at most `limit` behind `after`. One that fails again while somebody pages
 * goes to the front, and does not come twice.
 * @param code only those that failed for this reason; all when null
 */
export function failuresAfter(
  db: PrismaClient,
  after: Pick<FailureEntry, 'id' | 'failedAt'> | null,
  limit: number,
  code: string | null,
): Promise<FailureEntry[]> {
  const behind =
    after === null ? Prisma.sql`true` : Prisma.sql`(failed_at, id) < (${after.failedAt}, ${after.id}::uuid)`
  return db.$queryRaw`
    select ${entryColumns} from failed_document
    where ${behind} and (${code}::text is null or code = ${code})
    order by failed_at desc, id desc limit ${limit}`
}

/** The failed documents whose hash begins with some hex digits, in the order of their hashes; at most `limit`. */
export function failuresBeginning(db: PrismaClient, digits: string, limit: number): Promise<FailureEntry[]> {
  return db.$queryRaw`
    select ${entryColumns} from failed_document
    where sha256 between ${digits.padEnd(64, '0')} and ${digits.padEnd(64, 'f')} order by sha256 limit ${limit}`
}

/** A failed document as it was handed over; null when there is none of this hash. */
export async function readFailed(db: PrismaClient, sha256: string): Promise<FailedDocument | null> {
  const rows = await db.$queryRaw<FailedDocument[]>`
    select
      sha256::text, bytes, filename, media_type as "mediaType", url, received_at as "receivedAt",
      to_char(retrieved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "retrievedAt"
    from failed_document where sha256 = ${sha256}`
  return rows[0] ?? null
}

/** Takes a document away from the failed ones: it is in. */
export async function dropFailure(db: PrismaClient, sha256: string): Promise<void> {
  await db.$executeRaw`delete from failed_document where sha256 = ${sha256}`
}
