import { Prisma, type PrismaClient } from '../generated/client.ts'
import { survivor } from './entity-ids.ts'
import type { Sql } from './reading.ts'

/**
 * How two entities are connected: by events in which both have a part and by articles that mention both. Searched from
 * both ends at once, at most two steps from each, in one statement whose deeper steps run only when the shallower ones
 * have not met. Of the shortest ways the one with the most events, then the most articles, then by id: the same one
 * every time.
 */
export type PathHopRow = { readonly fromId: string; readonly toId: string }

export const mostHops = 4

/** What a step looks at: the newest events and articles of each entity, the best neighbours, the best ends to go on from. */
const budget = { events: 200, articles: 200, neighbours: 400, frontier: 60 } as const

/** @returns the hops in order, none when both are one entity; null when there is no way within `hops` */
export async function findPath(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  from: string,
  to: string,
  hops: number,
): Promise<readonly PathHopRow[] | null> {
  const rows = await prisma.$queryRaw<{ path: string[] }[]>(pathSql(from, to, hops))
  const path = rows[0]?.path
  return path === undefined ? null : path.slice(1).map((toId, i) => ({ fromId: path[i] ?? toId, toId }))
}

function pathSql(from: string, to: string, hops: number): Sql {
  const ways = [
    Prisma.sql`select array[a.id] as path, 0 as hops, 0::bigint as worth from a join b on b.id = a.id`,
    Prisma.sql`select array[a.id, b.id], 1, f1.worth from a, b, f1 where f1.id = b.id`,
    Prisma.sql`select array[a.id, f1.id, b.id], 2, f1.worth + b1.worth from a, b, f1 join b1 on b1.id = f1.id`,
    Prisma.sql`select array[a.id, f2.parent, f2.id, b.id], 3, f2.worth + b1.worth from a, b, f2 join b1 on b1.id = f2.id`,
    Prisma.sql`select array[a.id, f2.parent, f2.id, b2.parent, b.id], 4, f2.worth + b2.worth
      from a, b, f2 join b2 on b2.id = f2.id`,
  ].slice(0, hops + 1)
  // Each in its own cut: the first that finds one ends the statement, and the steps that only later ones need never run.
  const cut = ways.map(
    (way) => Prisma.sql`(select * from (${way}) way(path, hops, worth)
    order by way.worth desc, way.path limit 1)`,
  )
  return Prisma.sql`with a as materialized (select ${survivor(uuid(from))} as id),
      b as materialized (select ${survivor(uuid(to))} as id),
      f1 as materialized (${neighbours(Prisma.sql`a`)}),
      b1 as materialized (${neighbours(Prisma.sql`b`)}),
      f2 as materialized (${neighbours(Prisma.sql`(select f1.id from f1 order by f1.worth desc, f1.id limit ${budget.frontier})`)}),
      b2 as materialized (${neighbours(Prisma.sql`(select b1.id from b1 order by b1.worth desc, b1.id limit ${budget.frontier})`)})
    select array(select unnest(found.path)::text) as path from (${Prisma.join(cut, ' union all ')} limit 1) found`
}

/** What is next to the entities of `ends`: id, the best parent, and how much stands between them. */
function neighbours(ends: Sql): Sql {
  return Prisma.sql`select distinct on (next.id) next.id, next.parent, next.worth from (
      select linked.id, linked.parent, sum(linked.worth)::bigint as worth from ${ends} ends, lateral (
        select o.entity_id as id, ends.id as parent, 1000 as worth
        from (select p.event_id from event_participant p where p.entity_id = ends.id
          order by p.sort_on desc, p.event_id desc limit ${budget.events}) shared
        join event_participant o on o.event_id = shared.event_id
        union all
        select o.entity_id, ends.id, 1
        from (select p.article_id from article_entity p where p.entity_id = ends.id and p.article_kind <> 'HEADLINE'
          order by p.sort_on desc, p.article_id desc limit ${budget.articles}) shared
        join article_entity o on o.article_id = shared.article_id
      ) linked
      where linked.id <> linked.parent group by linked.id, linked.parent
      order by worth desc, linked.id, linked.parent limit ${budget.neighbours}
    ) next order by next.id, next.worth desc, next.parent`
}

function uuid(id: string): Sql {
  return Prisma.sql`${id}::uuid`
}
