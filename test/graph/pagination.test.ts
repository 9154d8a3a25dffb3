import { expect, test } from 'vitest'
import { build, type Draft } from '../support/knowledge-draft.ts'
import { loadKnowledge } from '../support/load.ts'
import { type Data, openGraph } from './open-graph.ts'

const cities = ['سرت', 'صور', 'صيدا', 'حلب', 'حمص', 'درعا', 'أربد', 'العقبة', 'آسفي', 'مراكش']

/** 200 articles of one day and five without: ties that only the id parts, and rows without a day. */
const graph = await openGraph([documentOf(205, 'خبر')])

type Page = { readonly cursors: readonly string[]; readonly ids: readonly string[]; readonly info: Data }

async function pageOf(field: string, args: string): Promise<Page> {
  const data = await graph.ask(
    `{ ${field}(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  )
  const { edges, pageInfo } = data[field]
  return {
    cursors: edges.map((edge: Data) => edge.cursor),
    ids: edges.map((edge: Data) => edge.node.id),
    info: pageInfo,
  }
}

/** All pages of a list, forwards or backwards, put together in the list's order. */
async function walk(
  field: string,
  size: number,
  backward: boolean,
  args = '',
  between?: () => Promise<void>,
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  for (let n = 0; ; n++) {
    const bound: string = cursor === null ? '' : ` ${backward ? 'before' : 'after'}: "${cursor}"`
    const page = await pageOf(field, `${backward ? 'last' : 'first'}: ${size}${bound} ${args}`)
    if (backward) ids.unshift(...page.ids)
    else ids.push(...page.ids)
    expect(page.info.startCursor).toBe(page.cursors[0] ?? null)
    expect(page.info.endCursor).toBe(page.cursors.at(-1) ?? null)
    expect(backward ? page.info.hasNextPage : page.info.hasPreviousPage).toBe(n > 0)
    if (!(backward ? page.info.hasPreviousPage : page.info.hasNextPage)) return ids
    cursor = backward ? page.info.startCursor : page.info.endCursor
    if (n === 3) await between?.()
  }
}

test('205 rows with ties and without days come once each, forwards and backwards, in both orders', async () => {
  const forward = await walk('articles', 7, false)
  expect(forward).toHaveLength(205)
  expect(new Set(forward).size).toBe(205)
  expect(await walk('articles', 7, true)).toEqual(forward)
  expect(await walk('articles', 100, false)).toEqual(forward)
  const oldest = await walk('articles', 7, false, 'orderBy: OLDEST')
  expect(oldest).toEqual(forward.toReversed())
  expect(await walk('articles', 7, true, 'orderBy: OLDEST')).toEqual(oldest)
  const days = await graph.ask('{ articles(last: 5) { nodes { publishedOn } } }')
  expect(days.articles.nodes).toEqual(Array.from({ length: 5 }, () => ({ publishedOn: null })))
})

test('a page in the middle knows that something lies on both sides', async () => {
  const all = (await pageOf('articles', 'first: 20')).cursors
  const middle = await pageOf('articles', `first: 3 after: "${all[4]}" before: "${all[10]}"`)
  expect(middle.cursors).toEqual(all.slice(5, 8))
  expect(middle.info).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  const whole = await pageOf('articles', `first: 20 after: "${all[4]}" before: "${all[10]}"`)
  expect(whole.cursors).toEqual(all.slice(5, 10))
  expect(whole.info).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  const backward = await pageOf('articles', `last: 3 after: "${all[4]}" before: "${all[10]}"`)
  expect(backward.cursors).toEqual(all.slice(7, 10))
  expect(backward.info).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  const none = await pageOf('articles', `first: 3 after: "${all[4]}" before: "${all[5]}"`)
  expect(none).toMatchObject({
    ids: [],
    info: { startCursor: null, endCursor: null, hasNextPage: true, hasPreviousPage: true },
  })
})

test('persons by name and by articles, with Arabic names in their cursors, which are ASCII', async () => {
  for (const order of ['NAME', 'ARTICLE_COUNT']) {
    const forward = await walk('persons', 3, false, `orderBy: ${order}`)
    expect(new Set(forward).size).toBe(forward.length)
    expect(forward).toHaveLength(2)
    expect(await walk('persons', 1, true, `orderBy: ${order}`)).toEqual(forward)
    const { cursors, ids } = await pageOf('persons', `first: 100 orderBy: ${order}`)
    for (const text of [...cursors, ...ids]) expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
    for (const id of ids) expect((await graph.ask(`{ node(id: "${id}") { id } }`)).node.id).toBe(id)
  }
})

test('totalCount counts all pages, whatever the page', async () => {
  const data = await graph.ask(
    '{ articles(first: 1) { totalCount } sources { totalCount } b: articles(last: 3, where: { kinds: [MAIN] }) { totalCount } }',
  )
  expect(data).toEqual({ articles: { totalCount: 205 }, sources: { totalCount: 1 }, b: { totalCount: 1 } })
})

test('rows that come between two pages neither repeat nor lose a row that was there', async () => {
  const before = await walk('articles', 100, false)
  const during = await walk('articles', 7, false, '', () => loadKnowledge(graph.database, [documentOf(9, 'عاجل')]))
  expect(during.filter((id) => before.includes(id))).toEqual(before)
  expect(new Set(during).size).toBe(during.length)
  const backwards = await walk('articles', 7, true, '', () => loadKnowledge(graph.database, [documentOf(9, 'لاحق')]))
  expect(new Set(backwards).size).toBe(backwards.length)
  expect(backwards).toEqual(expect.arrayContaining(during))
})

function documentOf(count: number, word: string) {
  const article = (i: number): Draft['articles'][number] => ({
    kind: i === 0 ? 'MAIN' : 'EMBEDDED',
    language: 'ar',
    publishedOn: i % 41 === 40 ? null : '2025-02-01',
    headline: `${word} ${i} من ${cities[i % cities.length]}`,
    sentences: ['زارت ليلى الأدهم عمّان.', 'وزارها كنان دورماز.'],
    mentions: [
      [1, 'ليلى الأدهم', 'PERSON layla'],
      [2, 'كنان دورماز', 'PERSON kenan'],
    ],
  })
  const source = { key: 'almarfa', name: 'صحيفة المرفأ', domain: 'almarfa.example', countryCode: 'JO' }
  return build({ source, articles: Array.from({ length: count }, (_, i) => article(i)) })
}
