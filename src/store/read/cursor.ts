import { Prisma } from '../generated/client.ts'
import { badInput } from './bad-input.ts'
import { base64url } from './json.ts'
import type { KeyType, Order, Row, Sql } from './reading.ts'

/**
 * Cursors are base64url of `[version, order, key, …]`: a place in an order, not a row, so that a page goes on rightly
 * after its last row has gone or others have come. A forged cursor can only name another place.
 */
const version = 1
const longest = 4096

const wellFormed: Readonly<Record<KeyType, (key: unknown) => boolean>> = {
  date: (key) => typeof key === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(key) && isDay(key),
  integer: (key) => Number.isInteger(key) && Number(key) === (Number(key) | 0),
  text: (key) => typeof key === 'string' && !key.includes('\0'),
  uuid: (key) => typeof key === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
}

/** The cursor of a row of keys, whose columns are the order's names. */
export function cursorSql(order: Order, row: Row): Sql {
  const keys = order.keys.map((key) => Prisma.sql`${row}.${Prisma.raw(key.name)}`)
  const list = Prisma.join([Prisma.sql`${version}::int`, Prisma.sql`${order.name}::text`, ...keys])
  return base64url(Prisma.sql`convert_to(json_build_array(${list})::text, 'UTF8')`)
}

/**
 * The keys that a cursor names, as a row expression to compare with.
 * @throws BAD_USER_INPUT when it is none of ours, or belongs to another order
 */
export function decodeCursor(order: Order, cursor: string, argument: string): Sql {
  const [given, name, ...keys] = parse(cursor)
  if (given !== version || keys.length === 0) throw badInput(`\`${argument}\` is not a cursor of this service.`)
  if (name !== order.name) throw badInput(`\`${argument}\` is a cursor of another order.`)
  if (keys.length !== order.keys.length || !order.keys.every((key, i) => wellFormed[key.type](keys[i]))) {
    throw badInput(`\`${argument}\` is not a cursor of this list.`)
  }
  return rowOf(order.keys.map((key, i) => Prisma.sql`${keys[i]}::${Prisma.raw(key.type)}`))
}

/** A row to compare: the keys of an order on an edge's row. */
export function keyRow(order: Order, edge: Row): Sql {
  return rowOf(order.keys.map((key) => key.sql(edge)))
}

function rowOf(keys: readonly Sql[]): Sql {
  return Prisma.sql`(${Prisma.join([...keys])})`
}

function parse(cursor: string): readonly unknown[] {
  if (cursor.length > longest || !/^[A-Za-z0-9_-]+$/.test(cursor)) return []
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
