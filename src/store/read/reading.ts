import { Prisma } from '../generated/client.ts'

/**
 * Where the value of a field lies, said once. A field of the schema carries a `Reading`; the compiler turns the
 * selection below a root field into one statement by nothing but these, and knows no table itself.
 */
export type Reading<Args = Arguments> =
  | ValueReading<Args>
  | HereReading
  | OneReading<Args>
  | ManyReading<Args>
  | VariantReading<Args>
  | ConnectionReading<Args>
  | PageReading

export type Sql = Prisma.Sql
/** The alias of a row in scope: `sql`${article}.headline`` is a column of it. */
export type Row = Sql
export type Arguments = Readonly<Record<string, unknown>>

/** Rows of a FROM item. `from` names the child's alias; sort keys are total, so that answers are the same every time. */
export type Rows = {
  readonly from: Sql
  readonly where?: Sql
  readonly orderBy?: Sql
  /** The list is cut to so many. */
  readonly limit?: number
  /** How many rows are taken to come when the size of an answer is estimated; 10 where nothing says more. */
  readonly expected?: number
}
export type Relation<Args = Arguments> = (child: Row, parent: Row, args: Args) => Rows

/** A scalar, an enum, or a list of them: any expression that `to_json` renders as the schema's scalars would. */
export type ValueReading<Args> = { readonly kind: 'value'; readonly sql: (row: Row, args: Args) => Sql }
/** An object whose fields lie on the parent's row; null where `when` does not hold. */
export type HereReading = { readonly kind: 'here'; readonly when?: (row: Row) => Sql }
/** The one row of a relation, or null. */
export type OneReading<Args> = { readonly kind: 'one'; readonly rows: Relation<Args>; readonly item: Reading<never> }
/** All rows of a relation that is bounded by its nature, in its order. */
export type ManyReading<Args> = { readonly kind: 'many'; readonly rows: Relation<Args>; readonly item: Reading<never> }
/** The first variant whose condition holds; each is of its own type (an object or an interface of the schema). */
export type VariantReading<Args> = {
  readonly kind: 'variants'
  readonly variants: (row: Row, args: Args) => readonly Variant[]
}
export type Variant = { readonly type: string; readonly when: Sql; readonly reading: Reading<never> }

/** A page of an unbounded list, by keyset. */
export type ConnectionReading<Args> = {
  readonly kind: 'connection'
  /** Where the keys lie; several sources are united, each cut to the page before, so that each can follow its index. */
  readonly sources: (edge: Row, parent: Row, args: Args) => readonly Rows[]
  readonly order: (args: Args) => Order
  /** The node of a row of keys, whose columns are the order's names. */
  readonly node: Relation<Args>
  readonly item: Reading<never>
}

/** A part of a connection, an edge or a page's info; which one decides what the compiler puts there. */
export type PageReading = {
  readonly kind: 'page'
  readonly part:
    | 'edges'
    | 'nodes'
    | 'pageInfo'
    | 'totalCount'
    | 'cursor'
    | 'node'
    | 'hasNextPage'
    | 'hasPreviousPage'
    | 'startCursor'
    | 'endCursor'
}

export type KeyType = 'date' | 'integer' | 'text' | 'uuid'
/** A total order by columns that are never null, the last of them unique; all run the same way. */
export type Order = {
  /** Goes into the cursor: a cursor of another order is refused. */
  readonly name: string
  readonly descending: boolean
  readonly keys: readonly { readonly name: string; readonly type: KeyType; readonly sql: (edge: Row) => Sql }[]
}

const here: HereReading = { kind: 'here' }

export const sql = Prisma.sql

/** A column of the row. `name` is one of ours, never a client's. */
export function column(name: string): ValueReading<unknown> {
  const identifier = Prisma.raw(name)
  return { kind: 'value', sql: (row) => sql`${row}.${identifier}` }
}

export function value<Args>(expression: (row: Row, args: Args) => Sql): ValueReading<Args> {
  return { kind: 'value', sql: expression }
}

/** An object on the parent's own row: evidence on a mention, the date on an event. */
export function onRow(when?: (row: Row) => Sql): HereReading {
  return when === undefined ? here : { kind: 'here', when }
}

export function one<Args>(rows: Relation<Args>, item: Reading<never> = here): OneReading<Args> {
  return { kind: 'one', rows, item }
}

export function many<Args>(rows: Relation<Args>, item: Reading<never> = here): ManyReading<Args> {
  return { kind: 'many', rows, item }
}

export function variants<Args>(list: (row: Row, args: Args) => readonly Variant[]): VariantReading<Args> {
  return { kind: 'variants', variants: list }
}

export function connection<Args>(
  parts: Omit<ConnectionReading<Args>, 'kind' | 'item'> & { readonly item?: Reading<never> },
): ConnectionReading<Args> {
  return { kind: 'connection', item: here, ...parts }
}

export function page(part: PageReading['part']): PageReading {
  return { kind: 'page', part }
}
