import type { EntityRow, MentionRow } from '../../resolution/knowledge.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Words by which an article names an entity: the alias whose count they bear on. */
export type NamedBy = { readonly entityId: string; readonly text: string }

/**
 * Adds the names by which the entities of some documents go: those of its texts, and those that the lexicon or a correction
 * knows beyond them. One that any document prefers is preferred. Counts are set by `recountAliases`.
 */
export async function writeAliases(
  tx: Transaction,
  documents: readonly { readonly entities: readonly EntityRow[]; readonly mentions: readonly MentionRow[] }[],
): Promise<void> {
  const rows = documents.flatMap(({ entities, mentions }) => {
    const used = new Set(mentions.map(({ entityId, text }) => `${entityId} ${text}`))
    return entities.flatMap(({ id, names }) =>
      names.map((name) => ({ ...name, id, known: !used.has(`${id} ${name.text}`) })),
    )
  })
  await tx.$executeRaw`
    insert into alias (entity_id, language, text, key, preferred, known)
    select entity_id, language, text, min(key), bool_or(preferred), bool_or(known)
    from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.language)}::text[], ${rows.map((row) => row.text)}::text[],
      ${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.preferred)}::bool[],
      ${rows.map((row) => row.known)}::bool[]
    ) n(entity_id, language, text, key, preferred, known)
    group by entity_id, language, text
    on conflict (entity_id, language, text) do update set
      preferred = alias.preferred or excluded.preferred, known = alias.known or excluded.known
    where excluded.preferred and not alias.preferred or excluded.known and not alias.known`
}

/**
 * Sets how many articles use each of these names, in whatever language, from the rows: all by one index, less the few
 * superseded ones by another. Only in one's turn.
 */
export async function recountAliases(tx: Transaction, names: readonly NamedBy[]): Promise<void> {
  await tx.$executeRaw`
    update alias a set article_count = n.articles
    from (
      select entity_id, text, (
        select count(distinct m.article_id) from mention m where m.entity_id = t.entity_id and m.text = t.text
      )::int - (
        select count(distinct m.article_id) from mention m
        where m.entity_id = t.entity_id and m.text = t.text and m.superseded
      )::int as articles
      from (
        select distinct * from unnest(
          ${names.map((name) => name.entityId)}::uuid[], ${names.map((name) => name.text)}::text[]) d(entity_id, text)
      ) t
    ) n
    where a.entity_id = n.entity_id and a.text = n.text and a.article_count <> n.articles`
}

/** Names that only a text knew and no text uses any more, superseded ones among them, go. Only in one's turn, and counted. */
export async function deleteUnusedAliases(tx: Transaction, names: readonly NamedBy[]): Promise<void> {
  await tx.$executeRaw`
    delete from alias a
    using unnest(${names.map((name) => name.entityId)}::uuid[], ${names.map((name) => name.text)}::text[]) n(entity_id, text)
    where a.entity_id = n.entity_id and a.text = n.text and a.article_count = 0 and not a.known
      and not exists (select from mention m where m.entity_id = a.entity_id and m.text = a.text)`
}
