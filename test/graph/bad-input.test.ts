import { expect, test } from 'vitest'
import { smallGraph } from '../support/knowledge.ts'
import { openGraph } from './open-graph.ts'

const graph = await openGraph(smallGraph)
const { persons, articles } = await graph.ask('{ persons { edges { cursor node { id } } } articles { nodes { id } } }')
const person: string = persons.edges[0].node.id
const cursor: string = persons.edges[0].cursor
const article: string = articles.nodes[0].id
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tooMany = Array.from({ length: 101 }, () => person)

const refused: Readonly<Record<string, string>> = {
  'first of 0': '{ articles(first: 0) { totalCount } }',
  'first of 101': '{ articles(first: 101) { totalCount } }',
  'negative first': '{ articles(first: -1) { totalCount } }',
  'last of 101': '{ persons(last: 101) { totalCount } }',
  'first with last': '{ articles(first: 1, last: 1) { totalCount } }',
  'a cursor of nobody': '{ articles(after: "zzz") { totalCount } }',
  'an empty cursor': '{ articles(after: "") { totalCount } }',
  'a cut cursor': `{ persons(after: "${cursor.slice(0, -5)}") { totalCount } }`,
  'a cursor of another order': `{ persons(orderBy: NAME, after: "${cursor}") { totalCount } }`,
  'a cursor of another version': `{ articles(after: "${forged([2, 'newest', '2025-01-01', '00000000-0000-0000-0000-000000000000'])}") { totalCount } }`,
  'a cursor with a day that is none': `{ articles(after: "${forged([1, 'newest', '2025-02-30', '00000000-0000-0000-0000-000000000000'])}") { totalCount } }`,
  'a cursor with too few keys': `{ articles(after: "${forged([1, 'newest', '2025-02-01'])}") { totalCount } }`,
  'a cursor with an object': `{ articles(after: "${forged([1, 'newest', { a: 1 }, 'x'])}") { totalCount } }`,
  'a cursor that is no list': `{ articles(after: "${forged({ a: 1 })}") { totalCount } }`,
  'a cursor of a megabyte': `{ articles(before: "${'A'.repeat(1_000_000)}") { totalCount } }`,
  'a bad cursor deep inside': `{ persons { nodes { articles(after: "!") { totalCount } } } }`,
  'no id': '{ node(id: "") { id } }',
  'an id of nobody': '{ node(id: "Zm9v") { id } }',
  'a cut id': `{ article(id: "${article.slice(0, -1)}") { id } }`,
  'an id that is not canonical': `{ article(id: "${article.slice(0, -1)}-") { id } }`,
  'an id of another type': `{ article(id: "${person}") { id } }`,
  'an article as an entity': `{ path(from: "${article}", to: "${person}") { via { __typename } } }`,
  'an id of another kind': `{ country: organization(by: { id: "${person}" }) { id } }`,
  'a filter with a bad id': '{ articles(where: { mentionsAll: ["x"] }) { totalCount } }',
  '101 ids in a filter': `{ articles(where: { mentionsAny: ${JSON.stringify(tooMany)} }) { totalCount } }`,
  '101 nodes': `{ nodes(ids: ${JSON.stringify(tooMany)}) { id } }`,
  'a country code of digits': '{ country(code: "12") { id } }',
  'a code in a filter': '{ events(where: { countries: ["Jordan"] }) { totalCount } }',
  'a hash that is none': '{ document(by: { sha256: "abc" }) { id } }',
  'too many buckets': '{ timeline(metric: ARTICLES, interval: DAY, from: 0, to: "2025-01-01T00:00:00Z") { value } }',
  'a timeline that ends before it begins': '{ timeline(metric: EVENTS, interval: DAY, from: 5, to: 5) { value } }',
  'five hops': `{ path(from: "${person}", to: "${person}", maxHops: 5) { via { __typename } } }`,
  'co-mentions without number': `{ persons { nodes { coMentioned(first: 0) { articleCount } } } }`,
  'NUL in an argument': '{ articles(where: { language: "a\\u0000r" }) { totalCount } }',
  'a day that is none': '{ articles(where: { from: "2025-02-30" }) { totalCount } }',
  'an instant that is none':
    '{ timeline(metric: EVENTS, interval: DAY, from: "2025-13-01T00:00:00Z", to: 5) { value } }',
}

