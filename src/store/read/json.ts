import { Prisma } from '../generated/client.ts'
import type { Sql } from './reading.ts'

/**
 * JSON as text, put together with `||`: half the cost of json_build_object in Postgres, and no limit on the number of
 * members. Every function here but `instant` gives an expression of type text; the `json…` ones are never null.
 */

/** A member of an object; with `when`, only rows for which it holds have it. */
export type Member = { readonly key: string; readonly json: Sql; readonly when: Sql | null }

/** The member that tells an object's type; no name of GraphQL can be the same. */
export const typeKey = '$type'

/** Any value as JSON. */
export function jsonValue(expression: Sql): Sql {
  return Prisma.sql`coalesce(to_json(${expression})::text, 'null')`
}

/** Text that is JSON already, or null. */
export function jsonOrNull(expression: Sql): Sql {
  return Prisma.sql`coalesce(${expression}, 'null')`
}

/**
 * An object. `type` is the JSON of its type's name where the schema alone does not tell it; members may be conditional
 * only then. Keys are names of GraphQL, which need no escaping, and are bound all the same.
 */
export function jsonObject(type: Sql | null, members: readonly Member[]): Sql {
  const parts = members.map(({ key, json, when }, i) => {
    const member = Prisma.sql`${`${type === null && i === 0 ? '' : ','}"${key}":`}::text || ${json}`
    return when === null ? member : Prisma.sql`case when ${when} then ${member} else '' end`
  })
  const head = type === null ? [] : [Prisma.sql`${`"${typeKey}":`}::text || ${type}`]
  return Prisma.join([Prisma.sql`'{'`, ...head, ...parts, Prisma.sql`'}'`], ' || ')
}

/** An array of the rows of an aggregate; `json` is evaluated for each of them that `where` lets through. */
export function jsonArray(json: Sql, orderBy: Sql, where: Sql | null): Sql {
  const filter = where === null ? Prisma.empty : Prisma.sql` filter (where ${where})`
  return Prisma.sql`'[' || coalesce(string_agg(${json}, ',' order by ${orderBy})${filter}, '') || ']'`
}

/** An instant as the DateTime scalar writes it: UTC, to the millisecond, which is left out where it is zero. */
export function instant(expression: Sql): Sql {
  return Prisma.sql`replace(to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z')`
}

/** Bytes as base64url without padding: ASCII whatever they are. */
export function base64url(bytes: Sql): Sql {
  return Prisma.sql`translate(encode(${bytes}, 'base64'), E'+/=\n', '-_')`
}
