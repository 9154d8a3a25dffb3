import { badInput } from '../../store/read/bad-input.ts'
import { decodeId, entityTypes } from '../../store/read/global-id.ts'
import { findPath, mostHops, type PathHopRow } from '../../store/read/path.ts'
import { many, one, onRow, type Row, sql, type Variant, variants } from '../../store/read/reading.ts'
import { Article } from '../article.ts'
import { type Answer, builder } from '../builder.ts'
import { sharedSentenceFirst } from '../co-mention.ts'
import { Entity } from '../entity.ts'
import { Event } from '../event.ts'
import { Evidence } from '../evidence.ts'
import { entry, read, typeOf } from '../read.ts'
import { byId } from '../relations.ts'

const PathLink = builder.unionType('PathLink', {
  description: 'What connects two entities: an event in which both have a part, else an article that mentions both.',
  types: [Article, Event],
  resolveType: typeOf,
})

const PathHop = builder.objectRef<Answer>('PathHop')

builder.objectType(PathHop, {
  description: 'One step of a path, with the words that show it. Nothing of it is ever null.',
  fields: (t) => ({
    from: t.field({ type: Entity, description: 'Where the step begins.', ...byId('entity', 'from_id') }),
    to: t.field({ type: Entity, description: 'Where it leads.', ...byId('entity', 'to_id') }),
    via: t.field({ type: PathLink, description: 'What connects them.', ...read(variants(linkOf)) }),
    evidence: t.field({
      type: Evidence,
      description:
        'For an event the clause that tells of it, in the newest report; for an article a mention of `to`, in a sentence with both where there is one.',
      ...read(
        variants((hop) => [
          {
            type: 'Evidence',
            when: sql`${hop}.event_id is not null`,
            reading: one((report) => ({
              from: sql`event_report ${report}`,
              where: sql`${report}.event_id = ${hop}.event_id`,
              orderBy: sql`${report}.sort_on desc, ${report}.id desc`,
            })),
          },
          {
            type: 'Evidence',
            when: sql`true`,
            reading: one((mention) => ({
              from: sql`mention ${mention}`,
              where: sql`${mention}.article_id = ${hop}.article_id and ${mention}.entity_id = ${hop}.to_id`,
              orderBy: sharedSentenceFirst(mention, sql`${hop}.from_id`),
            })),
          },
        ]),
      ),
    }),
  }),
})

builder.queryField('path', (t) =>
  t.field({
    type: [PathHop],
    nullable: true,
    description:
      'How two entities are connected, by events in which both have a part and by articles that mention both: one of the shortest ways, the same every time. Empty when both are one entity; null when there is no way within `maxHops`, or nothing has one of the ids.',
    args: {
      from: t.arg.id({ required: true, description: 'The id of an entity.' }),
      to: t.arg.id({ required: true, description: 'The id of an entity.' }),
      maxHops: t.arg.int({ description: 'At most so many steps, 1 to 4; 4 when left out.' }),
    },
    resolve: async (_root, args, context, info) => {
      const [from, to] = [decodeId(args.from, entityTypes).uuid, decodeId(args.to, entityTypes).uuid]
      const hops = await findPath(context.prisma, from, to, hopsOf(args.maxHops))
      return hops === null
        ? null
        : entry(
            context,
            info,
            many((hop) => hopRows(hop, hops), onRow()),
            args,
          )
    },
  }),
)

function hopsOf(maxHops: number | null | undefined): number {
  const hops = maxHops ?? mostHops
  if (hops < 1 || hops > mostHops) throw badInput(`\`maxHops\` must be 1 to ${mostHops}.`)
  return hops
}

/** Each hop with the newest event that both have a part in, and the newest article that mentions both. */
function hopRows(hop: Row, hops: readonly PathHopRow[]) {
  const [from, to] = [hops.map(({ fromId }) => fromId), hops.map(({ toId }) => toId)]
  return {
    from: sql`(select h.from_id, h.to_id, h.place, (
        select e.id from event_participant p join event_participant o on o.event_id = p.event_id
        join event e on e.id = p.event_id where p.entity_id = h.from_id and o.entity_id = h.to_id
        order by e.sort_on desc, e.id desc limit 1) as event_id, (
        select p.article_id from article_entity p join article_entity o on o.article_id = p.article_id
        where p.entity_id = h.from_id and o.entity_id = h.to_id and p.article_kind <> 'HEADLINE'
        order by p.sort_on desc, p.article_id desc limit 1) as article_id
      from unnest(${from}::uuid[], ${to}::uuid[]) with ordinality as h(from_id, to_id, place)) ${hop}`,
    orderBy: sql`${hop}.place`,
  }
}

function linkOf(hop: Row): readonly Variant[] {
  return [
    {
      type: 'Event',
      when: sql`${hop}.event_id is not null`,
      reading: one((event) => ({ from: sql`event ${event}`, where: sql`${event}.id = ${hop}.event_id` })),
    },
    {
      type: 'Article',
      when: sql`true`,
      reading: one((article) => ({ from: sql`article ${article}`, where: sql`${article}.id = ${hop}.article_id` })),
    },
  ]
}
