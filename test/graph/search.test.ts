import { expect, test } from 'vitest'
import { smallGraph } from '../support/knowledge.ts'
import { build, type Draft } from '../support/knowledge-draft.ts'
import { type Data, openGraph } from './open-graph.ts'

const headlines = [
  'زيارة إلى أوكرانيا',
  'زيارة إلى اوکرانیا',
  'أمطار في آسفي',
  'سوق في مَرَّاكُش',
  'محادثات في أنقرة',
  'محادثات بأنقرة',
  'دمشق وأنقرة تتحادثان',
  'صدر الكتاب أمس',
  'بوتين يصل إلى باريس',
  'من لندن إلى وارسو وكوبا',
  'سعر البطاطس يرتفع',
  'الكلمة الأخيرة 😀 للوزير',
]
const graph = await openGraph([...smallGraph, documentOf(headlines)])

async function found(text: string, kinds = '[ARTICLE]'): Promise<string[]> {
  const data = await graph.ask(
    `query($text: String!) { search(text: $text, kinds: ${kinds}) { nodes { item { ... on Article { headline } ... on Entity { name } } } } }`,
    { text },
  )
  return data.search.nodes.map(({ item }: Data) => item.headline ?? item.name)
}

test('letters that look alike are alike, whatever the language of the document', async () => {
  const both = ['زيارة إلى أوكرانيا', 'زيارة إلى اوکرانیا']
  expect((await found('أوكرانيا')).toSorted()).toEqual(both.toSorted())
  expect((await found('اوکرانیا')).toSorted()).toEqual(both.toSorted())
})

test('alef variants, marks and composition make no difference', async () => {
  expect(await found('اسفي')).toEqual(['أمطار في آسفي'])
  expect(await found('مراكش')).toEqual(['سوق في مَرَّاكُش'])
  expect(await found('مَرّاكش')).toEqual(['سوق في مَرَّاكُش'])
  expect(await found('ا\u0655وكرانيا')).toHaveLength(2)
})

test('a word is found behind its prefixes, the bare one first', async () => {
  const all = await found('أنقرة')
  expect(all[0]).toBe('محادثات في أنقرة')
  expect(all.toSorted()).toEqual(['محادثات في أنقرة', 'محادثات بأنقرة', 'دمشق وأنقرة تتحادثان'].toSorted())
  expect(await found('كتاب')).toEqual(['صدر الكتاب أمس'])
  expect(await found('الكتاب')).toEqual(['صدر الكتاب أمس'])
})

test('first letters that look like prefixes stay', async () => {
  for (const [word, headline] of [
    ['بوتين', 'بوتين يصل إلى باريس'],
    ['باريس', 'بوتين يصل إلى باريس'],
    ['لندن', 'من لندن إلى وارسو وكوبا'],
    ['وارسو', 'من لندن إلى وارسو وكوبا'],
    ['كوبا', 'من لندن إلى وارسو وكوبا'],
    ['بطاطس', 'سعر البطاطس يرتفع'],
  ] as const) {
    expect(await found(word)).toEqual([headline])
  }
  expect(await found('وتين')).toEqual([])
})

test('all words must be there; quotes, operators and emoji are no words', async () => {
  expect(await found('محادثات أنقرة')).toHaveLength(2)
  expect(await found('محادثات باريس')).toEqual([])
  expect(await found('"محادثات" & | ! أنقرة 😀')).toHaveLength(2)
  expect(await found('😀')).toEqual([])
})

test.each(['\uFE76', 'بوتين \uFE76', '\uFE74 & |', '\') ("', 'a & | !', '%', '\u202E\u200D', ':* <->'])(
  'nothing that is typed is an error: %j',
  async (text) => {
    expect(Array.isArray(await found(text, '[ARTICLE, PERSON]'))).toBe(true)
  },
)

test('a mark without its letter takes nothing from the words beside it', async () => {
  expect(await found('بوتين \uFE76')).toEqual(await found('بوتين'))
})

test('names stand above articles, whole names above parts', async () => {
  const data = await graph.ask('{ search(text: "الأردن") { nodes { kind score matches } } }')
  expect(data.search.nodes[0]).toMatchObject({ kind: 'COUNTRY', matches: ['الأردن'] })
  expect(await found('ليلى', '[PERSON]')).toEqual(['ليلى الأدهم'])
  expect(await found('Layla al-Adham', '[PERSON, PLACE]')).toEqual(['ليلى الأدهم'])
  expect(await found('LAYLA', '[PERSON]')).toEqual(['ليلى الأدهم'])
  expect(await found('عمان', '[PLACE]')).toEqual(['عمّان'])
  expect(await found('ليلى الأدحم', '[PERSON]')).toEqual(['ليلى الأدهم'])
})

test('a hit shows the words that matched, as they are written', async () => {
  const data = await graph.ask(
    '{ search(text: "انقره", kinds: [ARTICLE]) { nodes { matches item { ... on Article { headline } } } } }',
  )
  for (const { matches, item } of data.search.nodes) expect(item.headline).toContain(matches[0])
  expect(data.search.nodes.map(({ matches }: Data) => matches[0]).toSorted()).toEqual(
    ['أنقرة', 'بأنقرة', 'وأنقرة'].toSorted(),
  )
})

test('hits page without gap or repetition', async () => {
  const whole = await graph.ask(
    '{ search(text: "إلى") { totalCount edges { cursor node { item { ... on Node { id } } } } } }',
  )
  const ids: string[] = []
  let after: string | null = null
  for (;;) {
    const bound: string = after === null ? '' : `, after: "${after}"`
    const { search } = await graph.ask(
      `{ search(text: "إلى", first: 2${bound}) { pageInfo { hasNextPage endCursor } nodes { item { ... on Node { id } } } } }`,
    )
    ids.push(...search.nodes.map(({ item }: Data) => item.id))
    if (!search.pageInfo.hasNextPage) break
    after = search.pageInfo.endCursor
  }
  expect(ids).toEqual(whole.search.edges.map(({ node }: Data) => node.item.id))
  expect(ids).toHaveLength(whole.search.totalCount)
})

test('the filter by words finds as the search does', async () => {
  const data = await graph.ask(
    '{ articles(where: { text: "أنقرة" }) { totalCount } none: articles(where: { text: "..." }) { totalCount } }',
  )
  expect(data).toEqual({ articles: { totalCount: 3 }, none: { totalCount: 0 } })
})

function documentOf(lines: readonly string[]) {
  const article = (headline: string, i: number): Draft['articles'][number] => {
    const kind = i === 0 ? 'MAIN' : 'EMBEDDED'
    return {
      kind,
      language: i % 2 === 0 ? 'ar' : 'fa',
      publishedOn: '2025-03-01',
      headline,
      sentences: [],
      mentions: [],
    }
  }
  return build({ source: null, articles: lines.map(article) })
}
