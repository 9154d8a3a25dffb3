import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isAbstractType,
} from 'graphql'
import { Prisma } from '../generated/client.ts'
import { compileConnection } from './connection.ts'
import { jsonArray, jsonObject, jsonOrNull, jsonValue, type Member } from './json.ts'
import type { Arguments, Reading, Relation, Row, Rows, Sql, Variant } from './reading.ts'
import { limitOf, where } from './rows.ts'
import { concreteTypes, type Operation, type Slot, slots } from './selection.ts'

/** How much one root field may ask for, whatever the operation's text is worth. */
const readLimits = { depth: 16, fields: 4000, rows: 500_000 } as const

/** The rows that a list without a page size is taken to have. */
const listEstimate = 10

/** A value to compile: its type, what is selected below it, and how deep and how often it stands there. */
export type Place = {
  readonly type: GraphQLNamedType
  readonly nodes: readonly FieldNode[]
  readonly depth: number
  readonly times: number
  /** Whether the answer says which type the object is, because the schema does not. */
  readonly named: boolean
}

/** Where to find what discriminates the rows of an abstract type: on the object type, as `extensions.sql`. */
type TypeReading = { readonly is: (row: Row) => Sql }

/**
 * Turns the selection below a root field into one expression of type text whose value is the answer's JSON: each object
 * by response key, with `$type` where its type is abstract.
 */
export class Compiler {
  readonly operation: Operation
  #aliases = 0
  #fields = 0
  #rows = 0

  constructor(operation: Operation) {
    this.operation = operation
  }

  /** A fresh alias for a row. */
  alias(): Row {
    this.#aliases += 1
    return Prisma.raw(`t${this.#aliases}`)
  }

  /** @throws GraphQLError (BAD_USER_INPUT, QUERY_TOO_LARGE) at the node that asks for it */
  read(reading: Reading<never>, place: Place, row: Row, args: Arguments): Sql {
    const known = reading as Reading
    switch (known.kind) {
      case 'value':
        return jsonValue(known.sql(row, args))
      case 'here':
        return this.#here(known.when?.(row) ?? null, this.object(place, row))
      case 'one':
        return this.#one(known.rows, known.item, place, row, args)
      case 'many':
        return this.#many(known.rows, known.item, place, row, args)
      case 'variants':
        return this.#variants(known.variants(row, args), place, row, args)
      case 'connection':
        return compileConnection(this, known, place, row, args)
      case 'page':
        throw new Error(`A page's ${known.part} lies in no connection.`)
    }
  }

  /** The fields of a place. */
  slots(place: Place): readonly Slot[] {
    return slots(this.operation, concreteTypes(this.operation, place.type), place.nodes)
  }

  /** Where a slot's value stands, below the object that has it. */
  below(slot: Slot, place: Place): Place {
    this.#count(slot, place)
    const type = getNamedType(slot.field.type)
    return { type, nodes: slot.nodes, depth: place.depth + 1, times: place.times, named: isAbstractType(type) }
  }

  /** The one row of a relation (the first, where it has an order) as JSON, or null. */
  item(rows: Rows, json: Sql): Sql {
    const first = rows.orderBy === undefined ? Prisma.empty : Prisma.sql` order by ${rows.orderBy} limit 1`
    return jsonOrNull(Prisma.sql`(select ${json} from ${rows.from}${where(rows)}${first})`)
  }

  /** The same place in each row of a list of `size`. */
  each(place: Place, size: number): Place {
    const times = place.times * size
    this.#rows += times
    if (this.#rows > readLimits.rows) {
      throw tooLarge(`This asks for more than ${readLimits.rows} objects; take smaller pages.`, place.nodes)
    }
    return { ...place, times }
  }

  /** An object whose fields lie on `row`. */
  object(place: Place, row: Row): Sql {
    const types = concreteTypes(this.operation, place.type)
    const members = this.slots(place).map((slot): Member => {
      const when = slot.types.length === types.length ? null : anyOf(slot.types, row)
      return { key: slot.key, json: this.#field(slot, place, row), when }
    })
    return jsonObject(place.named ? typeName(types, row) : null, members)
  }

