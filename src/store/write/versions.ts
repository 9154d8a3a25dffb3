import { Prisma } from '../generated/client.ts'
import { newestVersionFirst } from '../version-order.ts'
import type { NamedBy } from './aliases.ts'
import type { Transaction } from './transaction.ts'

/** Articles that became current or superseded, and what they bear on. */
export type Exchanged = {
  readonly articleIds: readonly string[]
  readonly groupKeys: readonly string[]
  readonly names: readonly NamedBy[]
}

/**
 * Makes the newest article of each of some version keys the current one, and the others superseded: their rows stay, but
 * tell of no event and are among the articles of no kind. Only in one's turn; what depends on it (events, stories,
 * counts) is to be set right after it.
 */
export async function exchangeVersions(tx: Transaction, versionKeys: readonly (string | null)[]): Promise<Exchanged> {
  const keys = [...new Set(versionKeys.filter((key) => key !== null))]
  const articles = keys.length === 0 ? [] : await markVersions(tx, keys)
  if (articles.length === 0) return { articleIds: [], groupKeys: [], names: [] }
  const articleIds = articles.map(({ id }) => id)
  await tx.$executeRaw`
    update article_entity x set article_kind = case when a.superseded then null else a.kind end from article a
    where x.article_id = any(${articleIds}::uuid[]) and a.id = x.article_id`
  for (const table of [Prisma.sql`quote`, Prisma.sql`role_evidence`]) {
    await tx.$executeRaw`
      update ${table} x set superseded = a.superseded from article a
      where x.article_id = any(${articleIds}::uuid[]) and a.id = x.article_id`
  }
  const names = await tx.$queryRaw<NamedBy[]>`
    with x as (
      update mention m set superseded = a.superseded from article a
      where m.article_id = any(${articleIds}::uuid[]) and a.id = m.article_id
      returning m.entity_id, m.text
    ) select distinct entity_id::text as "entityId", text from x`
  // A report that comes back stands under its own id until its group is sorted, as a new one does.
  const groups = await tx.$queryRaw<{ key: string }[]>`
    with x as (
      update event_report r set event_id = case when a.superseded then null else r.id end from article a
      where r.article_id = any(${articleIds}::uuid[]) and a.id = r.article_id
      returning r.group_key
    ) select distinct group_key as key from x`
  return { articleIds, groupKeys: groups.map(({ key }) => key), names }
}

/** Marks the articles of some keys, and returns those that are not what they were. */
function markVersions(tx: Transaction, keys: readonly string[]): Promise<{ id: string; superseded: boolean }[]> {
  return tx.$queryRaw`
    update article a set superseded = n.superseded
    from (
      select v.id, row_number() over (
        partition by v.version_key order by ${newestVersionFirst(Prisma.sql`v`, Prisma.sql`d`)}) > 1 as superseded
      from article v join document d on d.id = v.document_id
      where v.version_key = any(${keys}::text[])
    ) n
    where a.id = n.id and a.superseded <> n.superseded
    returning a.id::text, a.superseded`
}
