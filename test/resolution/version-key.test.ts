import { describe, expect, test } from 'vitest'
import { versionKeys } from '../../src/resolution/version-key.ts'

const article = {
  kind: 'MAIN' as const,
  headline: 'ترامب يعلن الانسحاب من الاتفاق',
  text: 'أعلن الرئيس الأميركي الانسحاب من الاتفاق.',
  url: 'https://outlet.example/world/1045971' as string | null,
  guid: null as string | null,
}
const byGuid = { ...article, url: null }

/** The key of an article that stands alone on its page. */
function keyOf(
  one: Partial<typeof article> & { readonly kind?: 'MAIN' },
  source: string | null = 'outlet',
): string | null {
  return versionKeys([{ ...article, ...one }], [source])[0] ?? null
}

test('an address comes before a guid, and needs no outlet', () => {
  expect(keyOf({ guid: 'post-1045971' })).toBe('url:outlet.example/world/1045971')
  expect(keyOf({ guid: 'post-1045971' }, null)).toBe('url:outlet.example/world/1045971')
})

test('a guid that is an address is one', () => {
  expect(keyOf({ url: null, guid: 'http://www.outlet.example/world/1045971?ref=rss' })).toBe(
    'url:outlet.example/world/1045971',
  )
  expect(keyOf({ url: null, guid: 'http://www.outlet.example/' })).toBeNull()
})

test('the same guid of another outlet is another article', () => {
  expect(keyOf({ ...byGuid, guid: 'tag:agency,2025:post-7' })).toBe('guid:outlet:tag:agency,2025:post-7')
  expect(keyOf({ ...byGuid, guid: 'tag:agency,2025:post-7' }, 'other')).toBe('guid:other:tag:agency,2025:post-7')
  expect(keyOf({ ...byGuid, guid: 'tag:agency,2025:post-7' }, null)).toBeNull()
})

test.each([
  '',
  '1',
  '12',
  'عاجل',
  'latest-news-item',
  '20250103',
  '1735900000',
  '2025-01-03T10:00:00Z',
  'Fri, 03 Jan 2025 10:00:00 GMT',
  `x1${'y'.repeat(2000)}`,
])('the guid %j is no identity', (guid) => expect(keyOf({ ...byGuid, guid })).toBeNull())

test.each([
  '1045971',
  '6f1c2c5e-0b9f-5b4e-9a52-3f0f6c6e7a11',
  '1045971 at https://outlet.example',
  'urn:newsml:agency:20250103:TX-7',
])('the guid %j is one', (guid) => expect(keyOf({ ...byGuid, guid })).toBe(`guid:outlet:${guid}`))

test('a bare headline, and an article without a text, have no versions', () => {
  expect(versionKeys([{ ...article, kind: 'HEADLINE', text: '' }], ['outlet'])).toEqual([null])
  expect(keyOf({ text: '' })).toBeNull()
})

describe('articles of one page under one address', () => {
  test('that differ: the address is that of their list, and no key', () => {
    const other = {
      ...article,
      headline: 'أسعار النفط ترتفع في آسيا',
      text: 'ارتفعت أسعار النفط.',
      guid: 'post-7-of-9',
    }
    expect(versionKeys([article, other], ['outlet', 'outlet'])).toEqual([null, 'guid:outlet:post-7-of-9'])
  })

  test('that are headed alike are versions', () => {
    const later = { ...article, text: `${article.text} وأضاف أن القوات تعود.` }
    const key = 'url:outlet.example/world/1045971'
    expect(versionKeys([article, later], ['outlet', 'outlet'])).toEqual([key, key])
  })
})

test('a key is never longer than an index takes, and holds no NUL', () => {
  const long = keyOf({ url: `https://outlet.example/world/1045972/${'كلمة-'.repeat(300)}?x=%00${'y'.repeat(1000)}` })
  expect(long).toMatch(/^url:[0-9a-f]{64}$/)
  expect(keyOf({ ...byGuid, guid: 'post\0-1045971' })).toBe('guid:outlet:post-1045971')
})
