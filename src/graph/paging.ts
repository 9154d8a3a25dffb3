import { page } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { read } from './read.ts'

/** A page's arguments, as every connection takes them. */
export type PagingArgs = {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

const PageInfo = builder.objectRef<Answer>('PageInfo')

builder.objectType(PageInfo, {
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({ description: 'Whether anything comes after the page.', ...read(page('hasNextPage')) }),
    hasPreviousPage: t.boolean({
      description: 'Whether anything comes before the page.',
      ...read(page('hasPreviousPage')),
    }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of its first edge, for `before`; null when the page is empty.',
      ...read(page('startCursor')),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of its last edge, for `after`; null when the page is empty.',
      ...read(page('endCursor')),
    }),
  }),
})

type NodeRef = PothosSchemaTypes.ObjectRef<typeof builder.$inferSchemaTypes, Answer>

/** The connection type of a node type, shared by every field that pages through such nodes, and its edge. */
export function connectionOf(name: string, node: NodeRef, things: string) {
  const Edge = builder.objectRef<Answer>(`${name}Edge`)
  const Connection = builder.objectRef<Answer>(`${name}Connection`)
  builder.objectType(Edge, {
    description: `One of ${things} in a list, and its place there.`,
    fields: (t) => ({
      cursor: t.string({ description: 'Its place in the list, for `after` and `before`.', ...read(page('cursor')) }),
      node: t.field({ type: node, description: 'What stands at that place.', ...read(page('node')) }),
    }),
  })
  builder.objectType(Connection, {
    description: `A page of ${things}. Pages stay where they are while rows come and go.`,
    fields: (t) => ({
      edges: t.field({ type: [Edge], description: 'The page, each with its cursor.', ...read(page('edges')) }),
      nodes: t.field({ type: [node], description: 'The page without cursors.', ...read(page('nodes')) }),
      pageInfo: t.field({ type: PageInfo, description: 'Where the page lies.', ...read(page('pageInfo')) }),
      totalCount: t.int({
        description: 'How many there are on all pages. Counted only when asked for.',
        ...read(page('totalCount')),
      }),
    }),
  })
  return Connection
}

/** The arguments of a connection. */
export const pagingArgs = builder.args((t) => ({
  first: t.int({ description: 'How many from the start (or after `after`), 1 to 100; 20 when left out.' }),
  after: t.string({ description: 'Only what comes after this cursor; from the start when left out.' }),
  last: t.int({ description: 'How many from the end (or before `before`), 1 to 100; not together with `first`.' }),
  before: t.string({ description: 'Only what comes before this cursor; to the end when left out.' }),
}))
