import { Prisma } from '../store/generated/client.ts'
import { globalIdSql, type IdType, idLetters } from '../store/read/global-id.ts'
import { type Row, sql, value } from '../store/read/reading.ts'
import { builder } from './builder.ts'
import { read, typeOf } from './read.ts'

export const Node = builder.interfaceRef<object>('Node')

builder.interfaceType(Node, {
  description: 'Anything with an id, so that `node` can fetch it.',
  resolveType: typeOf,
  fields: (t) => ({
    id: t.id({
      description:
        'Opaque, ASCII, and the same in every database that holds the same documents. Never null, and never given to another thing.',
      resolve: () => {
        throw new Error('Each type says where its id lies.')
      },
    }),
  }),
})

/** The `id` of a type that has its own table. */
export function idOf(type: IdType) {
  const letter = Prisma.raw(`'${idLetters[type]}'`)
  return read(value((row: Row) => globalIdSql(letter, sql`${row}.id`)))
}
