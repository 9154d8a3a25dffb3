import { Prisma } from '../generated/client.ts'
import type { Rows, Sql } from './reading.ts'

/** The WHERE clause of rows, with further conditions; nothing when there are none. */
export function where(rows: Rows, ...further: readonly Sql[]): Sql {
  const conditions = [...(rows.where === undefined ? [] : [rows.where]), ...further]
  return conditions.length === 0 ? Prisma.empty : Prisma.sql` where ${Prisma.join(conditions, ' and ')}`
}

/** All of the conditions that are given; null where there is none. */
export function every(conditions: readonly (Sql | null)[]): Sql | undefined {
  const given = conditions.filter((condition) => condition !== null)
  return given.length === 0 ? undefined : Prisma.sql`(${Prisma.join(given, ' and ')})`
}

/** The condition for an argument; null when the argument is left out or null. */
export function when<T>(argument: T | null | undefined, condition: (argument: T) => Sql): Sql | null {
  return argument === null || argument === undefined ? null : condition(argument)
}

/** The same rows once for each value, with a condition of its own; no rows for no value. */
export function eachOf<T>(values: readonly T[], rows: Rows, condition: (value: T) => Sql): readonly Rows[] {
  const each = [...new Set(values)].map((value) => ({ ...rows, where: condition(value) }))
  return each.length === 0 ? [{ ...rows, where: Prisma.sql`false` }] : each
}

/**
 * A LIMIT as a literal, so that a prepared plan knows how few rows it is for.
 * @throws when it is no whole number: nothing else may get into a statement's text
 */
export function limitOf(rows: number): Sql {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new Error(`No limit: ${rows}`)
  return Prisma.sql` limit ${Prisma.raw(String(rows))}`
}
