import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Crawler, openCrawler } from '../../src/ingest/crawler.ts'
import { addFeedAt } from '../../src/ingest/feeds/add-feed.ts'
import type { FeedOutcome } from '../../src/ingest/feeds/poll-feed.ts'
import { pollFeeds } from '../../src/ingest/feeds/poll-feeds.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { openTestDatabase } from '../support/database.ts'
import { permits, serve } from '../support/web.ts'

const database = await openTestDatabase()
const { prisma } = database

const lebanon = { guid: '1045971', title: 'الرئيس عون يستقبل وزير الخارجية الفرنسي في بيروت', day: '10 May 2019' }
const egypt = { guid: '1045980', title: 'مصر تعلن فتح معبر رفح يوم الأحد', day: '11 May 2019' }

type Entry = { readonly guid: string; readonly title: string; readonly day: string }

function rss(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ guid, title, day }) =>
      `<item><title>${title}</title><link>https://news.example/world/${guid}</link><guid>${guid}</guid>
<pubDate>${day} 08:00:00 GMT</pubDate><description>${title}، وقالت مصادر إن ذلك جاء بعد اجتماع طويل.</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>الصحيفة &amp; الموقع</title><link>https://news.example/</link>${items.join('\n')}</channel></rss>`
}

/** What a path answers; a second answer to a redirect or the like is another path. */
type Answer = {
  readonly status?: number
  readonly body?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly never?: boolean
}

/** A site whose answers the test changes as it goes; times go by at the site, a minute each answer. */
async function site(answers: Record<string, Answer>) {
  const asked: string[] = []
  let minute = 0
  const origin = await serve((request, response) => {
    const { status = 200, body = '', headers = {}, never = false } = answers[request.url ?? ''] ?? { status: 404 }
    asked.push(request.url ?? '')
    minute += 1
    const date = new Date(Date.UTC(2019, 4, 12, 8, minute)).toUTCString()
    if (never) return
    const unchanged = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag']
    response.writeHead(unchanged ? 304 : status, { date, ...headers }).end(unchanged ? undefined : body)
  })
  const pages = () => asked.filter((path) => path !== '/robots.txt')
  return { origin, answers, pages }
}

/** No name is known here: only our own servers can be reached. */
const manners = { permits, find: async () => [], pause: 0, time: 1_000, bytes: 1_000_000 }
let crawler: Crawler
beforeEach(() => {
  crawler = openCrawler(manners)
})
afterEach(async () => {
  await prisma.$executeRaw`truncate feed`
  await prisma.$executeRaw`truncate document, failed_document, story, entity, source, event, role cascade`
})

const add = (url: string) => addFeedAt(database, crawler, url, 1_800, null)

async function poll(which: 'DUE' | 'ALL' = 'ALL', articles = false): Promise<FeedOutcome> {
  const outcomes = await pollFeeds(database, crawler, {
    which,
    jobs: 2,
    articles,
    signal: null,
    onFeed: async () => undefined,
  })
  expect(outcomes).toHaveLength(1)
  return outcomes[0] as FeedOutcome
}

async function onlyFeed() {
  const [feed] = await listFeeds(prisma)
  if (feed === undefined) throw new Error('there is no feed')
  return feed
}

/** Seconds until a feed is asked for again. */
async function wait(): Promise<number> {
  const { nextPollAt } = await onlyFeed()
  return nextPollAt === null ? Number.POSITIVE_INFINITY : (nextPollAt.getTime() - Date.now()) / 1_000
}

async function headlines(): Promise<string[]> {
  const rows = await prisma.$queryRaw<
    { headline: string }[]
  >`select headline from article order by published_at, headline`
  return rows.map(({ headline }) => headline)
}

