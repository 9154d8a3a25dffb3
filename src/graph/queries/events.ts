import { entityId } from '../../store/read/entity-ids.ts'
import { type EventWhere, eventConditions } from '../../store/read/event-conditions.ts'
import { decodeId } from '../../store/read/global-id.ts'
import { byDay } from '../../store/read/orders.ts'
import { connection, one, type Row, type Rows, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { eventNode, takenPartIn } from '../entity-lists.ts'
import { EventOrder } from '../enums.ts'
import { Event, EventConnection } from '../event.ts'
import { EventFilter } from '../filters.ts'
import { type PagingArgs, pagingArgs } from '../paging.ts'
import { ask } from '../read.ts'

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
  return [...new Set(types)].map((type) => ({
    from: sql`event ${event}`,
    where: sql`${event}.type = ${type}::event_type and ${conditions}`,
  }))
}
