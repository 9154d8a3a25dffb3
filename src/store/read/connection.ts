import { Prisma } from '../generated/client.ts'
import type { Compiler, Place } from './compile.ts'
import { cursorSql, decodeCursor, keyRow } from './cursor.ts'
import { jsonArray, jsonObject, jsonValue } from './json.ts'
import { type PageArguments, pageArguments } from './page-arguments.ts'
import type { Arguments, ConnectionReading, Order, PageReading, Row, Rows, Sql } from './reading.ts'
import { limitOf, where } from './rows.ts'
import type { Slot } from './selection.ts'

/**
 * A connection by keyset: the keys of one page (and of one row more) come first, by an index; then what is selected of
 * its nodes. Pages are places in a total order, so ties, nulls (which no key is) and rows that come and go between two
 * pages neither repeat nor lose a row. What is not selected is not computed, the total above all.
 */
type Page = {
  readonly compiler: Compiler
  readonly reading: ConnectionReading<Arguments>
  readonly args: Arguments
  readonly parent: Row
  readonly order: Order
  readonly size: number
  readonly backward: boolean
  readonly after: Sql | null
  readonly before: Sql | null
  /** The alias of the page's rows of keys, numbered `n` in the direction of paging. */
  readonly row: Row
}

export function compileConnection(
  compiler: Compiler,
  reading: ConnectionReading<Arguments>,
  place: Place,
  parent: Row,
  args: Arguments,
): Sql {
  const page = readPage(compiler, reading, parent, args, pageArguments(args))
  const object = objectOf(page, place)
  // HAVING makes it one row whatever is selected: without an aggregate it would be one for each row of the page.
  return Prisma.sql`(select ${object} from (${pageRows(page)}) ${page.row} having true)`
}

function readPage(
  compiler: Compiler,
  reading: ConnectionReading<Arguments>,
  parent: Row,
  args: Arguments,
  { size, backward, after, before }: PageArguments,
): Page {
  const order = reading.order(args)
  return {
    ...{ compiler, reading, args, parent, order, size, backward, row: compiler.alias() },
    after: after === null ? null : decodeCursor(order, after, 'after'),
    before: before === null ? null : decodeCursor(order, before, 'before'),
  }
}

/** The connection itself, an edge or the page info: an object of parts. */
function objectOf(page: Page, place: Place): Sql {
  const members = page.compiler.slots(place).map((slot) => {
    return { key: slot.key, json: partOf(page, slot, page.compiler.below(slot, place)), when: null }
  })
  return jsonObject(null, members)
}

function partOf(page: Page, slot: Slot, place: Place): Sql {
  const { part } = slot.field.extensions['sql'] as PageReading
  switch (part) {
    case 'edges':
      return ofEach(page, objectOf(page, page.compiler.each(place, page.size)))
    case 'nodes':
      return ofEach(page, nodeOf(page, page.compiler.each(place, page.size)))
    case 'node':
      return nodeOf(page, place)
    case 'cursor':
      return jsonValue(cursorSql(page.order, page.row))
    case 'pageInfo':
      return objectOf(page, place)
    case 'totalCount':
      return jsonValue(total(page))
    case 'startCursor':
      return jsonValue(cursorAt(page, !page.backward))
    case 'endCursor':
      return jsonValue(cursorAt(page, page.backward))
    case 'hasNextPage':
      return jsonValue(page.backward ? beyond(page, page.before, true) : more(page, page.before, true))
    case 'hasPreviousPage':
      return jsonValue(page.backward ? more(page, page.after, false) : beyond(page, page.after, false))
  }
}

function nodeOf(page: Page, place: Place): Sql {
  const { compiler, reading, args } = page
  const node = compiler.alias()
  return compiler.item(reading.node(node, page.row, args), compiler.read(reading.item, place, node, args))
}

