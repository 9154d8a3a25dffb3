import { entityId } from '../store/read/entity-ids.ts'
import { type EventWhere, eventConditions } from '../store/read/event-conditions.ts'
import { decodeId } from '../store/read/global-id.ts'
import { byDay } from '../store/read/orders.ts'
import { column, connection, many, one, type Row, type Rows, sql } from '../store/read/reading.ts'
import { eachOf } from '../store/read/rows.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { eventNode, takenPartIn } from './entity-lists.ts'
import { EventOrder, EventStatus, EventType } from './enums.ts'
import { EventParticipant } from './event-participant.ts'
import { EventReportConnection } from './event-report.ts'
import { EventFilter } from './filters.ts'
import { dateOnRow, FuzzyDate } from './fuzzy-date.ts'
import { idOf, Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { Place } from './place.ts'
import { ask, read } from './read.ts'
import { byId } from './relations.ts'

export const Event = builder.objectRef<Answer>('Event')

builder.objectType(Event, {
  description:
    'One occurrence in the world, however many articles report it. Where they differ, it is as most of them tell; `reports` has what each says.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the event.', ...idOf('Event') }),
    type: t.field({ type: EventType, description: 'What kind of act it is.', ...read(column('type')) }),
    status: t.field({ type: EventStatus, description: 'Whether it has happened.', ...read(column('status')) }),
    date: t.field({
      type: FuzzyDate,
      nullable: true,
      description: 'When; null when no report dates it.',
      ...dateOnRow,
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'Where; null when no report names a place.',
      ...byId('entity', 'place_id'),
    }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'In what country; null when no report says.',
      ...byId('entity', 'country_id'),
    }),
    headline: t.string({
      description: 'A line to show: the words of the report that says most.',
      ...read(column('headline')),
    }),
    participants: t.field({
      type: [EventParticipant],
      description: 'Who took part, in the order of the telling.',
      ...read(
        many((participant, event) => ({
          from: sql`event_participant ${participant}`,
          where: sql`${participant}.event_id = ${event}.id`,
          orderBy: sql`${participant}.ordinal, ${participant}.role, ${participant}.entity_id`,
        })),
      ),
    }),
    reports: t.field({
      type: EventReportConnection,
      description: 'Every telling of it, newest article first; never empty.',
      args: pagingArgs,
      ...read(
        connection<PagingArgs>({
          sources: (report, event) => [
            { from: sql`event_report ${report}`, where: sql`${report}.event_id = ${event}.id` },
          ],
          order: () => byDay(),
          node: (report, edge) => ({ from: sql`event_report ${report}`, where: sql`${report}.id = ${edge}.id` }),
        }),
      ),
    }),
    articleCount: t.int({ description: 'How many articles report it.', ...read(column('article_count')) }),
    sourceCount: t.int({
      description: 'How many different outlets report it; articles without a source count for none.',
      ...read(column('source_count')),
    }),
    independentCount: t.int({
      description: 'How many different texts report it, syndicated copies counted once.',
      ...read(column('independent_count')),
    }),
  }),
})

export const EventConnection = connectionOf('Event', Event, 'events')

type EventsArgs = PagingArgs & {
  readonly where?: EventWhere | null | undefined
  readonly orderBy?: 'NEWEST' | 'OLDEST' | null | undefined
}

builder.queryFields((t) => ({
  event: t.field({
    type: Event,
    nullable: true,
    description: 'The event with an id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'The id of an event.' }) },
    ...ask(
      one((event, _, args: { id: string }) => ({
        from: sql`event ${event}`,
        where: sql`${event}.id = ${decodeId(args.id, ['Event']).uuid}::uuid`,
      })),
    ),
  }),
  events: t.field({
    type: EventConnection,
    description: 'Events, the newest first unless told otherwise.',
    args: {
      ...pagingArgs,
      where: t.arg({ type: EventFilter, description: 'Which events; all when left out.' }),
      orderBy: t.arg({ type: EventOrder, description: 'NEWEST when left out.' }),
    },
    ...ask(
      connection<EventsArgs>({
        sources: (event, _, { where }) => sourcesFor(event, where ?? {}),
        order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
        node: eventNode,
      }),
    ),
  }),
}))

/** From the index that leads there: a participant's events, those of a type each, or all. */
function sourcesFor(event: Row, { participant, actor, recipient, types, ...rest }: EventWhere): readonly Rows[] {
  const who = participant ?? actor ?? recipient
  if (who !== null && who !== undefined) {
    return [takenPartIn(event, entityId(who), { participant, actor, recipient, types, ...rest })]
  }
  const conditions = eventConditions(event, rest) ?? sql`true`
  if (types === null || types === undefined) return [{ from: sql`event ${event}`, where: conditions }]
  return eachOf(types, { from: sql`event ${event}` }, (type) => {
    return sql`${event}.type = ${type}::event_type and ${conditions}`
  })
}
