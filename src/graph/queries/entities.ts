import { type EntityWhere, entityConditions, isNamed } from '../../store/read/entity-conditions.ts'
import { countryCode, entityId } from '../../store/read/entity-ids.ts'
import type { IdType } from '../../store/read/global-id.ts'
import { byArticleCount, byName } from '../../store/read/orders.ts'
import { connection, one, type Row, type Sql, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { Country, CountryConnection } from '../country.ts'
import { entityNode } from '../entity-lists.ts'
import { EntityOrder } from '../enums.ts'
import { EntityFilter } from '../filters.ts'
import { EntityKey } from '../keys.ts'
import { Organization, OrganizationConnection } from '../organization.ts'
import { type PagingArgs, pagingArgs } from '../paging.ts'
import { Person, PersonConnection } from '../person.ts'
import { Place, PlaceConnection } from '../place.ts'
import { ask } from '../read.ts'

type Kind = 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE'
type KeyArgs = { readonly by: typeof EntityKey.$inferInput }
type ListArgs = PagingArgs & {
  readonly where?: EntityWhere | null | undefined
  readonly orderBy?: 'ARTICLE_COUNT' | 'NAME' | null | undefined
}

builder.queryFields((t) => {
  const by = t.arg({ type: EntityKey, required: true, description: 'Which one: by exactly one of its keys.' })
  const orderBy = t.arg({ type: EntityOrder, description: 'ARTICLE_COUNT when left out.' })
  const where = t.arg({ type: EntityFilter, description: 'Which ones; all when left out.' })
  const listArgs = { ...pagingArgs, where, orderBy }
  return {
    person: t.field({
      type: Person,
      nullable: true,
      description: 'A person; null when there is none. Of several with a name, the most mentioned.',
      args: { by },
      ...ask(oneBy('PERSON', 'Person')),
    }),
    persons: t.field({ type: PersonConnection, description: 'Persons.', args: listArgs, ...ask(all('PERSON')) }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'A country; null when no text has spoken of it yet, or there is none with this code.',
      args: { code: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-2 or alpha-3, in any case.' }) },
      ...ask(one((entity, _, { code }: { code: string }) => ofKind('COUNTRY', entity, hasCode(entity, code)))),
    }),
    countries: t.field({ type: CountryConnection, description: 'Countries.', args: listArgs, ...ask(all('COUNTRY')) }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'An organization; null when there is none. Of several with a name, the most mentioned.',
      args: { by },
      ...ask(oneBy('ORGANIZATION', 'Organization')),
    }),
    organizations: t.field({
      type: OrganizationConnection,
      description: 'Organizations.',
      args: listArgs,
      ...ask(all('ORGANIZATION')),
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'A place; null when there is none. Of several with a name, the most mentioned.',
      args: { by },
      ...ask(oneBy('PLACE', 'Place')),
    }),
    places: t.field({ type: PlaceConnection, description: 'Places.', args: listArgs, ...ask(all('PLACE')) }),
  }
})

function oneBy(kind: Kind, type: IdType) {
  return one((entity, _, { by }: KeyArgs) => ofKind(kind, entity, keyIs(entity, by, type)))
}

function keyIs(entity: Row, by: KeyArgs['by'], type: IdType): Sql {
  if (by.id !== undefined) return sql`${entity}.id = ${entityId(by.id, [type])}`
  if (by.name !== undefined) return sql`${entity}.merged_into_id is null and ${isNamed(entity, by.name)}`
  return sql`${entity}.merged_into_id is null and ${entity}.wikidata_id = ${by.wikidataId}`
}

function hasCode(entity: Row, code: string): Sql {
  const given = countryCode(code)
  return sql`${entity}.id = (select c.id from country c where c.code = ${given} or c.alpha3 = ${given})`
}

/** The most mentioned one of a kind for which a condition holds. */
function ofKind(kind: Kind, entity: Row, condition: Sql) {
  return {
    from: sql`entity ${entity}`,
    where: sql`${entity}.kind = ${kind}::entity_kind and ${condition}`,
    orderBy: sql`${entity}.article_count desc, ${entity}.id desc`,
  }
}

function all(kind: Kind) {
  return connection<ListArgs>({
    sources: (entity, _, { where }) => [
      {
        from: sql`entity ${entity}`,
        where: sql`${entity}.kind = ${kind}::entity_kind and ${entity}.merged_into_id is null
          and ${entityConditions(entity, where) ?? sql`true`}`,
      },
    ],
    order: ({ orderBy }) => (orderBy === 'NAME' ? byName : byArticleCount),
    node: entityNode,
  })
}
