import { Prisma } from '../store/generated/client.ts'
import { one, type Row, type Sql, sql } from '../store/read/reading.ts'
import { read } from './read.ts'

type Table = 'article' | 'document' | 'entity' | 'event' | 'sentence' | 'source' | 'story'

/** The row of a table whose id stands in a column of the parent: null where the column is. Both are names of ours. */
export function byId(table: Table, column: string) {
  const name = Prisma.raw(column)
  return byIdOf(table, (row) => sql`${row}.${name}`)
}

/** The row of a table whose id is an expression on the parent's row: null where that is. */
export function byIdOf(table: Table, id: (row: Row) => Sql) {
  const from = Prisma.raw(table)
  return read(one((child, row) => ({ from: sql`${from} ${child}`, where: sql`${child}.id = ${id(row)}` })))
}
