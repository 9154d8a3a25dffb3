import { type ArticleWhere, articleConditions, isNarrow, kindsOf } from '../store/read/article-conditions.ts'
import { type EventWhere, eventConditions } from '../store/read/event-conditions.ts'
import { byDay } from '../store/read/orders.ts'
import { connection, type Row, sql } from '../store/read/reading.ts'
import { every } from '../store/read/rows.ts'
import type { PagingArgs } from './paging.ts'

/** What hangs on an entity and may be long: pages along the indexes that lead from it. */

export const mentionsOfEntity = connection<PagingArgs>({
  sources: (mention, entity) => [{ from: sql`mention ${mention}`, where: sql`${mention}.entity_id = ${entity}.id` }],
  order: () => byDay(),
  node: (mention, edge) => ({ from: sql`mention ${mention}`, where: sql`${mention}.id = ${edge}.id` }),
})

export type ArticlesArgs = PagingArgs & {
  readonly where?: ArticleWhere | null | undefined
  readonly orderBy?: 'NEWEST' | 'OLDEST' | null | undefined
}

export const articlesOfEntity = connection<ArticlesArgs>({
  sources: (edge, entity, { where }) => {
    const from = sql`(select x.article_id as id, x.sort_on, x.entity_id, x.article_kind from article_entity x) ${edge}`
    const own = sql`${edge}.entity_id = ${entity}.id and ${edge}.article_kind = any(${kindsOf(where)}::article_kind[])`
    if (!isNarrow(where)) return [{ from, where: own }]
    const narrowed = every([own, articleConditions(sql`a`, where) ?? null])
    return [{ from: sql`${from} join article a on a.id = ${edge}.id`, ...(narrowed && { where: narrowed }) }]
  },
  order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
  node: articleNode,
})

export type EventsArgs = PagingArgs & { readonly where?: EventWhere | null | undefined }

export const eventsOfEntity = connection<EventsArgs>({
  sources: (edge, entity, { where }) => {
    const conditions = eventConditions(edge, where) ?? null
    const there = (column: 'place_id' | 'country_id') => {
      const holds = every([
        column === 'place_id' ? sql`${edge}.place_id = ${entity}.id` : sql`${edge}.country_id = ${entity}.id`,
        conditions,
      ])
      return { from: sql`event ${edge}`, ...(holds && { where: holds }) }
    }
    return [takenPartIn(edge, entity, where), there('place_id'), there('country_id')]
  },
  order: () => byDay(),
  node: eventNode,
})

/** By the first of its roles, where an entity has several in one event. */
function takenPartIn(edge: Row, entity: Row, filter: EventWhere | null | undefined) {
  const from = sql`(select x.event_id as id, x.sort_on, x.entity_id, x.role from event_participant x) ${edge}`
  const own = sql`${edge}.entity_id = ${entity}.id and not exists(select 1 from event_participant y
    where y.event_id = ${edge}.id and y.entity_id = ${edge}.entity_id and y.role < ${edge}.role)`
  const conditions = eventConditions(sql`e`, filter)
  if (conditions === undefined) return { from, where: own }
  return { from: sql`${from} join event e on e.id = ${edge}.id`, where: sql`${own} and ${conditions}` }
}

export function articleNode(article: Row, edge: Row) {
  return { from: sql`article ${article}`, where: sql`${article}.id = ${edge}.id` }
}

export function eventNode(event: Row, edge: Row) {
  return { from: sql`event ${event}`, where: sql`${event}.id = ${edge}.id` }
}

export function entityNode(entity: Row, edge: Row) {
  return { from: sql`entity ${entity}`, where: sql`${entity}.id = ${edge}.id` }
}
