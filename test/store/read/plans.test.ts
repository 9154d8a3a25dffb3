import { graphql } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../../src/graph/schema.ts'
import { Prisma } from '../../../src/store/generated/client.ts'
import { openGraph } from '../../graph/open-graph.ts'
import { smallGraph } from '../../support/knowledge.ts'

const graph = await openGraph(smallGraph)
const { persons, countries, events, sources, stories } =
  await graph.ask(`{ persons { nodes { id } } countries { nodes { id } }
  events { nodes { id } } sources { nodes { id } } stories { nodes { id } } }`)
const cursor = await graph.ask('{ articles(first: 1) { pageInfo { endCursor } } }')
const after: string = cursor.articles.pageInfo.endCursor

type Node = { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly Plans?: readonly Node[] }

/** The plan of the statement that answers a root field, were its tables large. */
async function planOf(source: string): Promise<readonly Node[]> {
  let plan: Node | undefined
  const explain = async (statement: Prisma.Sql) => {
    await graph.database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`
      await tx.$executeRaw`set local enable_bitmapscan = off`
      const [row] = await tx.$queryRaw<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(
        Prisma.sql`explain (format json) ${statement}`,
      )
      plan = row?.['QUERY PLAN'][0].Plan
    })
    return [{ answer: 'null' }]
  }
  await graphql({ schema, source, contextValue: { ...graph.context, prisma: { $queryRaw: explain } } })
  if (plan === undefined) throw new Error(`no statement: ${source}`)
  return flat(plan)
}

function flat(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)]
}

/** Each list with the index that its page follows. */
const lists: readonly (readonly [string, string])[] = [
  [`{ articles(after: "${after}", where: { kinds: [MAIN] }) { nodes { id } } }`, 'article_kind_sort_idx'],
  [`{ events(after: "${after}") { nodes { id } } }`, 'event_sort_idx'],
  [`{ events(after: "${after}", where: { types: [CONSULT] }) { nodes { id } } }`, 'event_type_sort_idx'],
  [
    `{ events(after: "${after}", where: { participant: "${persons.nodes[0].id}" }) { nodes { id } } }`,
    'event_participant_entity_sort_idx',
  ],
  [`{ quotes(after: "${after}") { nodes { id } } }`, 'quote_sort_idx'],
  [`{ stories(after: "${after}") { nodes { id } } }`, 'story_sort_idx'],
  ['{ persons { nodes { id } } }', 'entity_kind_count_idx'],
  ['{ persons(orderBy: NAME) { nodes { id } } }', 'entity_kind_name_idx'],
  ['{ sources { nodes { id } } }', 'source_name_idx'],
  [
    `{ node(id: "${persons.nodes[0].id}") { ... on Person { mentions(after: "${after}") { nodes { id } } } } }`,
    'mention_entity_sort_idx',
  ],
  [
    `{ node(id: "${persons.nodes[0].id}") { ... on Person { quotes(after: "${after}") { nodes { id } } } } }`,
    'quote_speaker_sort_idx',
  ],
  [
    `{ node(id: "${countries.nodes[0].id}") { ... on Country { articles(after: "${after}") { nodes { id } } } } }`,
    'article_entity_entity_sort_idx',
  ],
  [
    `{ node(id: "${events.nodes[0].id}") { ... on Event { reports(after: "${after}") { nodes { confidence } } } } }`,
    'event_report_event_sort_idx',
  ],
  [
    `{ node(id: "${sources.nodes[0].id}") { ... on Source { articles(after: "${after}") { nodes { id } } } } }`,
    'article_source_sort_idx',
  ],
  [
    `{ node(id: "${stories.nodes[0].id}") { ... on Story { articles(after: "${after}") { nodes { id } } } } }`,
    'article_story_sort_idx',
  ],
]

test.each(lists)('the page of %s follows %s', async (source, index) => {
  const plan = await planOf(source)
  expect(plan.map((node) => node['Index Name']).filter((name) => name !== undefined)).toContain(index)
  expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
  // The one sort that may be is of the page's own rows, which are put together in their order.
  const keys = plan.find((node) => node['Node Type'] === 'Limit')
  expect(keys === undefined ? ['no page'] : flat(keys).map((node) => node['Node Type'])).not.toContain('Sort')
})

test('an event of an entity is found along an index, whatever ties it to it', async () => {
  const plan = await planOf(
    `{ node(id: "${countries.nodes[0].id}") { ... on Country { events(after: "${after}") { nodes { id } } } } }`,
  )
  const indexes = plan.map((node) => node['Index Name'])
  expect(indexes).toEqual(
    expect.arrayContaining(['event_participant_entity_sort_idx', 'event_place_sort_idx', 'event_country_sort_idx']),
  )
})
