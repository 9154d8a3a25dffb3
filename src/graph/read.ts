import type { GraphQLResolveInfo } from 'graphql'
import { answer } from '../store/read/answer.ts'
import { typeKey } from '../store/read/json.ts'
import type { Arguments, Reading, Row, Sql } from '../store/read/reading.ts'
import type { GraphContext } from './context.ts'

/**
 * How a field says where its value lies: `t.string({ description, ...read(column('name')) })`. A field of the query
 * type is `ask`ed: its whole selection is answered by one statement. All others are `read`: found under their response
 * key in what that statement brought. One definition, so that what is compiled and what is served cannot part.
 */
export function read<Args>(reading: Reading<Args>) {
  return {
    extensions: { sql: reading },
    resolve: (parent: unknown, _args: Args, _context: GraphContext, info: GraphQLResolveInfo): never =>
      slot(parent, info.path.key),
  }
}

export function ask<Args>(reading: Reading<Args>) {
  return {
    extensions: { sql: reading },
    resolve: (_root: unknown, args: Args, context: GraphContext, info: GraphQLResolveInfo): Promise<never> =>
      entry(context, info, reading, args),
  }
}

/** Answers a field from rows that only its parent or its arguments tell: payloads, events, what a search has found. */
export function entry<Args>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  reading: Reading<Args>,
  args: Args,
): Promise<never> {
  return answer(context.prisma, info, reading as Reading<never>, args as Arguments) as Promise<never>
}

/** Says which rows are of an object type that shares its table with others: `extensions: rowsWhere(…)`. */
export function rowsWhere(is: (row: Row) => Sql): { sql: { is: (row: Row) => Sql } } {
  return { sql: { is } }
}

/** The type of an object whose field's type is abstract. */
export function typeOf(value: unknown): string {
  return slot(value, typeKey)
}

function slot(parent: unknown, key: string | number): never {
  return (parent as Record<string | number, unknown>)[key] as never
}
