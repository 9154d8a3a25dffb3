import { expect, test } from 'vitest'
import { openCrawler } from '../../src/ingest/crawler.ts'
import { readRobots } from '../../src/ingest/robots.ts'
import { permits, serve } from '../support/web.ts'

type Rules = { readonly status?: number; readonly body?: string | Buffer; readonly headers?: Record<string, string> }

/** A site with a robots.txt; it counts what it was asked for. */
async function site(robots: Rules, page: Rules = {}) {
  const asked: string[] = []
  const times: number[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const origin = await serve((request, response) => {
    asked.push(request.url ?? '')
    const { status = 200, body = 'page', headers = {} } = request.url === '/robots.txt' ? robots : page
    if (request.url !== '/robots.txt') times.push(performance.now())
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    setTimeout(() => {
      atOnce -= 1
      response.writeHead(status, headers).end(body)
    }, 10)
  })
  return { origin, asked, times, mostAtOnce: () => mostAtOnce }
}

test('what a site forbids is not asked for, all else is, and its rules are read once', async () => {
  const { origin, asked } = await site({ body: 'User-agent: *\nDisallow: /private\n' })
  const crawler = openCrawler({ permits, pause: 0 })
  await expect(crawler.fetchDocument(`${origin}/private/page`)).rejects.toMatchObject({ code: 'ROBOTS_DENIED' })
  expect(await crawler.fetchDocument(`${origin}/page`)).toMatchObject({ url: `${origin}/page` })
  expect(asked).toEqual(['/robots.txt', '/page'])
})

test('a redirect to a forbidden address ends there', async () => {
  const { origin, asked } = await site(
    { body: 'User-agent: Isnad\nDisallow: /private\n' },
    { status: 302, headers: { location: '/private' } },
  )
  const crawler = openCrawler({ permits, pause: 0 })
  await expect(crawler.fetchDocument(`${origin}/page`)).rejects.toMatchObject({ code: 'ROBOTS_DENIED' })
  expect(asked).toEqual(['/robots.txt', '/page'])
})

test.each([
  ['404', { status: 404 }],
  ['403', { status: 403 }],
  ['a page of HTML', { body: '<html>Disallow: no</html>' }],
  ['nothing', { body: '' }],
  ['redirects without end', { status: 301, headers: { location: '/robots.txt' } }],
] as const)('a robots.txt of %s forbids nothing', async (_, robots) => {
  const { origin } = await site(robots)
  expect(await openCrawler({ permits, pause: 0 }).fetchDocument(`${origin}/page`)).toMatchObject({ mediaType: null })
})

test.each([
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['429', { status: 429 }],
  ['broken bytes', { headers: { 'content-encoding': 'gzip' } }],
] as const)('a robots.txt of %s is no permission, and is not asked for again at once', async (_, robots) => {
  const { origin, asked } = await site(robots)
  const crawler = openCrawler({ permits, pause: 0 })
  for (const page of ['/1', '/2']) {
    await expect(crawler.fetchDocument(origin + page)).rejects.toMatchObject({ code: 'ROBOTS_UNAVAILABLE' })
  }
  expect(asked).toEqual(['/robots.txt'])
})

test('of a robots.txt without end, the beginning holds', async () => {
  const body = `User-agent: *\nDisallow: /private\n${'# more\n'.repeat(200_000)}Disallow: /page\n`
  const { origin } = await site({ body })
  const crawler = openCrawler({ permits, pause: 0 })
  await expect(crawler.fetchDocument(`${origin}/private`)).rejects.toMatchObject({ code: 'ROBOTS_DENIED' })
  expect(await crawler.fetchDocument(`${origin}/page`)).toMatchObject({ url: `${origin}/page` })
})

test('an address that is refused is refused before its robots.txt is asked for', async () => {
  await expect(openCrawler().fetchDocument('http://169.254.169.254/')).rejects.toMatchObject({
    code: 'ADDRESS_REFUSED',
  })
})

test('a host is asked one thing at a time, with the pause that it wishes for', async () => {
  const { origin, times, mostAtOnce } = await site({ body: 'User-agent: *\nCrawl-delay: 0.1\n' })
  const crawler = openCrawler({ permits, pause: 0 })
  await Promise.all(['/1', '/2', '/3'].map((page) => crawler.fetchDocument(origin + page)))
  expect(mostAtOnce()).toBe(1)
  const [first = 0, second = 0, third = 0] = times
  expect(second - first).toBeGreaterThan(95)
  expect(third - second).toBeGreaterThan(95)
})

test('a host that wants to be left alone is left alone', async () => {
  const { origin, asked } = await site({ status: 404 }, { status: 429, headers: { 'retry-after': '3600' } })
  const crawler = openCrawler({ permits, pause: 0 })
  for (const page of ['/1', '/2']) {
    const failure = await crawler.fetchDocument(origin + page).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'TRY_LATER', retryAfter: expect.toSatisfy((wait) => wait > 3590) })
  }
  expect(asked).toEqual(['/robots.txt', '/1'])
})

test('a short wish to be left alone is waited for', async () => {
  const times: number[] = []
  const origin = await serve((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end()
    times.push(performance.now())
    if (times.length === 1) response.writeHead(503, { 'retry-after': '1' }).end()
    else response.end('page')
  })
  const crawler = openCrawler({ permits, pause: 0 })
  await expect(crawler.fetchDocument(origin)).rejects.toMatchObject({ code: 'TRY_LATER', retryAfter: 1 })
  await crawler.fetchDocument(origin)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990)
})

test('whoever waits at a door may stop, and the next in line goes in', async () => {
  const { origin } = await site({ body: 'User-agent: *\nCrawl-delay: 0.2' })
  const crawler = openCrawler({ permits, pause: 0 })
  const stopping = new AbortController()
  await crawler.fetchDocument(`${origin}/1`)
  const stopped = crawler.fetchDocument(`${origin}/2`, stopping.signal)
  const next = crawler.fetchDocument(`${origin}/3`)
  setTimeout(() => stopping.abort(new Error('enough')), 20)
  await expect(stopped).rejects.toThrow('enough')
  expect(await next).toMatchObject({ url: `${origin}/3` })
})

test.each([
  ['the group of our name over that of all', 'User-agent: *\nDisallow: /\n\nUser-agent: isnad\nDisallow: /x', true],
  ['one group of two names', 'User-agent: other\nUser-agent: Isnad\nDisallow: /news', false],
  ['the longest rule', 'User-agent: *\nDisallow: /news\nAllow: /news/world', true],
  ['a pattern', 'User-agent: *\nDisallow: /*.html$', false],
  ['an Arabic path', 'User-agent: *\nDisallow: /news/world/أخبار', false],
  ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /news', false],
  ['line ends of all kinds', 'User-agent: *\rDisallow: /news\r\n', false],
])('rules: %s', (_, robots, allowed) => {
  const url = new URL('https://example.org/news/world/أخبار.html')
  expect(readRobots(robots, url.origin).allows(url)).toBe(allowed)
})

test.each([
  ['User-agent: *\nCrawl-delay: 10', 10_000],
  ['User-agent: *\nCrawl-delay: 86400', 30_000],
  ['User-agent: *\nCrawl-delay: soon', null],
  ['User-agent: *\nCrawl-delay: -1', null],
  ['', null],
])('%j: a delay of %s ms', (robots, delay) => {
  expect(readRobots(robots, 'https://example.org').delay).toBe(delay)
})