describe('a feed that goes well', () => {
  test('is added, polled, and its entries are articles, each a document of its own', async () => {
    const { origin } = await site({ '/feed': { body: rss([lebanon, egypt]) } })
    expect(await add(`${origin}/feed`)).toEqual({ url: `${origin}/feed`, title: 'الصحيفة & الموقع', outcome: 'ADDED' })
    expect(await add(`${origin}/feed#top`)).toMatchObject({ outcome: 'KNOWN' })
    expect(await poll('DUE')).toMatchObject({ status: 'READ', stored: 2, known: 0, refused: [], error: null })
    expect(await headlines()).toEqual([lebanon.title, egypt.title])
    const documents = await prisma.$queryRaw<{ count: number }[]>`
      select count(distinct document_id)::int as count from article`
    expect(documents).toEqual([{ count: 2 }])
    expect(await onlyFeed()).toMatchObject({ title: 'الصحيفة & الموقع', siteUrl: 'https://news.example/', failures: 0 })
    expect(await wait()).toBeGreaterThan(1_790)
  })

  test('is not asked for before it is due', async () => {
    const { origin, pages } = await site({ '/feed': { body: rss([lebanon]) } })
    await add(`${origin}/feed`)
    await poll('DUE')
    const options = { which: 'DUE', jobs: 2, articles: false, signal: null, onFeed: async () => undefined } as const
    expect(await pollFeeds(database, crawler, options)).toEqual([])
    expect(pages()).toEqual(['/feed', '/feed'])
  })

  test('with an ETag is not sent again while it is the same', async () => {
    const { origin, answers } = await site({ '/feed': { body: rss([lebanon]), headers: { etag: '"1"' } } })
    await add(`${origin}/feed`)
    await poll()
    expect(await poll()).toMatchObject({ status: 'UNCHANGED', stored: 0, known: 0 })
    answers['/feed'] = { body: rss([lebanon, egypt]), headers: { etag: '"2"' } }
    expect(await poll()).toMatchObject({ status: 'READ', stored: 1, known: 1 })
    expect(await onlyFeed()).toMatchObject({ etag: '"2"' })
  })

  test('without one: unchanged entries are known, though others come and the feed has a new build date', async () => {
    const { origin, answers } = await site({ '/feed': { body: rss([lebanon]) } })
    await add(`${origin}/feed`)
    await poll()
    const body = rss([egypt, lebanon]).replace(
      '<item>',
      '<lastBuildDate>Sun, 12 May 2019 08:00:00 GMT</lastBuildDate><item>',
    )
    answers['/feed'] = { body }
    expect(await poll()).toMatchObject({ stored: 1, known: 1 })
  })

  test('whose entry changes its headline has a version more of it', async () => {
    const { origin, answers } = await site({ '/feed': { body: rss([lebanon]) } })
    await add(`${origin}/feed`)
    await poll()
    const changed = { ...lebanon, title: `${lebanon.title} ويبحث معه الأزمة` }
    answers['/feed'] = { body: rss([changed]) }
    expect(await poll()).toMatchObject({ stored: 1, known: 0 })
    const rows = await prisma.$queryRaw<{ headline: string; superseded: boolean }[]>`
      select headline, superseded from article order by superseded`
    expect(rows).toEqual([
      { headline: changed.title, superseded: false },
      { headline: lebanon.title, superseded: true },
    ])
  })

  test('that drops an entry takes nothing away', async () => {
    const { origin, answers } = await site({ '/feed': { body: rss([lebanon, egypt]) } })
    await add(`${origin}/feed`)
    await poll()
    answers['/feed'] = { body: rss([egypt]) }
    expect(await poll()).toMatchObject({ stored: 0, known: 1 })
    expect(await headlines()).toEqual([lebanon.title, egypt.title])
  })

  test('that is empty is a feed all the same', async () => {
    const { origin } = await site({ '/feed': { body: rss([]) } })
    await add(`${origin}/feed`)
    expect(await poll()).toMatchObject({ status: 'READ', stored: 0 })
  })

  test('is taken up by one poller at a time', async () => {
    const { origin, pages } = await site({ '/feed': { body: rss([lebanon]) } })
    await add(`${origin}/feed`)
    const options = { which: 'DUE', jobs: 2, articles: false, signal: null, onFeed: async () => undefined } as const
    const both = await Promise.all([pollFeeds(database, crawler, options), pollFeeds(database, crawler, options)])
    expect(both.flat()).toHaveLength(1)
    expect(pages()).toEqual(['/feed', '/feed'])
  })
})

