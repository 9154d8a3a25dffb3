import type { Failure } from './dead-letters.ts'
import type { PrismaClient } from './generated/client.ts'

/** What a stored document turned out to hold. */
export type Reading = {
  readonly sha256: string
  readonly mediaType: string
  readonly articles: number
  /** Codes of its notes, one for each note. */
  readonly notes: readonly string[]
}

/** Which of some hashes are those of stored documents. */
export async function storedAmong(db: PrismaClient, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    select sha256::text from document where sha256 = any(${hashes}::char(64)[])`
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** What those of some documents that are in turned out to hold. */
export async function readReadings(db: PrismaClient, hashes: readonly string[]): Promise<Reading[]> {
  return db.$queryRaw<Reading[]>`
    select
      d.sha256::text, d.media_type as "mediaType",
      (select count(*)::int from article a where a.document_id = d.id) as articles,
      array(select n.code from document_note n where n.document_id = d.id order by n.ordinal) as notes
    from document d where d.sha256 = any(${hashes}::char(64)[])`
}

/** Why those of some documents that failed are not in. */
export async function readReasons(
  db: PrismaClient,
  hashes: readonly string[],
): Promise<(Failure & { readonly sha256: string })[]> {
  return db.$queryRaw`
    select sha256::text, stage, code, message from failed_document where sha256 = any(${hashes}::char(64)[])`
}
