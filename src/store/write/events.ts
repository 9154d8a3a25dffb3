import { groupReports } from '../../resolution/group-reports.ts'
import type { EventRow, GroupedReport, ParticipantRow } from '../../resolution/knowledge.ts'
import type { DateBasis, DatePrecision } from '../../time/fuzzy-date.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

type StoredReport = Omit<GroupedReport, 'date' | 'simhash'> & {
  readonly simhash: string | null
  readonly groupKey: string
  readonly edtf: string | null
  readonly earliest: string
  readonly latest: string
  readonly precision: DatePrecision
  readonly basis: DateBasis
  readonly expression: string | null
}

/**
 * Sorts every report of some groups into events anew and makes the events say so: those that no report tells any more
 * go, ids come from content. Reports of superseded articles tell of none. Only in one's turn.
 * @returns the articles whose reports belong to another event than before
 */
export async function regroupEvents(tx: Transaction, groupKeys: readonly string[]): Promise<readonly string[]> {
  const keys = [...new Set(groupKeys)]
  if (keys.length === 0) return []
  const groups = Map.groupBy(await readReports(tx, keys), ({ groupKey }) => groupKey)
  const events = [...groups].flatMap(([key, reports]) => groupReports(key, reports.map(groupedReport)))
  await tx.$executeRaw`
    delete from event where group_key = any(${keys}::text[]) and id <> all(${idsOf(events)}::uuid[])`
  await writeEvents(tx, events)
  await writeParticipants(tx, events)
  const told = events.flatMap(({ id, reportIds }) => reportIds.map((reportId) => ({ id, reportId })))
  const moved = await tx.$queryRaw<{ article_id: string }[]>`
    update event_report r set event_id = n.event_id
    from unnest(${told.map((row) => row.reportId)}::uuid[], ${idsOf(told)}::uuid[]) n(report_id, event_id)
    where r.id = n.report_id and r.event_id <> n.event_id
    returning r.article_id::text`
  return [...new Set(moved.map((row) => row.article_id))]
}

function readReports(tx: Transaction, groupKeys: readonly string[]): Promise<StoredReport[]> {
  return tx.$queryRaw<StoredReport[]>`
    select
      r.id::text, r.article_id::text as "articleId", a.source_id::text as "sourceId", a.text_key as "textKey",
      a.simhash::text,
      a.published_on::text as "publishedOn", r.group_key as "groupKey", r.type::text, r.status::text, r.text, r.edtf,
      r.earliest::text, r.latest::text, r.precision::text, r.basis::text, r.expression, r.place_id::text as "placeId",
      r.country_id::text as "countryId",
      coalesce((
        select jsonb_agg(jsonb_build_object('entityId', p.entity_id, 'role', p.role) order by p.ordinal)
        from report_participant p where p.report_id = r.id), '[]') as participants
    from event_report r join article a on a.id = r.article_id
    where r.group_key = any(${groupKeys}::text[]) and r.event_id is not null
    order by r.id`
}

/** Days are served in the Gregorian calendar, whichever the words named. */
function groupedReport(row: StoredReport): GroupedReport {
  const { simhash, edtf, earliest, latest, precision, basis, expression, ...rest } = row
  const date =
    edtf === null ? null : { edtf, earliest, latest, precision, basis, calendar: 'gregory' as const, expression }
  return { ...rest, simhash: simhash === null ? null : BigInt(simhash), date }
}

async function writeEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  await tx.$executeRaw`
    insert into event (
      id, group_key, type, status, edtf, earliest, latest, precision, basis, expression, place_id, country_id, headline,
      article_count, source_count, independent_count, sort_on)
    select * from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.groupKey)}::text[], ${rows.map((row) => row.type)}::event_type[],
      ${rows.map((row) => row.status)}::event_status[], ${rows.map((row) => row.date?.edtf ?? null)}::text[],
      ${rows.map((row) => row.date?.earliest ?? null)}::date[], ${rows.map((row) => row.date?.latest ?? null)}::date[],
      ${rows.map((row) => row.date?.precision ?? null)}::date_precision[],
      ${rows.map((row) => row.date?.basis ?? null)}::date_basis[],
      ${rows.map((row) => row.date?.expression ?? null)}::text[], ${rows.map((row) => row.placeId)}::uuid[],
      ${rows.map((row) => row.countryId)}::uuid[], ${rows.map((row) => row.headline)}::text[],
      ${rows.map((row) => row.articleCount)}::int[], ${rows.map((row) => row.sourceCount)}::int[],
      ${rows.map((row) => row.independentCount)}::int[], ${rows.map((row) => row.sortOn)}::date[])
    on conflict (id) do update set
      status = excluded.status, edtf = excluded.edtf, earliest = excluded.earliest, latest = excluded.latest,
      precision = excluded.precision, basis = excluded.basis, expression = excluded.expression,
      place_id = excluded.place_id, country_id = excluded.country_id, headline = excluded.headline,
      article_count = excluded.article_count, source_count = excluded.source_count,
      independent_count = excluded.independent_count, sort_on = excluded.sort_on
    where event.* is distinct from excluded.*`
}

/** Rows that stand as they should are left alone: a group may hold many more events than this document speaks of. */
async function writeParticipants(tx: Transaction, events: readonly EventRow[]): Promise<void> {
  const rows = events.flatMap(({ id, participants, sortOn }) =>
    participants.map((participant: ParticipantRow, ordinal) => ({ id, ...participant, ordinal, sortOn })),
  )
  const roles = rows.map((row) => row.role)
  const entityIds = rows.map((row) => row.entityId)
  await tx.$executeRaw`
    delete from event_participant p
    where p.event_id = any(${idsOf(events)}::uuid[]) and not exists (
      select from unnest(${idsOf(rows)}::uuid[], ${entityIds}::uuid[], ${roles}::participant_role[]) n(event_id, entity_id, role)
      where (n.event_id, n.entity_id, n.role) = (p.event_id, p.entity_id, p.role))`
  await tx.$executeRaw`
    insert into event_participant (event_id, entity_id, role, ordinal, sort_on)
    select * from unnest(
      ${idsOf(rows)}::uuid[], ${entityIds}::uuid[], ${roles}::participant_role[],
      ${rows.map((row) => row.ordinal)}::int[], ${rows.map((row) => row.sortOn)}::date[])
    on conflict (event_id, role, entity_id) do update set ordinal = excluded.ordinal, sort_on = excluded.sort_on
      where (event_participant.ordinal, event_participant.sort_on) is distinct from (excluded.ordinal, excluded.sort_on)`
}
