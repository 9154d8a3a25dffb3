import { documentId } from '../resolution/ids.ts'
import type { PrismaClient } from './generated/client.ts'
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

/** Documents that failed, the latest first, with their bytes; at most 1000. */
export function readFailures(db: PrismaClient): Promise<(FailedDocument & Failure)[]> {
  return db.$queryRaw`
    select sha256::text, bytes, filename, media_type as "mediaType", url, stage, code, message
    from failed_document order by failed_at desc, id desc limit 1000`
}
