import { isHeld } from '../store/read/entity-conditions.ts'
import { byArticleCount } from '../store/read/orders.ts'
import { connection, sql, value } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { entityNode } from './entity-lists.ts'
import { allOf, countryByCode, listArgs } from './entity-roots.ts'
import { Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { PersonConnection } from './person.ts'
import { ask, read, rowsWhere } from './read.ts'

export const Country = builder.objectRef<Answer>('Country')

builder.objectType(Country, {
  description: 'A country or territory of ISO 3166-1 (and XK).',
  interfaces: () => [Node, Entity],
  extensions: rowsWhere((entity) => sql`${entity}.kind = 'COUNTRY'`),
  fields: (t) => ({
    code: t.string({
      description: 'ISO 3166-1 alpha-2.',
      ...read(value((entity) => sql`(select x.code from country x where x.id = ${entity}.id)`)),
    }),
    alpha3: t.string({
      description: 'ISO 3166-1 alpha-3.',
      ...read(value((entity) => sql`(select x.alpha3 from country x where x.id = ${entity}.id)`)),
    }),
    persons: t.field({
      type: PersonConnection,
      description:
        'The persons of the country: those who by some article hold or held a role of it or of one of its organizations; the most mentioned first. Who is merely mentioned beside it is under `coMentioned`.',
      args: pagingArgs,
      ...read(
        connection<PagingArgs>({
          sources: (person, country) => [
            {
              from: sql`entity ${person}`,
              where: sql`${person}.merged_into_id is null and ${person}.id in (
                select x.person_id from role x where x.country_id = ${country}.id and ${isHeld(sql`x`)}
                union select x.person_id from role x join organization o on o.id = x.organization_id
                where o.country_id = ${country}.id and ${isHeld(sql`x`)})`,
            },
          ],
          order: () => byArticleCount,
          node: entityNode,
        }),
      ),
    }),
  }),
})

export const CountryConnection = connectionOf('Country', Country, 'countries')

builder.queryFields((t) => ({
  country: t.field({
    type: Country,
    nullable: true,
    description: 'A country; null when no text has spoken of it yet, or there is none with this code.',
    args: { code: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-2 or alpha-3, in any case.' }) },
    ...ask(countryByCode),
  }),
  countries: t.field({ type: CountryConnection, description: 'Countries.', args: listArgs, ...ask(allOf('COUNTRY')) }),
}))
