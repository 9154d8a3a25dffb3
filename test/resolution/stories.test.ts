import { describe, expect, test } from 'vitest'
import { gatherStories, linkArticles, type StoryArticle, storyLink } from '../../src/resolution/stories.ts'
import { simhash, simhashDistance, textKey } from '../../src/resolution/text-key.ts'

const body = Array.from(
  { length: 12 },
  (_, at) => `أعلنت الشركة رقم ${at} أنها ستبدأ أعمال البناء في الميناء الجديد`,
).join(' ')

function article(id: string, facts: Partial<StoryArticle> = {}): StoryArticle {
  return {
    id,
    kind: 'MAIN',
    headline: `عنوان طويل يكفي ${id}`,
    language: 'ar',
    publishedOn: '2025-02-01',
    textKey: `text ${id}`,
    simhash: null,
    eventIds: [],
    ...facts,
  }
}

describe('what links two articles', () => {
  test('copies, whatever their marks', () => {
    const key = textKey('عنوان', 'بدأ البناءُ في الميناء')
    expect(textKey('عنوان', 'بدأ  البناء في المينــاء')).toBe(key)
    expect(linkArticles(article('a', { textKey: key }), article('b', { textKey: key }))).toBe('COPY')
  })

  test('near copies differ in a few words, other texts in many', () => {
    const near = simhash(body.replace('الجديد', 'القديم'))
    const whole = simhash(body)
    const other = simhash(body.split(' ').reverse().join(' '))
    expect(whole !== null && near !== null && simhashDistance(whole, near)).toBeLessThanOrEqual(6)
    expect(linkArticles(article('a', { simhash: whole }), article('b', { simhash: near }))).toBe('NEAR_COPY')
    expect(linkArticles(article('a', { simhash: whole }), article('b', { simhash: other }))).toBeNull()
  })

  test('a shared event links within three days, and never through a bare headline', () => {
    const shared = { eventIds: ['e'] }
    expect(linkArticles(article('a', shared), article('b', shared))).toBe('SHARED_EVENT')
    expect(linkArticles(article('a', shared), article('b', { ...shared, publishedOn: '2025-02-09' }))).toBeNull()
    expect(linkArticles(article('a', shared), article('b', { ...shared, kind: 'HEADLINE' }))).toBeNull()
  })

  test('a related headline belongs to the article under it; a short one to nothing', () => {
    const headline = 'وزير الزراعة يفتتح معرض الزهور'
    const bare = article('b', { kind: 'HEADLINE', headline, publishedOn: null })
    expect(linkArticles(article('a', { headline }), bare)).toBe('COPY')
    expect(linkArticles(article('a', { headline: 'عاجل' }), { ...bare, headline: 'عاجل' })).toBeNull()
  })

  test('a text of few words has no hash to compare', () => {
    expect(simhash('نص قصير')).toBeNull()
  })
})

describe('stories', () => {
  test('are what links connect, whatever their order; an article alone is none', () => {
    const articles = [article('a'), article('b', { publishedOn: '2025-01-30' }), article('c'), article('d')]
    const links = [
      { fromId: 'a', toId: 'b', reason: 'COPY' as const },
      { fromId: 'b', toId: 'c', reason: 'SHARED_EVENT' as const },
    ]
    const stories = gatherStories(articles, links)
    expect(stories).toHaveLength(1)
    expect(stories[0]).toMatchObject({
      articleIds: ['b', 'a', 'c'],
      firstPublishedOn: '2025-01-30',
      sortOn: '2025-02-01',
    })
    expect(gatherStories([...articles].reverse(), [...links].reverse())).toEqual(stories)
  })

  test('a link is stored from the smaller id', () => {
    const key = { textKey: 'same' }
    expect(storyLink(article('b', key), article('a', key))).toEqual({ fromId: 'a', toId: 'b', reason: 'COPY' })
  })
})