  #field(slot: Slot, place: Place, row: Row): Sql {
    const below = this.below(slot, place)
    const node = slot.nodes[0]
    const args = node === undefined ? {} : getArgumentValues(slot.field, node, this.operation.variableValues)
    try {
      return this.read(readingOf(slot.field), below, row, args)
    } catch (error) {
      if (error instanceof GraphQLError && error.nodes === undefined) {
        throw new GraphQLError(error.message, { nodes: slot.nodes, extensions: error.extensions })
      }
      throw error
    }
  }

  #here(when: Sql | null, object: Sql): Sql {
    return when === null ? object : Prisma.sql`case when ${when} then ${object} else 'null' end`
  }

  #one(relation: Relation, item: Reading<never>, place: Place, row: Row, args: Arguments): Sql {
    const child = this.alias()
    return this.item(relation(child, row, args), this.read(item, place, child, args))
  }

  #many(relation: Relation, item: Reading<never>, place: Place, row: Row, args: Arguments): Sql {
    const child = this.alias()
    const rows = relation(child, row, args)
    if (rows.orderBy === undefined) throw new Error('A list without an order.')
    const { from, orderBy, limit, expected = listEstimate } = rows
    const each = this.each(place, expected)
    if (limit === undefined) {
      const json = this.read(item, each, child, args)
      return Prisma.sql`(select ${jsonArray(json, orderBy, null)} from ${from}${where(rows)})`
    }
    const cut = this.alias()
    const json = this.read(item, each, cut, args)
    return Prisma.sql`(select ${jsonArray(json, Prisma.sql`${cut}.place_in_list`, null)} from (
      select ${child}.*, row_number() over (order by ${orderBy}) as place_in_list
      from ${from}${where(rows)} order by ${orderBy}${limitOf(limit)}) ${cut})`
  }

  #variants(list: readonly Variant[], place: Place, row: Row, args: Arguments): Sql {
    const cases = list.map((variant) => {
      const type = this.operation.schema.getType(variant.type)
      if (type === undefined) throw new Error(`No type ${variant.type} in the schema.`)
      return Prisma.sql`when ${variant.when} then ${this.read(variant.reading, { ...place, type, named: true }, row, args)}`
    })
    return cases.length === 0 ? Prisma.sql`'null'` : Prisma.sql`case ${Prisma.join(cases, ' ')} else 'null' end`
  }

  #count(slot: Slot, place: Place): void {
    this.#fields += 1
    if (this.#fields > readLimits.fields) {
      throw tooLarge(`This selects more than ${readLimits.fields} fields.`, slot.nodes)
    }
    if (place.depth >= readLimits.depth) {
      throw tooLarge(`This goes deeper than ${readLimits.depth} levels.`, slot.nodes)
    }
  }
}

/** The reading that a field of the schema carries. */
function readingOf(field: GraphQLField<unknown, unknown>): Reading<never> {
  const reading = field.extensions['sql']
  if (reading === undefined) throw new Error(`The field ${field.name} says nowhere where its value lies.`)
  return reading as Reading<never>
}

function anyOf(types: readonly GraphQLObjectType[], row: Row): Sql {
  return Prisma.sql`(${Prisma.join(
    types.map((type) => is(type, row)),
    ' or ',
  )})`
}

function is(type: GraphQLObjectType, row: Row): Sql {
  const reading = type.extensions['sql'] as TypeReading | undefined
  if (reading === undefined) throw new Error(`The type ${type.name} says nowhere which rows are of it.`)
  return reading.is(row)
}

function typeName(types: readonly GraphQLObjectType[], row: Row): Sql {
  const [only, ...others] = types
  if (others.length === 0) return Prisma.sql`${`"${only?.name}"`}::text`
  const cases = types.map((type) => Prisma.sql`when ${is(type, row)} then ${`"${type.name}"`}`)
  return Prisma.sql`case ${Prisma.join(cases, ' ')} end`
}

function tooLarge(message: string, nodes: readonly FieldNode[]): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'QUERY_TOO_LARGE' } })
}
