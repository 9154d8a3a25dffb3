import type { EventStatus, EventType, ParticipantRole } from '../../extraction/annotations.ts'
import { Prisma } from '../generated/client.ts'
import { onOrBefore } from './article-conditions.ts'
import { countryIds, entityId } from './entity-ids.ts'
import type { Row, Sql } from './reading.ts'
import { every, when } from './rows.ts'

type Given<T> = T | null | undefined

/** What an event must be; what is left out holds of all. */
export type EventWhere = {
  readonly types?: Given<readonly EventType[]>
  readonly statuses?: Given<readonly EventStatus[]>
  readonly from?: Given<string>
  readonly to?: Given<string>
  readonly participant?: Given<string>
  readonly actor?: Given<string>
  readonly recipient?: Given<string>
  readonly countries?: Given<readonly string[]>
  readonly place?: Given<string>
}

/**
 * The conditions of a filter on an event's row.
 * @throws BAD_USER_INPUT for an id or a code that does not fit
 */
export function eventConditions(event: Row, filter: Given<EventWhere>): Sql | undefined {
  return every([
    when(filter?.types, (types) => Prisma.sql`${event}.type = any(${[...types]}::event_type[])`),
    when(filter?.statuses, (statuses) => Prisma.sql`${event}.status = any(${[...statuses]}::event_status[])`),
    when(filter?.from, (day) => Prisma.sql`coalesce(${event}.latest, ${event}.sort_on) >= ${day}::date`),
    when(filter?.to, (day) => onOrBefore(event, day)),
    when(filter?.participant, (id) => takesPart(event, Prisma.sql`= ${entityId(id)}`, null)),
    when(filter?.actor, (id) => takesPart(event, Prisma.sql`= ${entityId(id)}`, 'ACTOR')),
    when(filter?.recipient, (id) => takesPart(event, Prisma.sql`= ${entityId(id)}`, 'RECIPIENT')),
    when(filter?.countries, (codes) => {
      const countries = countryIds(codes)
      return Prisma.sql`(${event}.country_id in ${countries} or ${takesPart(event, Prisma.sql`in ${countries}`, null)})`
    }),
    when(filter?.place, (id) => Prisma.sql`${event}.place_id = ${entityId(id)}`),
  ])
}

export function takesPart(event: Row, which: Sql, role: ParticipantRole | null): Sql {
  const as = role === null ? Prisma.empty : Prisma.sql` and x.role = ${role}::participant_role`
  return Prisma.sql`exists(select 1 from event_participant x
    where x.event_id = ${event}.id and x.entity_id ${which}${as})`
}
