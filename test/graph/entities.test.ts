import { expect, test } from 'vitest'
import { encodeId } from '../../src/store/read/global-id.ts'
import { smallGraph } from '../support/knowledge.ts'
import { type Data, openGraph } from './open-graph.ts'

const graph = await openGraph(smallGraph)

test('an entity is found by any whole name in any spelling, by id, and a country by either code', async () => {
  const byName = (name: string) =>
    graph.ask('query($name: String!) { person(by: { name: $name }) { id name } }', { name })
  const { person } = await byName('كنان دورماز')
  for (const name of ['كِنان دورماز', 'كنـان دورماز', 'Kenan Durmaz', 'KENAN DURMAZ', 'Durmaz']) {
    expect((await byName(name)).person).toEqual(person)
  }
  expect((await byName('كنان')).person).toBeNull()
  expect((await graph.ask(`{ person(by: { id: "${person.id}" }) { id name } }`)).person).toEqual(person)
  const data = await graph.ask('{ a: country(code: "jo") { id alpha3 } b: country(code: "JOR") { id alpha3 } }')
  expect(data.a).toEqual(data.b)
})

test('names come in the language asked for, where there is one', async () => {
  const data = await graph.ask(
    '{ country(code: "JO") { name ar: name(language: "ar") en: name(language: "en-GB") fr: name(language: "fr") } }',
  )
  expect(data.country).toEqual({ name: 'الأردن', ar: 'الأردن', en: 'Jordan', fr: 'الأردن' })
})

test('an article without a source is whole, and so are those beside it', async () => {
  const { articles } = await graph.ask('{ articles { nodes { headline source { name domain country { code } } } } }')
  expect(articles.nodes).toHaveLength(4)
  expect(articles.nodes.filter(({ source }: Data) => source === null)).toHaveLength(1)
})

test('who is mentioned together, with the words of a shared sentence where there is one', async () => {
  const { person } = await graph.ask(`{ person(by: { name: "ليلى الأدهم" }) {
    all: coMentioned { entity { name kind } articleCount evidence { text sentence { text } article { headline } } }
    few: coMentioned(kinds: [COUNTRY], first: 1) { entity { name } }
    english: coMentioned(where: { language: "en" }) { entity { name } articleCount } } }`)
  const kenan = person.all.find(({ entity }: Data) => entity.name === 'كنان دورماز')
  expect(kenan.articleCount).toBe(2)
  expect(kenan.evidence.sentence.text).toContain('Layla al-Adham met Kenan Durmaz')
  expect(person.few).toHaveLength(1)
  expect(person.english.every(({ articleCount }: Data) => articleCount === 1)).toBe(true)
  expect(person.all.map(({ entity }: Data) => entity.name)).not.toContain('ليلى الأدهم')
})

test('the persons of a country are those with a role of it', async () => {
  const data = await graph.ask(
    '{ countries { nodes { code persons { nodes { name roles { title country { code } } } } } } }',
  )
  const persons = new Map(
    data.countries.nodes.map((node: Data) => [node.code, node.persons.nodes.map(({ name }: Data) => name)]),
  )
  expect(persons.get('JO')).toEqual(['ليلى الأدهم'])
  expect(persons.get('TR')).toEqual([])
})

test('what happens at a place or in a country is among its events', async () => {
  const data = await graph.ask(
    '{ places { nodes { events { totalCount nodes { type } } } } country(code: "JO") { events { totalCount nodes { type } } } }',
  )
  expect(data.places.nodes[0].events).toEqual({ totalCount: 1, nodes: [{ type: 'CONSULT' }] })
  expect(data.country.events.totalCount).toBe(3)
})

test('an event shows what each report says of it, and the outlet first in its chain', async () => {
  const { events } = await graph.ask(`{ events(where: { types: [CONSULT] }) { nodes { sourceCount independentCount
    reports { nodes { date { expression basis } attribution { text } evidence { text article { source { name } } } } } } } }`)
  const [{ reports, ...counts }] = events.nodes
  expect(counts).toEqual({ sourceCount: 2, independentCount: 2 })
  expect(reports.nodes.map(({ date }: Data) => date.basis)).toEqual(['STATED', 'RELATIVE_TO_PUBLICATION'])
  for (const { attribution, evidence } of reports.nodes)
    expect(attribution).toEqual([{ text: evidence.article.source.name }])
  const { quotes } = await graph.ask(
    '{ quotes { nodes { attribution { text entity { name } anonymous } evidence { article { source { name } } } } } }',
  )
  for (const { attribution, evidence } of quotes.nodes) expect(attribution[0].text).toBe(evidence.article.source.name)
})

test('the id of an entity that was merged goes on answering, with the one that stays', async () => {
  const { person } = await graph.ask('{ person(by: { name: "كنان دورماز" }) { id } }')
  const rows = graph.database.prisma.entity
  const kept = await rows.findFirstOrThrow({ where: { kind: 'PERSON', key: 'layla' } })
  const first = await rows.create({
    data: {
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'PERSON',
      key: 'l',
      name: 'ليلى',
      language: 'ar',
      mergedIntoId: kept.id,
    },
  })
  await rows.create({
    data: {
      id: '00000000-0000-4000-8000-000000000002',
      kind: 'PERSON',
      key: 'll',
      name: 'ليلى ا',
      language: 'ar',
      mergedIntoId: first.id,
    },
  })
  const id = encodeId('Person', '00000000-0000-4000-8000-000000000002')
  const data =
    await graph.ask(`{ node(id: "${id}") { ... on Person { name } } nodes(ids: ["${id}"]) { ... on Person { name } }
    person(by: { id: "${id}" }) { name } articles(where: { mentionsAll: ["${id}"] }) { totalCount } persons { totalCount }
    search(text: "ليلى", kinds: [PERSON]) { totalCount } path(from: "${id}", to: "${person.id}") { from { name } } }`)
  expect(data).toEqual({
    node: { name: 'ليلى الأدهم' },
    nodes: [{ name: 'ليلى الأدهم' }],
    person: { name: 'ليلى الأدهم' },
    articles: { totalCount: 2 },
    persons: { totalCount: 2 },
    search: { totalCount: 1 },
    path: [{ from: { name: 'ليلى الأدهم' } }],
  })
})
