import type { SentenceRow } from '../../resolution/knowledge.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The sentences of new articles. */
export async function writeSentences(tx: Transaction, rows: readonly SentenceRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into sentence (id, article_id, ordinal, field, start, "end", text)
    select * from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.articleId)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.field)}::article_field[], ${rows.map((row) => row.start)}::int[],
      ${rows.map((row) => row.end)}::int[], ${rows.map((row) => row.text)}::text[])`
}
