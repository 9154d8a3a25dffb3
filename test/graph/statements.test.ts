import { expect, test } from 'vitest'
import { smallGraph } from '../support/knowledge.ts'
import { build, type Draft } from '../support/knowledge-draft.ts'
import { loadKnowledge } from '../support/load.ts'
import { openGraph } from './open-graph.ts'

const graph = await openGraph(smallGraph)
const { persons, articles, events, stories, documents, places } = await idsOf()

async function idsOf() {
  const data = await graph.ask(`{
    persons { nodes { id } } places { nodes { id } } articles { nodes { id document { id } } } events { nodes { id } } stories { nodes { id } }
  }`)
  const ids = (name: string): string[] => data[name].nodes.map(({ id }: { id: string }) => id)
  return {
    persons: ids('persons'),
    places: ids('places'),
    articles: ids('articles'),
    events: ids('events'),
    stories: ids('stories'),
    documents: data.articles.nodes.map((node: { document: { id: string } }) => node.document.id) as string[],
  }
}

/** Each root field with a selection as deep as people ask. */
const entity = `id kind name(language: "en") articleCount aliases { text } mentions(first: 3) { totalCount nodes { form evidence { text article { headline } } } }
  articles(first: 3) { edges { cursor node { headline source { name } } } pageInfo { hasNextPage } }
  events(first: 3) { nodes { type participants { role entity { name } } } } coMentioned(first: 3) { articleCount entity { name } evidence { text } }`
const article = `id headline publishedOn source { name country { code } } persons { ${entity} roles { title country { code } evidence { text } } }
  countries { code alpha3 } organizations { country { code } } places { latitude country { code } } sentences { text }
  mentions(kinds: [PERSON]) { entity { name } } reports { status date { edtf basis } evidence { text } attribution { text } event { headline } } events { id }
  quotes { text speaker { name } attribution { text } } story { headline articles(first: 2) { nodes { headline } } } document { notes { code } }`
const event = `id type status date { edtf } place { name } country { code } participants { entity { name } } reports(first: 5) { totalCount nodes { evidence { text } } }`

const questions: Readonly<Record<string, string>> = {
  node: `node(id: "${persons[0]}") { id ... on Person { ${entity} } }`,
  nodes: `nodes(ids: ["${persons[0]}", "${articles[0]}", "${events[0]}"]) { id ... on Article { headline } ... on Event { type } ... on Entity { name } }`,
  document: `document(by: { id: "${documents[0]}" }) { id parts { kind text } articles { ${article} } }`,
  article: `article(id: "${articles[0]}") { ${article} }`,
  articles: `articles(first: 100) { totalCount nodes { ${article} } pageInfo { hasNextPage endCursor } }`,
  person: `person(by: { id: "${persons[0]}" }) { ${entity} quotes { nodes { text } } }`,
  persons: `persons(first: 100, orderBy: NAME) { totalCount nodes { ${entity} } }`,
  country: `country(code: "JO") { ${entity} persons { nodes { name } } }`,
  countries: `countries { nodes { ${entity} } }`,
  organization: `organization(by: { name: "وزارة الخارجية التركية" }) { ${entity} country { code } }`,
  organizations: `organizations { nodes { ${entity} } }`,
  place: `place(by: { id: "${places[0]}" }) { ${entity} latitude longitude }`,
  places: `places { nodes { ${entity} } }`,
  event: `event(id: "${events[0]}") { ${event} }`,
  events: `events(first: 100) { totalCount nodes { ${event} } }`,
  quotes: `quotes(first: 100) { nodes { text speaker { name } attribution { text entity { name } } evidence { text } } }`,
  story: `story(id: "${stories[0]}") { headline articles { nodes { headline } } entities { name } events { ${event} } }`,
  stories: `stories { nodes { headline articleCount entities(first: 5) { name } events { headline } } }`,
  sources: `sources { nodes { name country { code } articles(first: 5) { totalCount nodes { headline } } } }`,
  search: `search(text: "الأردن") { totalCount nodes { kind matches item { __typename ... on Article { headline } ... on Country { ${entity} } } } }`,
  timeline: `timeline(metric: EVENTS, interval: DAY, from: "2025-01-01T00:00:00Z", to: "2025-03-01T00:00:00Z") { time value label }`,
  path: `path(from: "${persons[0]}", to: "${places[0]}") { from { name } to { name } via { __typename } evidence { text } }`,
}

const countAll = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const [name, question] of Object.entries(questions)) {
    counts[name] = await graph.count(() => graph.ask(`{ ${question} }`))
  }
  return counts
}

test('a root field costs one statement, a path two, however many rows there are', async () => {
  const few = await countAll()
  expect(few).toEqual({ ...Object.fromEntries(Object.keys(questions).map((name) => [name, 1])), path: 2 })
  await loadKnowledge(graph.database, [documentOf(500)])
  expect(await countAll()).toEqual(few)
})

test('an operation costs as much as its root fields', async () => {
  const both = () => graph.ask(`{ a: ${questions['articles']} b: ${questions['persons']} }`)
  expect(await graph.count(both)).toBe(2)
})

/** One document with as many articles, each with mentions, a report and a quote. */
function documentOf(count: number) {
  const article = (i: number): Draft['articles'][number] => ({
    kind: i === 0 ? 'MAIN' : 'EMBEDDED',
    language: 'ar',
    publishedOn: `2025-02-${String(1 + (i % 28)).padStart(2, '0')}`,
    headline: `خبر ${i} عن الأردن`,
    sentences: [`زارت ليلى الأدهم عمّان في المرة ${i}.`, `وقالت الأدهم "هذه المرة ${i}".`],
    mentions: [
      [0, 'الأردن', 'COUNTRY JO'],
      [1, 'ليلى الأدهم', 'PERSON layla'],
      [1, 'عمّان', 'PLACE amman'],
    ],
    reports: [
      { sentence: 1, type: 'CONSULT', trigger: 'زارت', participants: ['ACTOR PERSON layla'], place: 'PLACE amman' },
    ],
    quotes: [[2, `هذه المرة ${i}`, 'PERSON layla', 'الأدهم']],
  })
  const source = { key: 'almarfa', name: 'صحيفة المرفأ', domain: 'almarfa.example', countryCode: 'JO' }
  return build({ source, articles: Array.from({ length: count }, (_, i) => article(i)) })
}
