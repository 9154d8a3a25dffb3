import { expect, test } from 'vitest'
import { smallGraph } from '../support/knowledge.ts'
import { build, type Draft } from '../support/knowledge-draft.ts'
import { type Data, openGraph } from './open-graph.ts'

/** Beside the small graph a chain that only articles hold together. */
const chain: Draft = {
  source: null,
  articles: [
    article('خبر الأول والثاني', [
      ['الأول', 'PERSON one'],
      ['الثاني', 'PERSON two'],
    ]),
    article('خبر الثاني والثالث', [
      ['الثاني', 'PERSON two'],
      ['الثالث', 'PERSON three'],
    ]),
    article('خبر الثالث والرابع', [
      ['الثالث', 'PERSON three'],
      ['الرابع', 'PERSON four'],
    ]),
    article('خبر الرابع والخامس', [
      ['الرابع', 'PERSON four'],
      ['الخامس', 'PERSON five'],
    ]),
    article('خبر الخامس والسادس', [
      ['الخامس', 'PERSON five'],
      ['السادس', 'PERSON six'],
    ]),
  ],
}
const graph = await openGraph([...smallGraph, build(chain)])
const ids = new Map<string, string>()
const { persons, countries, places, organizations } = await graph.ask(`{ persons { nodes { id name } }
  countries { nodes { id name } } places { nodes { id name } } organizations { nodes { id name } } }`)
for (const { nodes } of [persons, countries, places, organizations]) {
  for (const { id, name } of nodes) ids.set(name, id)
}
const chained = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => ids.get(`PERSON ${name}`) ?? '')

async function path(from: string, to: string, args = ''): Promise<Data[] | null> {
  const data = await graph.ask(
    `query($from: ID!, $to: ID!) { path(from: $from, to: $to ${args}) { from { id } to { id } via { __typename ... on Article { id headline } ... on Event { type } }
      evidence { text field start end article { id headline text mentions { entity { id } } } sentence { text } } } }`,
    { from, to },
  )
  return data.path
}

const steps = (hops: Data[] | null) => hops?.map(({ from, to }) => [from.id, to.id])

test('each hop of a way begins where the last one ended', async () => {
  const [one = '', two, three, four, five = ''] = chained
  const hops = await path(one, five)
  expect(steps(hops)).toEqual([
    [one, two],
    [two, three],
    [three, four],
    [four, five],
  ])
  expect(steps(await path(five, one))).toEqual(
    steps(hops)
      ?.map(([from, to]) => [to, from])
      .toReversed(),
  )
})

test('a way longer than allowed is none; the same entity is no way at all', async () => {
  const [one = '', , three = '', , , six = ''] = chained
  expect(await path(one, six)).toBeNull()
  expect(await path(one, three, 'maxHops: 1')).toBeNull()
  expect(await path(one, three, 'maxHops: 2')).toHaveLength(2)
  expect(await path(one, one)).toEqual([])
  expect(await path(one, ids.get('الأردن') ?? '')).toBeNull()
})

test('an event is the stronger link, and its clause the evidence', async () => {
  const [hop] = (await path(ids.get('ليلى الأدهم') ?? '', ids.get('كنان دورماز') ?? '')) ?? []
  expect(hop.via).toEqual({ __typename: 'Event', type: 'CONSULT' })
  expect(hop.evidence.text).toContain('met Kenan Durmaz')
})

test('every hop has its words, in an article that mentions both', async () => {
  const all = [...ids.values()]
  for (const from of all) {
    for (const to of all) {
      for (const { via, evidence, ...hop } of (await path(from, to)) ?? []) {
        const text = evidence.field === 'TEXT' ? evidence.article.text : evidence.article.headline
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text)
        const mentioned = evidence.article.mentions.map(({ entity }: Data) => entity.id)
        if (via.__typename === 'Article') expect(mentioned).toEqual(expect.arrayContaining([hop.from.id, hop.to.id]))
      }
    }
  }
})

test('the same question has the same answer', async () => {
  const [from, to] = [ids.get('عمّان') ?? '', ids.get('وزارة الخارجية التركية') ?? '']
  expect(await path(from, to)).toEqual(await path(from, to))
})

function article(headline: string, who: readonly (readonly [string, string])[]): Draft['articles'][number] {
  const mentions = who.map(([words, key]) => [0, words, key] as const)
  return { kind: 'MAIN', language: 'ar', publishedOn: '2025-03-01', headline, sentences: [], mentions }
}
