import type { MentionRow } from '../../resolution/knowledge.ts'
import { evidenceColumns } from './evidence.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The mentions of new articles, and per article and entity the row that counts them. */
export async function writeMentions(tx: Transaction, rows: readonly MentionRow[]): Promise<void> {
  if (rows.length === 0) return
  const { articles, sentences, fields, starts, ends, texts } = evidenceColumns(rows)
  await tx.$executeRaw`
    insert into mention (
      id, entity_id, form, confidence, rule, article_id, sentence_id, field, start, "end", text, sort_on)
    select n.*, a.sort_on
    from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.entityId)}::uuid[],
      ${rows.map((row) => row.form)}::mention_form[], ${rows.map((row) => row.confidence)}::float8[],
      ${rows.map((row) => row.rule)}::text[], ${articles}::uuid[], ${sentences}::uuid[], ${fields}::article_field[],
      ${starts}::int[], ${ends}::int[], ${texts}::text[]
    ) n(id, entity_id, form, confidence, rule, article_id, sentence_id, field, start, "end", text)
    join article a on a.id = n.article_id`
  await writeArticleEntities(tx, [...new Set(articles)])
}

/** Makes the row of each entity that some articles mention, from the mentions; the headline is read first. */
async function writeArticleEntities(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into article_entity (article_id, entity_id, kind, article_kind, mention_count, first_mention_id, sort_on)
    select m.article_id, m.entity_id, e.kind, a.kind, m.mention_count, m.first_mention_id, a.sort_on
    from (
      select article_id, entity_id, count(*)::int as mention_count,
        (array_agg(id order by field, start, "end", id))[1] as first_mention_id
      from mention where article_id = any(${articleIds}::uuid[]) group by article_id, entity_id
    ) m
    join article a on a.id = m.article_id
    join entity e on e.id = m.entity_id`
}
