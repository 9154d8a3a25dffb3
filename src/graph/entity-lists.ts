import { articleConditions, isNarrow, kindsOf } from '../store/read/article-conditions.ts'
import { type EventWhere, eventConditions } from '../store/read/event-conditions.ts'
import { byDay } from '../store/read/orders.ts'
import { connection, type Row, type Rows, type Sql, sql } from '../store/read/reading.ts'
import { type ArticlesArgs, articleNode } from './article-lists.ts'
import type { PagingArgs } from './paging.ts'

/** What hangs on an entity and may be long: pages along the indexes that lead from it. */

export const mentionsOfEntity = connection<PagingArgs>({
  sources: (mention, entity) => [
    { from: sql`mention ${mention}`, where: sql`${mention}.entity_id = ${entity}.id and not ${mention}.superseded` },
  ],
  order: () => byDay(),
  node: (mention, edge) => ({ from: sql`mention ${mention}`, where: sql`${mention}.id = ${edge}.id` }),
})

export const articlesOfEntity = connection<ArticlesArgs>({
  sources: (edge, entity, { where }) => {
    const from = sql`(select x.article_id as id, x.sort_on, x.entity_id, x.article_kind from article_entity x) ${edge}`
    const own = sql`${edge}.entity_id = ${entity}.id and ${edge}.article_kind = any(${kindsOf(where)}::article_kind[])`
    if (!isNarrow(where)) return [{ from, where: own }]
    const conditions = articleConditions(sql`a`, where) ?? sql`true`
    return [{ from: sql`${from} join article a on a.id = ${edge}.id`, where: sql`${own} and ${conditions}` }]
  },
  order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
  node: articleNode,
})

export type EventsArgs = PagingArgs & { readonly where?: EventWhere | null | undefined }

export const eventsOfEntity = connection<EventsArgs>({
  sources: (edge, entity, { where }) => {
    const conditions = eventConditions(edge, where) ?? sql`true`
    const there = (column: Sql): Rows => {
      return { from: sql`event ${edge}`, where: sql`${edge}.${column} = ${entity}.id and ${conditions}` }
    }
    return [takenPartIn(edge, sql`${entity}.id`, where), there(sql`place_id`), there(sql`country_id`)]
  },
  order: () => byDay(),
  node: eventNode,
})

/** The events in which an entity takes part, by the first of its roles where it has several in one event. */
export function takenPartIn(edge: Row, entity: Sql, filter: EventWhere | null | undefined): Rows {
  const from = sql`(select x.event_id as id, x.sort_on, x.entity_id, x.role from event_participant x) ${edge}`
  const own = sql`${edge}.entity_id = ${entity} and not exists(select 1 from event_participant y
    where y.event_id = ${edge}.id and y.entity_id = ${edge}.entity_id and y.role < ${edge}.role)`
  const conditions = eventConditions(sql`e`, filter)
  if (conditions === undefined) return { from, where: own }
  return { from: sql`${from} join event e on e.id = ${edge}.id`, where: sql`${own} and ${conditions}` }
}

export function eventNode(event: Row, edge: Row) {
  return { from: sql`event ${event}`, where: sql`${event}.id = ${edge}.id` }
}

export function entityNode(entity: Row, edge: Row) {
  return { from: sql`entity ${entity}`, where: sql`${entity}.id = ${edge}.id` }
}
