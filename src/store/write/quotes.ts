import type { QuoteRow } from '../../resolution/knowledge.ts'
import { evidenceColumns } from './evidence.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The quotes of a document. */
export async function writeQuotes(tx: Transaction, rows: readonly QuoteRow[]): Promise<void> {
  if (rows.length === 0) return
  const { articles, sentences, fields, starts, ends, texts } = evidenceColumns(rows)
  await tx.$executeRaw`
    insert into quote (
      id, ordinal, direct, speaker_id, speaker_text, rule, article_id, sentence_id, field, start, "end", text, sort_on)
    select n.*, a.sort_on
    from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.ordinal)}::int[], ${rows.map((row) => row.direct)}::bool[],
      ${rows.map((row) => row.speakerId)}::uuid[], ${rows.map((row) => row.speakerText)}::text[],
      ${rows.map((row) => row.rule)}::text[], ${articles}::uuid[], ${sentences}::uuid[], ${fields}::article_field[],
      ${starts}::int[], ${ends}::int[], ${texts}::text[]
    ) n(id, ordinal, direct, speaker_id, speaker_text, rule, article_id, sentence_id, field, start, "end", text)
    join article a on a.id = n.article_id`
}