/** An array of the page's rows, first to last, without the one more. */
function ofEach(page: Page, json: Sql): Sql {
  return jsonArray(json, Prisma.sql`${page.row}.n ${direction(page.backward)}`, onPage(page))
}

function onPage(page: Page): Sql {
  return Prisma.sql`${page.row}.n <= ${page.size}`
}

function cursorAt(page: Page, start: boolean): Sql {
  const cursors = Prisma.sql`array_agg(${cursorSql(page.order, page.row)} order by ${page.row}.n ${direction(!start)})`
  return Prisma.sql`(${cursors} filter (where ${onPage(page)}))[1]`
}

/** Whether rows follow in the direction of paging: the one more is there, or something lies beyond the other bound. */
function more(page: Page, bound: Sql | null, later: boolean): Sql {
  return Prisma.sql`(count(*) > ${page.size} or ${beyond(page, bound, later)})`
}

/** Whether any row lies at or beyond a bound, in the list's order: `later` or earlier than it. */
function beyond(page: Page, bound: Sql | null, later: boolean): Sql {
  if (bound === null) return Prisma.sql`false`
  const found = sourcesOf(page).map(({ edge, rows }) => {
    const past = Prisma.sql`${keyRow(page.order, edge)} ${comparison(page.order, later)}= ${bound}`
    return Prisma.sql`exists(select 1 from ${rows.from}${where(rows, past)})`
  })
  return Prisma.sql`(${Prisma.join(found, ' or ')})`
}

/** The page's rows of keys and one more, each source cut to that many before they are united. */
function pageRows(page: Page): Sql {
  const { order, after, before, size, backward, compiler } = page
  const ordered = Prisma.join(
    order.keys.map((key) => Prisma.sql`${Prisma.raw(key.name)} ${direction(order.descending !== backward)}`),
  )
  const parts = sourcesOf(page).map(({ edge, rows }) => {
    const keys = keyRow(order, edge)
    const within = [
      ...(after === null ? [] : [Prisma.sql`${keys} ${comparison(order, true)} ${after}`]),
      ...(before === null ? [] : [Prisma.sql`${keys} ${comparison(order, false)} ${before}`]),
    ]
    return Prisma.sql`(select ${keyColumns(order, edge)} from ${rows.from}${where(rows, ...within)}
      order by ${ordered}${limitOf(size + 1)})`
  })
  const keys = compiler.alias()
  const cut = parts.length === 1 ? Prisma.empty : Prisma.sql` order by ${ordered}${limitOf(size + 1)}`
  return Prisma.sql`select ${keys}.*, row_number() over (order by ${ordered}) as n
    from (${Prisma.join(parts, ' union ')}) ${keys}${cut}`
}

function total(page: Page): Sql {
  const sources = sourcesOf(page)
  const [only] = sources
  if (only !== undefined && sources.length === 1) {
    return Prisma.sql`(select count(*) from ${only.rows.from}${where(only.rows)})`
  }
  const parts = sources.map(
    ({ edge, rows }) => Prisma.sql`select ${keyColumns(page.order, edge)} from ${rows.from}${where(rows)}`,
  )
  return Prisma.sql`(select count(*) from (${Prisma.join(parts, ' union ')}) ${page.compiler.alias()})`
}

function sourcesOf(page: Page): readonly { edge: Row; rows: Rows }[] {
  const edge = page.compiler.alias()
  return page.reading.sources(edge, page.parent, page.args).map((rows) => ({ edge, rows }))
}

function keyColumns(order: Order, edge: Row): Sql {
  return Prisma.join(order.keys.map((key) => Prisma.sql`${key.sql(edge)} as ${Prisma.raw(key.name)}`))
}

function direction(descending: boolean): Sql {
  return descending ? Prisma.sql`desc` : Prisma.sql`asc`
}

/** The operator by which a row's keys lie later or earlier in the order than other keys. */
function comparison(order: Order, later: boolean): Sql {
  return later === order.descending ? Prisma.sql`<` : Prisma.sql`>`
}
