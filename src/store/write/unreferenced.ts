import { Prisma } from '../generated/client.ts'
import type { Transaction } from './transaction.ts'

/** What a document's rows led to before they were purged. */
export type Touched = {
  readonly entityIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly roleIds: readonly string[]
}

/** Everything that may speak of an entity `e`. */
const spokenOf = Prisma.sql`
  exists (select from article_entity x where x.entity_id = e.id)
  or exists (select from mention x where x.entity_id = e.id)
  or exists (select from report_participant x where x.entity_id = e.id)
  or exists (select from event_participant x where x.entity_id = e.id)
  or exists (select from role x where x.person_id = e.id or x.country_id = e.id or x.organization_id = e.id)
  or exists (select from quote x where x.speaker_id = e.id)
  or exists (select from attribution_step x where x.entity_id = e.id)
  or exists (select from event_report x where x.place_id = e.id or x.country_id = e.id)
  or exists (select from event x where x.place_id = e.id or x.country_id = e.id)
  or exists (select from organization x where x.country_id = e.id)
  or exists (select from place x where x.country_id = e.id)
  or exists (select from source x where x.country_id = e.id)
  or exists (select from entity x where x.merged_into_id = e.id)`

/** Of these entities, the ones that no row speaks of. */
export async function unspokenEntities(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id::text from entity e where e.id = any(${ids}::uuid[]) and not (${spokenOf})`
  return new Set(rows.map(({ id }) => id))
}

/** Roles without evidence go. */
async function deleteBareRoles(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    delete from role r
    where r.id = any(${ids}::uuid[]) and not exists (select from role_evidence x where x.role_id = r.id)`
}

/**
 * Deletes what was touched and nothing speaks of any more: roles, then sources, then entities, then the countries that
 * only those belonged to. A row that another writer is about to speak of is locked, and passed over.
 */
export async function deleteUnreferenced(tx: Transaction, touched: Touched): Promise<void> {
  await deleteBareRoles(tx, touched.roleIds)
  const sources = await tx.$queryRaw<{ country_id: string | null }[]>`
    delete from source where id in (
      select s.id from source s
      where s.id = any(${touched.sourceIds}::uuid[]) and not exists (select from article x where x.source_id = s.id)
      order by s.id for update skip locked)
    returning country_id::text`
  const countries = await tx.$queryRaw<{ country_id: string | null }[]>`
    select country_id::text from organization where id = any(${touched.entityIds}::uuid[])
    union select country_id::text from place where id = any(${touched.entityIds}::uuid[])`
  await deleteUnspoken(tx, touched.entityIds)
  await deleteUnspoken(
    tx,
    [...sources, ...countries].flatMap((row) => row.country_id ?? []),
  )
}

async function deleteUnspoken(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    delete from entity where id in (
      select e.id from entity e
      where e.id = any(${ids}::uuid[]) and e.merged_into_id is null and not (${spokenOf})
      order by e.id for update skip locked)`
}
