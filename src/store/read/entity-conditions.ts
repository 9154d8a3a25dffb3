import { nameKey } from '../../resolution/name-key.ts'
import { Prisma } from '../generated/client.ts'
import { countryIds } from './entity-ids.ts'
import type { Row, Sql } from './reading.ts'
import { every, when } from './rows.ts'
import { typed } from './typed.ts'

type Given<T> = T | null | undefined

/** What an entity must be; what is left out holds of all. */
export type EntityWhere = {
  readonly name?: Given<string>
  readonly countries?: Given<readonly string[]>
  readonly minArticleCount?: Given<number>
}

/**
 * The conditions of a filter on an entity's row.
 * @throws BAD_USER_INPUT for a country code that does not fit
 */
export function entityConditions(entity: Row, filter: Given<EntityWhere>): Sql | undefined {
  return every([
    when(filter?.name, (name) => hasNameWith(entity, name)),
    when(filter?.countries, (codes) => isOf(entity, countryIds(codes))),
    when(filter?.minArticleCount, (least) => Prisma.sql`${entity}.article_count >= ${least}`),
  ])
}

/** An entity has the name: one of its aliases has the same key. */
export function isNamed(entity: Row, name: string): Sql {
  return Prisma.sql`exists(select 1 from alias x where x.entity_id = ${entity}.id and x.key = ${nameKey(typed(name))})`
}

/**
 * Whether an entity is listed and found: not one that was merged away, nor one that superseded versions alone name. A
 * country is, also when nothing but a body or a place of it is named.
 */
export function isListed(entity: Row): Sql {
  return Prisma.sql`${entity}.merged_into_id is null and (${entity}.kind = 'COUNTRY' or ${entity}.article_count > 0)`
}

/** Whether an article says so of a role, and no newer version of it does not. */
export function isHeld(role: Row): Sql {
  return Prisma.sql`exists(select 1 from role_evidence v where v.role_id = ${role}.id and not v.superseded)`
}

/** Text for LIKE that stands for itself. */
export function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

function hasNameWith(entity: Row, name: string): Sql {
  const words = nameKey(typed(name))
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return Prisma.sql`false`
  const patterns = words.map((word) => `%${literal(word)}%`)
  return Prisma.sql`exists(select 1 from alias x where x.entity_id = ${entity}.id and x.key like all(${patterns}))`
}

function isOf(entity: Row, countries: Sql): Sql {
  return Prisma.sql`${entity}.id in (
    select c.id from country c where c.id in ${countries}
    union all select r.person_id from role r where r.country_id in ${countries} and ${isHeld(Prisma.sql`r`)}
    union all select o.id from organization o where o.country_id in ${countries}
    union all select p.id from place p where p.country_id in ${countries})`
}