describe('the pages behind teasers', () => {
  const text = 'قال الرئيس اللبناني ميشال عون إن زيارة الوزير الفرنسي تأتي في وقت صعب. '.repeat(30)
  const page = `<html lang="ar"><head><title>${lebanon.title}</title></head><body><article><h1>${lebanon.title}</h1>
<p>${text}</p><p>${text}</p></article></body></html>`

  test('are fetched once, and are what is current of their articles', async () => {
    const { origin, answers, pages } = await site({})
    const local = (entries: readonly Entry[]) => rss(entries).replaceAll('https://news.example', origin)
    answers['/world/1045971'] = { body: page }
    answers['/feed'] = { body: local([lebanon]) }
    await add(`${origin}/feed`)
    expect(await poll('ALL', true)).toMatchObject({ stored: 1, known: 0, refused: [] })
    expect(await poll('ALL', true)).toMatchObject({ stored: 0, known: 1, refused: [] })
    expect(pages().filter((path) => path.startsWith('/world'))).toEqual(['/world/1045971'])
    const rows = await prisma.$queryRaw<{ long: boolean; superseded: boolean }[]>`
      select length(text) > 1000 as long, superseded from article where kind = 'MAIN' order by superseded`
    expect(rows).toEqual([
      { long: true, superseded: false },
      { long: false, superseded: true },
    ])
  })

  test('that cannot be fetched are named, and the entry is in', async () => {
    const { origin, answers } = await site({ '/robots.txt': { body: 'User-agent: *\nDisallow: /world' } })
    answers['/feed'] = {
      body: rss([lebanon, egypt]).replace('https://news.example/world/1045971', `${origin}/world/1`),
    }
    await add(`${origin}/feed`)
    const { stored, refused } = await poll('ALL', true)
    expect(stored).toBe(2)
    expect(refused.map(({ code }) => code)).toEqual(['ROBOTS_DENIED', 'NAME_UNKNOWN'])
  })
})

describe('what is added', () => {
  test('a page that offers one feed: that one', async () => {
    const body =
      '<html><head><base href="/rss/"><link rel="alternate" type="application/rss+xml" href="all"></head></html>'
    const { origin } = await site({ '/': { body }, '/rss/all': { body: rss([lebanon]) } })
    expect(await add(origin)).toMatchObject({ url: `${origin}/rss/all`, outcome: 'ADDED' })
  })

  test('a page that offers several: none, but it says which there are', async () => {
    const link = (name: string) => `<link rel="alternate" type="application/atom+xml" title="${name}" href="/${name}">`
    const { origin } = await site({ '/': { body: `<html><head>${link('a')}${link('b')}${link('a')}</head></html>` } })
    await expect(add(origin)).rejects.toThrow(`several feeds; add those that you want:\n  ${origin}/a\n  ${origin}/b`)
    expect(await listFeeds(prisma)).toEqual([])
  })

  test.each([
    ['a page that offers none', '<html><body><p>صفحة</p></body></html>'],
    [
      'a page that offers itself',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/"></head></html>',
    ],
    ['a text', 'خبر'],
    ['nothing', ''],
    ['bytes', Buffer.from([0, 1, 2, 3, 0xff])],
  ])('%s is no feed', async (_, body) => {
    const { origin } = await site({ '/': { body } })
    await expect(add(origin)).rejects.toMatchObject({ name: 'NotAFeedError', code: 'NOT_A_FEED' })
    expect(await listFeeds(prisma)).toEqual([])
  })

  test('JSON Feed and Atom are feeds, too', async () => {
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'أخبار',
      home_page_url: 'https://news.example/',
      items: [],
    }
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>News &amp;amp; views</title><link href="https://news.example/"/></feed>'
    const { origin } = await site({ '/json': { body: JSON.stringify(json) }, '/atom': { body: atom } })
    expect(await add(`${origin}/json`)).toMatchObject({ title: 'أخبار' })
    expect(await add(`${origin}/atom`)).toMatchObject({ title: 'News & views' })
    expect((await listFeeds(prisma)).map(({ siteUrl }) => siteUrl)).toEqual([
      'https://news.example/',
      'https://news.example/',
    ])
  })

  test('an address of this network is refused, also behind a redirect', async () => {
    const { origin } = await site({ '/feed': { status: 301, headers: { location: 'http://169.254.169.254/feed' } } })
    await expect(add(`${origin}/feed`)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    await expect(add('http://10.0.0.1/feed')).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })
})

