import type { EventStatus, EventType } from '../../extraction/annotations.ts'
import { Prisma } from '../generated/client.ts'
import { articleConditions, isCurrent } from './article-conditions.ts'
import { badInput } from './bad-input.ts'
import { bounded, entityId } from './entity-ids.ts'
import { eventConditions, takesPart } from './event-conditions.ts'
import type { Row, Rows, Sql } from './reading.ts'
import { every, when } from './rows.ts'

type Given<T> = T | null | undefined

type TimelineWhere = {
  readonly source?: Given<string>
  readonly language?: Given<string>
  readonly mentionsAll?: Given<readonly string[]>
  readonly countries?: Given<readonly string[]>
  readonly text?: Given<string>
  readonly types?: Given<readonly EventType[]>
  readonly statuses?: Given<readonly EventStatus[]>
}

export type TimelineArgs = {
  readonly metric: 'ARTICLES' | 'EVENTS' | 'REPORTS' | 'QUOTES'
  readonly interval: Interval
  /** RFC 3339 in UTC. */
  readonly from: string
  readonly to: string
  readonly where?: Given<TimelineWhere>
}

type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'

const mostBuckets = 2000
/** No shorter than any such bucket, so that the count of buckets is bounded before they are made. */
const shortestDays: Readonly<Record<Interval, number>> = { DAY: 1, WEEK: 7, MONTH: 28, YEAR: 365 }
const unit: Readonly<Record<Interval, Sql>> = {
  DAY: Prisma.sql`'day'`,
  WEEK: Prisma.sql`'week'`,
  MONTH: Prisma.sql`'month'`,
  YEAR: Prisma.sql`'year'`,
}
const step: Readonly<Record<Interval, Sql>> = {
  DAY: Prisma.sql`interval '1 day'`,
  WEEK: Prisma.sql`interval '7 days'`,
  MONTH: Prisma.sql`interval '1 month'`,
  YEAR: Prisma.sql`interval '1 year'`,
}
const labelForm: Readonly<Record<Interval, Sql>> = {
  DAY: Prisma.sql`'YYYY-MM-DD'`,
  WEEK: Prisma.sql`'IYYY-"W"IW'`,
  MONTH: Prisma.sql`'YYYY-MM'`,
  YEAR: Prisma.sql`'YYYY'`,
}

/**
 * The buckets of a timeline in order, each with `time`, `value` and `label`: the days counted by an index on the day,
 * then joined to the series, so that empty buckets are there, too.
 * @throws BAD_USER_INPUT when `to` is not after `from`, or the buckets are too many
 */
export function timelineRows(point: Row, args: TimelineArgs): Rows {
  const { interval, from, to } = args
  checkLength(interval, from, to)
  const first = Prisma.sql`date_trunc(${unit[interval]}, ${from}::timestamptz at time zone 'UTC')`
  const last = Prisma.sql`${to}::timestamptz at time zone 'UTC' - interval '1 microsecond'`
  const bucket = Prisma.sql`date_trunc(${unit[interval]}, counted.sort_on::timestamp)`
  return {
    from: Prisma.sql`(select bucket.begins at time zone 'UTC' as time, coalesce(days.value, 0)::int as value,
        to_char(bucket.begins, ${labelForm[interval]}) as label
      from generate_series(${first}, ${last}, ${step[interval]}) as bucket(begins)
      left join (select ${bucket} as begins, count(*) as value from (${counted(args)}) counted
        where counted.sort_on >= (${first})::date and counted.sort_on < (date_trunc(${unit[interval]}, ${last}) + ${step[interval]})::date
        group by 1) days on days.begins = bucket.begins) ${point}`,
    orderBy: Prisma.sql`${point}.time`,
  }
}

function checkLength(interval: Interval, from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days <= 0) throw badInput('`to` must be after `from`.')
  if (days / shortestDays[interval] > mostBuckets) {
    throw badInput(`A timeline has at most ${mostBuckets} buckets; take a longer interval or a shorter time.`)
  }
}

/** The days of what is counted, as `sort_on`. */
function counted({ metric, where }: TimelineArgs): Sql {
  switch (metric) {
    case 'ARTICLES':
      return Prisma.sql`select a.sort_on from article a where ${ofArticle(where, true)}`
    case 'QUOTES':
      return Prisma.sql`select q.sort_on from quote q join article a on a.id = q.article_id where ${ofArticle(where, true)}`
    case 'REPORTS':
      return Prisma.sql`select r.sort_on from event_report r join article a on a.id = r.article_id
        where ${ofArticle(where, false)} and ${every(ofReport(where)) ?? Prisma.sql`true`}`
    case 'EVENTS':
      return Prisma.sql`select e.sort_on from event e where ${ofEvent(where)}`
  }
}

function ofArticle(where: Given<TimelineWhere>, byReports: boolean): Sql {
  const { types: _, statuses: __, ...filter } = where ?? {}
  const reports = byReports ? every(ofReport(where)) : undefined
  const conditions = every([
    Prisma.sql`a.kind in ('MAIN', 'EMBEDDED')`,
    isCurrent(Prisma.sql`a`),
    articleConditions(Prisma.sql`a`, filter) ?? null,
    when(reports, (is) => Prisma.sql`exists(select 1 from event_report r where r.article_id = a.id and ${is})`),
  ])
  return conditions ?? Prisma.sql`true`
}

function ofReport(where: Given<TimelineWhere>): readonly (Sql | null)[] {
  return [
    when(where?.types, (types) => Prisma.sql`r.type = any(${[...types]}::event_type[])`),
    when(where?.statuses, (statuses) => Prisma.sql`r.status = any(${[...statuses]}::event_status[])`),
  ]
}

function ofEvent(where: Given<TimelineWhere>): Sql {
  const event = Prisma.sql`e`
  const { types, statuses, countries, mentionsAll, ...told } = where ?? {}
  const conditions = every([
    eventConditions(event, { types, statuses, countries }) ?? null,
    ...bounded('ids', mentionsAll ?? []).map((id) => takesPart(event, Prisma.sql`= ${entityId(id)}`, null)),
    when(
      articleConditions(Prisma.sql`a`, told),
      (is) => Prisma.sql`exists(select 1 from event_report r
      join article a on a.id = r.article_id where r.event_id = e.id and ${is})`,
    ),
  ])
  return conditions ?? Prisma.sql`true`
}
