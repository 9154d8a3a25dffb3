import { column, many, sql } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const AttributionStep = builder.objectRef<Answer>('AttributionStep')

builder.objectType(AttributionStep, {
  description: 'One link of the chain that carries a report or a quote to the page.',
  fields: (t) => ({
    text: t.string({
      description: "As the article puts it; for the outlet itself, the outlet's name.",
      ...read(column('text')),
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'Who that is; null when it is nobody known: an unnamed official, an outlet not yet met in any text.',
      ...byId('entity', 'entity_id'),
    }),
    anonymous: t.boolean({
      description: 'True for an unnamed source: "an official", "مصدر".',
      ...read(column('anonymous')),
    }),
  }),
})

export const chainDescription =
  'The chain that carries it to the page, nearest the page first: the outlet, where the article has a source; the agency it cites; the official that the agency cites. Empty when nothing is said of where it comes from.'

/**
 * The chain of a report or a quote. The outlet comes from the article, unless the chain names it already (a first step
 * that stands nowhere in the text); the other steps come from its words.
 */
export function chainOf(owner: 'report_id' | 'quote_id') {
  return read(
    many((step, row) => {
      const mine = owner === 'report_id' ? sql`x.report_id = ${row}.id` : sql`x.quote_id = ${row}.id`
      return {
        from: sql`(select -1 as ordinal, s.name as text, false as anonymous,
            (select e.id from entity e where e.kind = 'ORGANIZATION' and e.key = s.key and e.merged_into_id is null) as entity_id
          from article a join source s on s.id = a.source_id where a.id = ${row}.article_id
            and not exists(select 1 from attribution_step x where ${mine} and x.ordinal = 0 and x.start is null)
          union all
          select x.ordinal, x.text, x.anonymous, x.entity_id from attribution_step x where ${mine}) ${step}`,
        orderBy: sql`${step}.ordinal`,
      }
    }),
  )
}
