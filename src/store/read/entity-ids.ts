import { Prisma } from '../generated/client.ts'
import { badInput } from './bad-input.ts'
import { decodeId, entityTypes, type IdType } from './global-id.ts'
import type { Sql } from './reading.ts'

const mostIds = 100
/** Merges of merges; a correction points straight at the one that stays, so more than one is rare. */
const mostMerges = 8

/** The entity that stands for this one: itself, or what corrections merged it into. An expression of type uuid. */
export function survivor(uuid: Sql): Sql {
  return Prisma.sql`(with recursive up (id, into_id, hops) as (
    select e.id, e.merged_into_id, 0 from entity e where e.id = ${uuid}
    union all
    select e.id, e.merged_into_id, up.hops + 1 from up join entity e on e.id = up.into_id where up.hops < ${mostMerges}
  ) select up.id from up where up.into_id is null)`
}

/**
 * The entity that an argument names.
 * @throws BAD_USER_INPUT when it is no id of an entity (of the expected type)
 */
export function entityId(id: string, expected: readonly IdType[] = entityTypes): Sql {
  return survivor(Prisma.sql`${decodeId(id, expected).uuid}::uuid`)
}

/**
 * The entities that an argument names, as an expression for `= any(…)`.
 * @throws BAD_USER_INPUT when one is no entity's id, or they are too many
 */
export function entityIds(ids: readonly string[]): Sql {
  if (ids.length === 0) return Prisma.sql`array[]::uuid[]`
  return Prisma.sql`array[${Prisma.join(bounded('ids', ids).map((id) => entityId(id)))}]`
}

/**
 * The ids of countries by alpha-2 or alpha-3 codes, as an expression for `in …`.
 * @throws BAD_USER_INPUT when one is no such code, or they are too many
 */
export function countryIds(codes: readonly string[]): Sql {
  const given = bounded('country codes', codes).map(countryCode)
  return Prisma.sql`(select c.id from country c where c.code = any(${given}) or c.alpha3 = any(${given}))`
}

/**
 * A country's code as the table has it.
 * @throws BAD_USER_INPUT when it is not of two or three letters
 */
export function countryCode(code: string): string {
  if (!/^[A-Za-z]{2,3}$/.test(code)) {
    throw badInput(`Not a country code: ${JSON.stringify(code.slice(0, 20))}. Give ISO 3166-1 alpha-2 or alpha-3.`)
  }
  return code.toUpperCase()
}

/** @throws BAD_USER_INPUT when there are more than 100 */
export function bounded<T>(what: string, list: readonly T[]): readonly T[] {
  if (list.length > mostIds) throw badInput(`At most ${mostIds} ${what} at a time; these are ${list.length}.`)
  return list
}
