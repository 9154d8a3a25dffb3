import type { DocumentKnowledge, MentionRow } from '../../resolution/knowledge.ts'
import { evidenceColumns } from './evidence.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The mentions of a document, and per article and entity the row that counts them. */
export async function writeMentions(tx: Transaction, knowledge: DocumentKnowledge): Promise<void> {
  const { mentions: rows } = knowledge
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
  await writeArticleEntities(tx, rows)
}

async function writeArticleEntities(tx: Transaction, mentions: readonly MentionRow[]): Promise<void> {
  const byEdge = Map.groupBy(mentions, ({ articleId, entityId }) => `${articleId} ${entityId}`)
  const edges = [...byEdge.values()].flatMap((group) => {
    const [first] = group.toSorted(inReadingOrder)
    return first === undefined ? [] : [{ first, count: group.length }]
  })
  await tx.$executeRaw`
    insert into article_entity (article_id, entity_id, kind, article_kind, mention_count, first_mention_id, sort_on)
    select n.article_id, n.entity_id, e.kind, a.kind, n.mention_count, n.first_mention_id, a.sort_on
    from unnest(
      ${edges.map(({ first }) => first.articleId)}::uuid[], ${edges.map(({ first }) => first.entityId)}::uuid[],
      ${edges.map(({ count }) => count)}::int[], ${edges.map(({ first }) => first.id)}::uuid[]
    ) n(article_id, entity_id, mention_count, first_mention_id)
    join article a on a.id = n.article_id
    join entity e on e.id = n.entity_id`
}

/** The headline is read first. */
function inReadingOrder(a: MentionRow, b: MentionRow): number {
  const field = Number(a.field === 'TEXT') - Number(b.field === 'TEXT')
  return field || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}