test.each(Object.entries(refused))('%s is BAD_USER_INPUT', async (_, source) => {
  const errors = await graph.fail(source)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  expect(errors[0]?.message).not.toMatch(/prisma|select |SQL/i)
  expect(errors[0]?.message.length).toBeLessThan(300)
})

test('variables are refused as literals are', async () => {
  const errors = await graph.fail(
    'query($to: DateTime!) { timeline(metric: EVENTS, interval: DAY, from: 0, to: $to) { value } }',
    { to: 'soon' },
  )
  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('an error points at the field that is wrong', async () => {
  const [error] = await graph.fail('{ persons {\n nodes {\n articles(first: 0) { totalCount } } } }')
  expect(error?.locations).toEqual([{ line: 3, column: 2 }])
  expect(error?.path).toEqual(['persons'])
})

test('too much at once is QUERY_TOO_LARGE', async () => {
  const nested =
    '{ articles(first: 100) { nodes { persons { articles(first: 100) { nodes { persons { articles(first: 100) { nodes { id } } } } } } } } }'
  const deep = `{ persons { nodes ${'{ articles { nodes { persons '.repeat(8)} { id } ${'} } }'.repeat(8)} } }`
  for (const source of [nested, deep]) {
    const [error] = await graph.fail(source)
    expect(error?.extensions['code']).toBe('QUERY_TOO_LARGE')
  }
})

test('nothing that is typed into a search or a name is an error', async () => {
  const typed = [
    '',
    ' ',
    '"',
    "'",
    '\\',
    "') or (",
    'a & | ! :*',
    '%',
    '_',
    '\u0000',
    '\u202e',
    '<->',
    '٪',
    '😀',
    '\ud800',
    'a'.repeat(100_000),
    Array.from({ length: 50_000 }, (_, i) => `كلمة${i}`).join(' '),
    "'; drop table article; --",
  ]
  for (const text of typed) {
    const data = await graph.ask(
      'query($text: String!) { search(text: $text) { totalCount nodes { matches } } articles(where: { text: $text }) { totalCount } persons(where: { name: $text }) { totalCount } person(by: { name: $text }) { id } }',
      { text },
    )
    expect(data.search.nodes).toHaveLength(Math.min(20, data.search.totalCount))
  }
})

test('what is not there is null, not an error', async () => {
  const nobody = `${person.slice(0, 1)}${'A'.repeat(22)}`
  const data =
    await graph.ask(`{ node(id: "${nobody}") { id } nodes(ids: ["${person}", "${nobody}"]) { id } country(code: "FR") { id }
    person(by: { name: "لا أحد" }) { id } path(from: "${person}", to: "${nobody}") { via { __typename } } document(by: { sha256: "${'0'.repeat(64)}" }) { id } }`)
  expect(data).toEqual({
    node: null,
    nodes: [{ id: person }, null],
    country: null,
    person: null,
    path: null,
    document: null,
  })
})

test('an empty list asks for none of them', async () => {
  const data =
    await graph.ask(`{ articles(where: { kinds: [] }) { totalCount nodes { id } } events(where: { types: [] }) { totalCount nodes { id } }
    search(text: "الأردن", kinds: []) { totalCount } nodes(ids: []) { id } any: articles(where: { mentionsAny: [] }) { totalCount }
    all: articles(where: { mentionsAll: [] }) { totalCount } of: persons(where: { countries: [] }) { totalCount }
    person(by: { id: "${person}" }) { coMentioned(kinds: []) { articleCount } articles(where: { kinds: [] }) { totalCount } } }`)
  const none = { totalCount: 0, nodes: [] }
  expect(data).toEqual({
    articles: none,
    events: none,
    search: { totalCount: 0 },
    nodes: [],
    any: { totalCount: 0 },
    all: { totalCount: 4 },
    of: { totalCount: 0 },
    person: { coMentioned: [], articles: { totalCount: 0 } },
  })
})
