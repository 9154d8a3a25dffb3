import { type EntityWhere, entityConditions, isListed, isNamed } from '../store/read/entity-conditions.ts'
import { countryCode, entityId } from '../store/read/entity-ids.ts'
import type { IdType } from '../store/read/global-id.ts'
import { byArticleCount, byName } from '../store/read/orders.ts'
import { connection, one, type Row, type Sql, sql } from '../store/read/reading.ts'
import { builder } from './builder.ts'
import { entityNode } from './entity-lists.ts'
import { EntityOrder } from './enums.ts'
import { EntityFilter } from './filters.ts'
import { EntityKey } from './keys.ts'
import { type PagingArgs, pagingArgs } from './paging.ts'

/** The root fields of persons, countries, organizations and places: one by a key, and all of them. */

type Kind = 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE'
type KeyArgs = { readonly by: typeof EntityKey.$inferInput }
type ListArgs = PagingArgs & {
  readonly where?: EntityWhere | null | undefined
  readonly orderBy?: 'ARTICLE_COUNT' | 'NAME' | null | undefined
}

export const keyArgs = builder.args((t) => ({
  by: t.field({ type: EntityKey, required: true, description: 'Which one: by exactly one of its keys.' }),
}))

export const listArgs = {
  ...pagingArgs,
  ...builder.args((t) => ({
    where: t.field({ type: EntityFilter, description: 'Which ones; all when left out.' }),
    orderBy: t.field({ type: EntityOrder, description: 'ARTICLE_COUNT when left out.' }),
  })),
}

export function oneOf(kind: Kind, type: IdType) {
  return one((entity, _, { by }: KeyArgs) => ofKind(kind, entity, keyIs(entity, by, type)))
}

function keyIs(entity: Row, by: KeyArgs['by'], type: IdType): Sql {
  if (by.id !== undefined) return sql`${entity}.id = ${entityId(by.id, [type])}`
  if (by.name !== undefined) return sql`${entity}.merged_into_id is null and ${isNamed(entity, by.name)}`
  return sql`${entity}.merged_into_id is null and ${entity}.wikidata_id = ${by.wikidataId}`
}

export const countryByCode = one((entity, _, { code }: { readonly code: string }) =>
  ofKind('COUNTRY', entity, hasCode(entity, code)),
)

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

export function allOf(kind: Kind) {
  return connection<ListArgs>({
    sources: (entity, _, { where }) => [
      {
        from: sql`entity ${entity}`,
        where: sql`${entity}.kind = ${kind}::entity_kind and ${isListed(entity)} and ${entityConditions(entity, where) ?? sql`true`}`,
      },
    ],
    order: ({ orderBy }) => (orderBy === 'NAME' ? byName : byArticleCount),
    node: entityNode,
  })
}
