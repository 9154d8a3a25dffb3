import type { Transaction } from './transaction.ts'

/** Words by which an article names an entity: the alias whose count they bear on. */
export type NamedBy = { readonly entityId: string; readonly text: string }

/** Sets how many articles mention each entity, from the rows. Only in one's turn. */
export async function recountEntities(tx: Transaction, entityIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update entity e set article_count = n.articles
    from (
      select id, (select count(*) from article_entity a where a.entity_id = id)::int as articles
      from unnest(${[...new Set(entityIds)]}::uuid[]) t(id)
    ) n
    where e.id = n.id and e.article_count <> n.articles`
}

/** Sets how many articles use each of these names, in whatever language, from the rows. Only in one's turn. */
export async function recountAliases(tx: Transaction, names: readonly NamedBy[]): Promise<void> {
  await tx.$executeRaw`
    update alias a set article_count = n.articles
    from (
      select entity_id, text, (
        select count(distinct m.article_id) from mention m where m.entity_id = t.entity_id and m.text = t.text
      )::int as articles
      from (
        select distinct * from unnest(
          ${names.map((name) => name.entityId)}::uuid[], ${names.map((name) => name.text)}::text[]) d(entity_id, text)
      ) t
    ) n
    where a.entity_id = n.entity_id and a.text = n.text and a.article_count <> n.articles`
}
