import type { ReportRow } from '../../resolution/knowledge.ts'
import { evidenceColumns } from './evidence.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/**
 * The reports of new articles with their participants. Each stands under an event of its own id, which does not exist,
 * until `regroupEvents` has sorted its group; the foreign key is looked at when the transaction ends.
 */
export async function writeReports(tx: Transaction, rows: readonly ReportRow[]): Promise<void> {
  if (rows.length === 0) return
  const { articles, sentences, fields, starts, ends, texts } = evidenceColumns(rows)
  await tx.$executeRaw`
    insert into event_report (
      id, event_id, ordinal, group_key, type, status, article_id, sentence_id, field, start, "end", text,
      trigger_start, trigger_end, edtf, earliest, latest, precision, basis, expression, place_id, country_id,
      confidence, rule, sort_on)
    select n.*, a.sort_on
    from unnest(
      ${idsOf(rows)}::uuid[], ${idsOf(rows)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.groupKey)}::text[], ${rows.map((row) => row.type)}::event_type[],
      ${rows.map((row) => row.status)}::event_status[], ${articles}::uuid[], ${sentences}::uuid[],
      ${fields}::article_field[], ${starts}::int[], ${ends}::int[], ${texts}::text[],
      ${rows.map((row) => row.triggerStart)}::int[], ${rows.map((row) => row.triggerEnd)}::int[],
      ${rows.map((row) => row.date?.edtf ?? null)}::text[], ${rows.map((row) => row.date?.earliest ?? null)}::date[],
      ${rows.map((row) => row.date?.latest ?? null)}::date[],
      ${rows.map((row) => row.date?.precision ?? null)}::date_precision[],
      ${rows.map((row) => row.date?.basis ?? null)}::date_basis[],
      ${rows.map((row) => row.date?.expression ?? null)}::text[], ${rows.map((row) => row.placeId)}::uuid[],
      ${rows.map((row) => row.countryId)}::uuid[], ${rows.map((row) => row.confidence)}::float8[],
      ${rows.map((row) => row.rule)}::text[]
    ) n(id, event_id, ordinal, group_key, type, status, article_id, sentence_id, field, start, "end", text,
      trigger_start, trigger_end, edtf, earliest, latest, precision, basis, expression, place_id, country_id,
      confidence, rule)
    join article a on a.id = n.article_id`
  const people = rows.flatMap(({ id, participants }) =>
    participants.map((participant, ordinal) => ({ id, ...participant, ordinal })),
  )
  await tx.$executeRaw`
    insert into report_participant (report_id, entity_id, role, ordinal)
    select * from unnest(
      ${idsOf(people)}::uuid[], ${people.map((row) => row.entityId)}::uuid[],
      ${people.map((row) => row.role)}::participant_role[], ${people.map((row) => row.ordinal)}::int[])
    on conflict do nothing`
}