describe('a feed that goes badly', () => {
  /** A feed that went well once, and its site. */
  async function followed() {
    const opened = await site({ '/feed': { body: rss([lebanon]), headers: { etag: '"1"' } } })
    await add(`${opened.origin}/feed`)
    await poll()
    return opened
  }

  test.each([301, 308])('has moved (%i): its address follows', async (status) => {
    const { origin, answers, pages } = await followed()
    answers['/feed'] = { status, headers: { location: '/new' } }
    answers['/new'] = { body: rss([lebanon, egypt]) }
    expect(await poll()).toMatchObject({ status: 'READ', stored: 1, known: 1, movedTo: `${origin}/new` })
    await poll()
    expect(pages().slice(2)).toEqual(['/feed', '/new', '/new'])
    expect(await onlyFeed()).toMatchObject({ url: `${origin}/new` })
    expect(await add(`${origin}/new`)).toMatchObject({ outcome: 'KNOWN' })
  })

  test('has moved to where another one is: one is left', async () => {
    const { origin, answers } = await followed()
    answers['/other'] = { body: rss([egypt]) }
    await add(`${origin}/other`)
    answers['/feed'] = { status: 301, headers: { location: '/other' } }
    await pollFeeds(database, crawler, {
      which: 'ALL',
      jobs: 1,
      articles: false,
      signal: null,
      onFeed: async () => undefined,
    })
    expect(await onlyFeed()).toMatchObject({ url: `${origin}/other` })
  })

  test('is elsewhere for now (302): its address stays', async () => {
    const { origin, answers } = await followed()
    answers['/feed'] = { status: 302, headers: { location: '/new' } }
    answers['/new'] = { body: rss([lebanon, egypt]) }
    expect(await poll()).toMatchObject({ status: 'READ', stored: 1, movedTo: null })
    expect(await onlyFeed()).toMatchObject({ url: `${origin}/feed` })
  })

  test('was sold (301 to a page): it fails, and its address stays', async () => {
    const { origin, answers } = await followed()
    answers['/feed'] = { status: 301, headers: { location: '/shop' } }
    answers['/shop'] = { body: '<html><body><p>Buy!</p></body></html>' }
    expect(await poll()).toMatchObject({ status: 'FAILED', movedTo: null })
    expect(await onlyFeed()).toMatchObject({ url: `${origin}/feed` })
  })

  test('is gone (410): it is polled no more, until it is added again', async () => {
    const { origin, answers } = await followed()
    answers['/feed'] = { status: 410 }
    expect(await poll()).toMatchObject({ status: 'GONE', error: { code: 'BAD_STATUS' } })
    expect(await onlyFeed()).toMatchObject({ status: 'GONE', nextPollAt: null })
    const options = { which: 'ALL', jobs: 2, articles: false, signal: null, onFeed: async () => undefined } as const
    expect(await pollFeeds(database, crawler, options)).toEqual([])
    expect(await headlines()).toEqual([lebanon.title])
    answers['/feed'] = { body: rss([lebanon, egypt]) }
    expect(await add(`${origin}/feed`)).toMatchObject({ outcome: 'REVIVED' })
    expect(await poll('DUE')).toMatchObject({ status: 'READ', stored: 1 })
  })

  test('has a trouble of its own (500): it is asked half as often each time, and as before when it is well', async () => {
    const { answers } = await followed()
    const well = answers['/feed'] ?? {}
    answers['/feed'] = { status: 500 }
    const waits: number[] = []
    for (let failures = 1; failures <= 7; failures++) {
      expect(await poll()).toMatchObject({ status: 'FAILED', error: { code: 'BAD_STATUS' } })
      waits.push(Math.round((await wait()) / 100) * 100)
    }
    expect(waits).toEqual([3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400])
    expect(await onlyFeed()).toMatchObject({ failures: 7, errorCode: 'BAD_STATUS', etag: '"1"' })
    answers['/feed'] = well
    expect(await poll()).toMatchObject({ status: 'UNCHANGED' })
    expect(await onlyFeed()).toMatchObject({ failures: 0, errorCode: null })
  })

  test('wants to be left alone (503 with Retry-After): for as long as it says', async () => {
    const { answers } = await followed()
    answers['/feed'] = { status: 503, headers: { 'retry-after': '7200' } }
    expect(await poll()).toMatchObject({ status: 'FAILED', error: { code: 'TRY_LATER' } })
    expect(await wait()).toBeGreaterThan(7_100)
  })

  test.each([
    ['is forbidden to programs', { '/robots.txt': { body: 'User-agent: *\nDisallow: /feed' } }, 'ROBOTS_DENIED'],
    ['may be forbidden or not', { '/robots.txt': { status: 500 } }, 'ROBOTS_UNAVAILABLE'],
    [
      'leads into this network',
      { '/feed': { status: 302, headers: { location: 'http://10.0.0.1/' } } },
      'ADDRESS_REFUSED',
    ],
    ['never comes', { '/feed': { never: true } }, 'TOO_SLOW'],
    [
      'is a bomb',
      { '/feed': { body: gzipSync(Buffer.alloc(5_000_000)), headers: { 'content-encoding': 'gzip' } } },
      'TOO_LARGE',
    ],
    ['is a login page now', { '/feed': { body: '<html><body>login</body></html>' } }, expect.any(String)],
  ])('%s: it fails, and what it brought stays', async (_, answers: Record<string, Answer>, code) => {
    const opened = await followed()
    Object.assign(opened.answers, answers)
    crawler = openCrawler(manners)
    expect(await poll()).toMatchObject({ status: 'FAILED', error: { code } })
    expect(await headlines()).toEqual([lebanon.title])
  })

  test('is broken in the middle: what can be read is read', async () => {
    const { answers } = await followed()
    answers['/feed'] = { body: rss([lebanon, egypt]).replace('</channel></rss>', '<item><title>ناقص') }
    const { stored } = await poll()
    expect(stored).toBeGreaterThanOrEqual(1)
    expect(await headlines()).toContain(egypt.title)
  })

  test('does not keep others from being read', async () => {
    const { origin, answers } = await followed()
    answers['/other'] = { body: rss([egypt]) }
    await add(`${origin}/other`)
    answers['/feed'] = { status: 500 }
    const outcomes = await pollFeeds(database, crawler, {
      which: 'ALL',
      jobs: 2,
      articles: false,
      signal: null,
      onFeed: async () => undefined,
    })
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['FAILED', 'READ'])
  })

  test('meets a fault of ours: it fails, and the others are read', async () => {
    const { origin, answers } = await followed()
    answers['/other'] = { body: rss([egypt]) }
    await add(`${origin}/other`)
    const real = crawler
    crawler = {
      ...real,
      fetchChanged: (url, ...rest) =>
        url.endsWith('/feed') ? Promise.reject(new TypeError('x is not a function')) : real.fetchChanged(url, ...rest),
    }
    const options = { which: 'ALL', jobs: 1, articles: false, signal: null, onFeed: async () => undefined } as const
    const outcomes = await pollFeeds(database, crawler, options)
    expect(outcomes.map(({ error }) => error?.code ?? null).sort()).toEqual(['INTERNAL_FAULT', null])
  })

  test('is stopped in the middle: it is due again at once', async () => {
    const { answers } = await followed()
    answers['/feed'] = { never: true }
    const stopping = new AbortController()
    const reason = new Error('enough')
    setTimeout(() => stopping.abort(reason), 50)
    const options = {
      which: 'ALL',
      jobs: 2,
      articles: false,
      signal: stopping.signal,
      onFeed: async () => undefined,
    } as const
    await expect(pollFeeds(database, crawler, options)).rejects.toBe(reason)
    expect(await wait()).toBeLessThanOrEqual(0)
    expect(await onlyFeed()).toMatchObject({ status: 'READ', failures: 0 })
  })
})
