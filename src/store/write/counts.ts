import type { Transaction } from './transaction.ts'

/**
 * Sets how many articles mention each entity, from the rows: all by one index, less the few superseded ones by another.
 * Only in one's turn.
 */
export async function recountEntities(tx: Transaction, entityIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update entity e set article_count = n.articles
    from (
      select id, (select count(*) from article_entity a where a.entity_id = id)::int
        - (select count(*) from article_entity a where a.entity_id = id and a.article_kind is null)::int as articles
      from unnest(${[...new Set(entityIds)]}::uuid[]) t(id)
    ) n
    where e.id = n.id and e.article_count <> n.articles`
}
