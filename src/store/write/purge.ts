import type { NamedBy } from './aliases.ts'
import type { Transaction } from './transaction.ts'
import type { Touched } from './unreferenced.ts'

/** What a document's rows bore on, to be set right once they are gone. */
export type Purged = Touched & {
  readonly groupKeys: readonly string[]
  readonly storyIds: readonly string[]
  readonly names: readonly NamedBy[]
  readonly versionKeys: readonly string[]
}

/** Takes away all that some documents say; the documents stay. Only in one's turn. */
export async function purgeDocuments(tx: Transaction, documentIds: readonly string[]): Promise<Purged> {
  const entityIds = await readIds(tx.$queryRaw`
    with a as (select id from article where document_id = any(${documentIds}::uuid[])),
      r as (select r.id, r.place_id, r.country_id from event_report r join a on a.id = r.article_id),
      q as (select q.id, q.speaker_id from quote q join a on a.id = q.article_id)
    select x.entity_id::text as id from mention x join a on a.id = x.article_id
    union select x.entity_id::text from report_participant x join r on r.id = x.report_id
    union select unnest(array[r.place_id, r.country_id])::text from r
    union select q.speaker_id::text from q
    union select x.entity_id::text from attribution_step x join r on r.id = x.report_id
    union select x.entity_id::text from attribution_step x join q on q.id = x.quote_id
    union select unnest(array[o.person_id, o.country_id, o.organization_id])::text
      from role o join role_evidence x on x.role_id = o.id join a on a.id = x.article_id`)
  const sourceIds = await readIds(tx.$queryRaw`
    select distinct source_id::text as id from article where document_id = any(${documentIds}::uuid[])`)
  const roleIds = await readIds(tx.$queryRaw`
    select distinct x.role_id::text as id from role_evidence x join article a on a.id = x.article_id
    where a.document_id = any(${documentIds}::uuid[])`)
  const groupKeys = await readIds(tx.$queryRaw`
    select distinct r.group_key as id from event_report r join article a on a.id = r.article_id
    where a.document_id = any(${documentIds}::uuid[])`)
  const storyIds = await readIds(tx.$queryRaw`
    select distinct story_id::text as id from article where document_id = any(${documentIds}::uuid[])`)
  const names = await tx.$queryRaw<NamedBy[]>`
    select distinct m.entity_id::text as "entityId", m.text from mention m join article a on a.id = m.article_id
    where a.document_id = any(${documentIds}::uuid[])`
  const versionKeys = await readIds(tx.$queryRaw`
    select distinct version_key as id from article where document_id = any(${documentIds}::uuid[])`)
  await tx.$executeRaw`delete from article where document_id = any(${documentIds}::uuid[])`
  await tx.$executeRaw`delete from document_note where document_id = any(${documentIds}::uuid[])`
  await tx.$executeRaw`delete from document_part where document_id = any(${documentIds}::uuid[])`
  return { entityIds, sourceIds, roleIds, groupKeys, storyIds, names, versionKeys }
}

async function readIds(query: Promise<unknown>): Promise<string[]> {
  return ((await query) as { id: string | null }[]).flatMap(({ id }) => id ?? [])
}
