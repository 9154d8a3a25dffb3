import { expect, test } from 'vitest'
import { undated } from '../support/knowledge.ts'
import { firstVersion, secondVersion } from '../support/versions.ts'
import { openGraph } from './open-graph.ts'

const graph = await openGraph([firstVersion, secondVersion, undated])
const older = firstVersion.articles[0]?.headline ?? ''
const newer = secondVersion.articles[0]?.headline ?? ''
const { document } = await graph.ask(
  `{ document(by: { sha256: "${firstVersion.document.sha256}" }) { articles { id headline } } }`,
)
const [{ id }] = document.articles
const { person } = await graph.ask('{ person(by: { name: "كنان دورماز" }) { id } }')

test('a superseded version is reached by its document, its id and its newer versions, whole', async () => {
  expect(document.articles).toEqual([{ id, headline: older }])
  const fields = `headline text document { sha256 } sentences { text } mentions { evidence { text } entity { id } }
    persons { id } countries { name } supersededBy { headline } versions { headline supersededBy { headline } }`
  const answer = await graph.ask(
    `{ article(id: "${id}") { ${fields} } node(id: "${id}") { ... on Article { ${fields} } } }`,
  )
  expect(answer.node).toEqual(answer.article)
  expect(answer.article).toMatchObject({
    headline: older,
    text: firstVersion.articles[0]?.text,
    document: { sha256: firstVersion.document.sha256 },
    persons: [{ id: person.id }],
    countries: [{ name: 'الأردن' }],
    supersededBy: { headline: newer },
    versions: [
      { headline: newer, supersededBy: null },
      { headline: older, supersededBy: { headline: newer } },
    ],
  })
  expect(answer.article.sentences).toHaveLength(3)
  expect(answer.article.mentions).toHaveLength(5)
})

test('the newest version, and an article that is known by nothing, are superseded by none', async () => {
  const { articles } = await graph.ask('{ articles { nodes { headline supersededBy { id } versions { headline } } } }')
  expect(articles.nodes).toEqual([
    { headline: newer, supersededBy: null, versions: [{ headline: newer }, { headline: older }] },
    { headline: 'تركيا ترحب بالحوار', supersededBy: null, versions: [{ headline: 'تركيا ترحب بالحوار' }] },
  ])
})

test('a superseded version is in no list, count, event, story or search', async () => {
  const { article } = await graph.ask(`{ article(id: "${id}") { reports { confidence } events { id } story { id } } }`)
  expect(article).toEqual({ reports: [], events: [], story: null })
  const answer = await graph.ask(`{
    articles { totalCount }
    found: articles(where: { text: "دورماز" }) { totalCount }
    mentioning: articles(where: { mentionsAll: ["${person.id}"] }) { totalCount }
    events { nodes { type articleCount } }
    quotes { totalCount }
    stories { totalCount }
    sources { nodes { articles { totalCount nodes { headline } } } }
    search(text: "دورماز") { nodes { score } }
    timeline(metric: ARTICLES, interval: YEAR, from: "2025-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z") { value }
    reports: timeline(metric: REPORTS, interval: YEAR, from: "2025-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z") { value }
    quoted: timeline(metric: QUOTES, interval: YEAR, from: "2025-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z") { value }
    country(code: "JO") { persons { totalCount } articleCount mentions { totalCount } coMentioned { entity { name } articleCount } }
    persons { nodes { id } }
  }`)
  expect(answer).toEqual({
    articles: { totalCount: 2 },
    found: { totalCount: 0 },
    mentioning: { totalCount: 0 },
    events: {
      nodes: [
        { type: 'STATEMENT', articleCount: 1 },
        { type: 'SUPPORT', articleCount: 1 },
      ],
    },
    quotes: { totalCount: 0 },
    stories: { totalCount: 0 },
    sources: { nodes: [{ articles: { totalCount: 1, nodes: [{ headline: newer }] } }] },
    search: { nodes: [] },
    timeline: [{ value: 1 }],
    reports: [{ value: 1 }],
    quoted: [{ value: 0 }],
    country: {
      persons: { totalCount: 0 },
      articleCount: 2,
      mentions: { totalCount: 3 },
      coMentioned: [{ entity: { name: 'تركيا' }, articleCount: 2 }],
    },
    persons: { nodes: [] },
  })
})

test('who is named in superseded versions alone is found by id, with nothing that counts', async () => {
  const { node } = await graph.ask(`{ node(id: "${person.id}") { ... on Person {
    name articleCount roles { title } quotes { totalCount } mentions { totalCount } articles { totalCount }
    events { totalCount } coMentioned { articleCount }
  } } }`)
  const none = { totalCount: 0 }
  expect(node).toEqual({
    ...{ name: 'كنان دورماز', articleCount: 0, roles: [], coMentioned: [] },
    ...{ quotes: none, mentions: none, articles: none, events: none },
  })
})
