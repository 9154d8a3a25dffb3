import type { RawDocument } from '../reading/page.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Transaction } from './write/transaction.ts'

/** A document as it was handed over, out of the store. */
export type StoredDocument = RawDocument & {
  readonly id: string
  readonly sha256: string
  readonly retrievedAt: string | null
  readonly receivedAt: Date
}

/** Whether the store holds a document with these bytes. */
export async function hasDocument(db: PrismaClient, sha256: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`select from document where sha256 = ${sha256}`
  return rows.length > 0
}

/** Ids of all documents, in their order: a page of at most `limit` behind `after`. */
export async function documentIds(
  db: PrismaClient | Transaction,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text from document where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Some documents as they were handed over, in the order of their ids. */
export async function readDocuments(db: PrismaClient | Transaction, ids: readonly string[]): Promise<StoredDocument[]> {
  return db.$queryRaw<StoredDocument[]>`
    select
      id::text, sha256::text, bytes, filename, given_type as "mediaType", url, received_at as "receivedAt",
      to_char(retrieved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "retrievedAt"
    from document where id = any(${ids}::uuid[]) order by id`
}

/** Documents whose articles speak of an entity, or of a body, place or outlet that belongs to it. */
export async function documentsSpeakingOf(db: PrismaClient, entityIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with e as (
      select unnest(${entityIds}::uuid[]) as id
      union select id from organization where country_id = any(${entityIds}::uuid[])
      union select id from place where country_id = any(${entityIds}::uuid[])
    ), spoken(article_id) as (
      select x.article_id from mention x join e on e.id = x.entity_id
      union select r.article_id from report_participant x join e on e.id = x.entity_id join event_report r on r.id = x.report_id
      union select r.article_id from event_report r join e on e.id in (r.place_id, r.country_id)
      union select q.article_id from quote q join e on e.id = q.speaker_id
      union select coalesce(r.article_id, q.article_id) from attribution_step x join e on e.id = x.entity_id
        left join event_report r on r.id = x.report_id left join quote q on q.id = x.quote_id
      union select v.article_id from role x join e on e.id in (x.person_id, x.country_id, x.organization_id)
        join role_evidence v on v.role_id = x.id
      union select a.id from article a join source s on s.id = a.source_id join e on e.id = s.country_id
    )
    select distinct a.document_id::text as id from spoken join article a on a.id = spoken.article_id order by 1`
  return rows.map(({ id }) => id)
}

/** Documents that hold some mentions. */
export async function documentsOfMentions(db: PrismaClient, mentionIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct a.document_id::text as id from mention m join article a on a.id = m.article_id
    where m.id = any(${mentionIds}::uuid[]) order by 1`
  return rows.map(({ id }) => id)
}
