import { Prisma } from '../../store/generated/client.ts'
import { bounded, survivor } from '../../store/read/entity-ids.ts'
import { decodeId, type IdType, idLetters } from '../../store/read/global-id.ts'
import { many, one, type Row, type Sql, sql, type Variant, variants } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { Node } from '../node.ts'
import { ask } from '../read.ts'

/** Where the rows of each type with an id lie. */
const tables: Readonly<Record<IdType, string>> = {
  Document: 'document',
  Article: 'article',
  Person: 'entity',
  Country: 'entity',
  Organization: 'entity',
  Place: 'entity',
  Event: 'event',
  Quote: 'quote',
  Source: 'source',
  Story: 'story',
  Mention: 'mention',
  Correction: 'correction',
}
const nodeTypes = Object.keys(tables) as IdType[]

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Whatever has an id; null when nothing has it (any more).',
    args: { id: t.arg.id({ required: true, description: 'An id of any type.' }) },
    ...ask(
      variants((_, args: { id: string }) => {
        const { type, uuid } = decodeId(args.id, nodeTypes)
        return [nodeOf(type, sql`true`, sql`${uuid}::uuid`)]
      }),
    ),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'Whatever has these ids, in their order; null for an id that nothing has (any more).',
    args: { ids: t.arg.idList({ required: true, description: 'Ids of any types, at most 100.' }) },
    ...ask(many((row, _, args: { ids: readonly string[] }) => idRows(row, args.ids), variants(nodeOfRow))),
  }),
}))

function idRows(row: Row, ids: readonly string[]) {
  const decoded = bounded('ids', ids).map((id) => decodeId(id, nodeTypes))
  const letters = decoded.map(({ type }) => idLetters[type])
  const uuids = decoded.map(({ uuid }) => uuid)
  return {
    from: sql`unnest(${letters}::text[], ${uuids}::uuid[]) with ordinality as ${row}(letter, id, place)`,
    orderBy: sql`${row}.place`,
  }
}

function nodeOfRow(row: Row): readonly Variant[] {
  return nodeTypes.map((type) => nodeOf(type, sql`${row}.letter = ${idLetters[type]}`, sql`${row}.id`))
}

function nodeOf(type: IdType, when: Sql, id: Sql): Variant {
  const name = tables[type]
  const table = Prisma.raw(name)
  const condition = (node: Row) => (name === 'entity' ? hasKind(node, type, id) : sql`${node}.id = ${id}`)
  return { type, when, reading: one((node) => ({ from: sql`${table} ${node}`, where: condition(node) })) }
}

function hasKind(entity: Row, type: IdType, id: Sql): Sql {
  return sql`${entity}.id = ${survivor(id)} and ${entity}.kind = ${type.toUpperCase()}::entity_kind`
}
