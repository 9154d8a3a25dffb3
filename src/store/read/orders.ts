import { Prisma } from '../generated/client.ts'
import type { KeyType, Order, Row, Sql } from './reading.ts'

type Key = { readonly name: string; readonly type: KeyType; readonly sql: (edge: Row) => Sql }

/** By day, then by id. */
export function byDay(oldest = false): Order {
  const keys = [key('sort_on', 'date'), key('id', 'uuid')]
  return oldest ? { name: 'oldest', descending: false, keys } : { name: 'newest', descending: true, keys }
}

export const byName: Order = { name: 'name', descending: false, keys: [key('name', 'text'), key('id', 'uuid')] }

export const byArticleCount: Order = {
  name: 'articles',
  descending: true,
  keys: [key('article_count', 'integer'), key('id', 'uuid')],
}

/** A key that is a column of the edge; `column` where it is named otherwise there. */
export function key(name: string, type: KeyType, column: string = name): Key {
  const identifier = Prisma.raw(column)
  return { name, type, sql: (edge) => Prisma.sql`${edge}.${identifier}` }
}
