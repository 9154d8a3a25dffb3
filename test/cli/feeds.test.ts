import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { isnad, startIsnad, temporaryFolder } from '../support/isnad.ts'

// The command line asks the public internet alone, of which a test has none: here are its words and its lists; what
// polling does is tested with servers of our own, one room below.

const database = await openTestDatabase()
const environment = { DATABASE_URL: database.url }
const folder = await temporaryFolder(afterAll)
const list = join(folder, 'list.opml')
afterEach(() => database.prisma.$executeRaw`truncate feed`)

const feeds = (...args: string[]) => isnad(['feeds', ...args], environment)

async function importList(...outlines: string[]) {
  await writeFile(list, `<opml version="2.0"><body><outline text="أخبار">${outlines.join('')}</outline></body></opml>`)
  return feeds('import', list)
}

const one = '<outline type="rss" text="صحيفة &amp; موقع" xmlUrl="https://news.example/feed?a=1&amp;b=2"/>'
const two = '<outline type="rss" text="Other" xmlUrl="https://other.example/rss"/>'

test('a list with a bad entry: the others are followed, the bad one is named', async () => {
  const bad = '<outline type="rss" text="Bad" xmlUrl="ftp://news.example/feed"/>'
  const port = '<outline type="rss" text="Mail" xmlUrl="https://news.example:25/feed"/>'
  const { code, out, err } = await importList(one, bad, port, two)
  expect(code).toBe(1)
  expect(out).toBe(
    'added    https://news.example/feed?a=1&b=2  صحيفة & موقع\nadded    https://other.example/rss  Other\n',
  )
  expect(err).toMatch(/"Bad" gives "ftp:\/\/news\.example\/feed"/)
  expect(err).toMatch(/^https:\/\/news\.example:25\/feed: .*\(PORT_REFUSED\)$/m)
  expect(await importList(one)).toMatchObject({ code: 0, out: expect.stringMatching(/^known {4}https:/), err: '' })
})

test('what is no list is refused', async () => {
  await writeFile(list, 'https://news.example/feed')
  expect(await feeds('import', list)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/no OPML/) })
  expect(await feeds('import', join(folder, 'none.opml'))).toMatchObject({ code: 1, out: '' })
})

test('what is followed is listed for people and for programs, and goes out as a list that comes in again', async () => {
  await importList(one, two)
  const lines = await feeds('list')
  expect(lines).toMatchObject({ code: 0, err: '' })
  expect(lines.out).toMatch(
    /^new {8}next \d{4}-\d\d-\d\dT\d\d:\d\dZ {2}https:\/\/news\.example\/feed\?a=1&b=2 {2}صحيفة & موقع\n/,
  )
  const known = JSON.parse((await feeds('list', '--json')).out)
  expect(known).toMatchObject([{ status: 'NEW', intervalSeconds: 1_800, failures: 0 }, { title: 'Other' }])
  const { out } = await feeds('export')
  await database.prisma.$executeRaw`truncate feed`
  await writeFile(list, out)
  expect(await feeds('import', list)).toMatchObject({ code: 0, err: '' })
  expect((await feeds('export')).out).toBe(out)
})

test('what a title tells the terminal to do is not done', async () => {
  const { out } = await importList(
    '<outline type="rss" text="&#27;[2JNews&#x202e;" xmlUrl="https://news.example/feed"/>',
  )
  expect(out).toMatch(/^added {4}https:\/\/news\.example\/feed {2} ?\[2JNews ?\n$/)
  expect((await feeds('list')).out.trim()).not.toMatch(/[\p{Cc}\u202e]/u)
})

test('removing takes one away, and names what there is not', async () => {
  await importList(one, two)
  const { code, out, err } = await feeds('remove', 'https://other.example/rss', 'https://none.example/')
  expect({ code, out }).toEqual({ code: 1, out: 'removed  https://other.example/rss\n' })
  expect(err).toMatch(/^https:\/\/none\.example\/: there is no such feed/)
  expect(JSON.parse((await feeds('list', '--json')).out)).toHaveLength(1)
})

test('an empty list says how to begin', async () => {
  expect(await feeds('list')).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/feeds add/) })
  expect(await feeds('list', '--json')).toMatchObject({ code: 0, out: '[]\n', err: '' })
})

test('addresses that are none, or not of the public internet, are refused with what to do', async () => {
  const { code, out, err } = await feeds('add', 'news', 'http://127.0.0.1:8000/feed', 'http://169.254.169.254/')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.match(/\((BAD_URL|ADDRESS_REFUSED)\)$/gm)).toEqual(['(BAD_URL)', '(ADDRESS_REFUSED)', '(ADDRESS_REFUSED)'])
})

test('a poll tells of each feed, and ends with 1 when one failed', async () => {
  await importList('<outline type="rss" text="Here" xmlUrl="http://127.0.0.1:8000/feed"/>')
  const { code, out, err } = await feeds('poll')
  expect(code).toBe(1)
  expect(out).toBe(
    'failed     http://127.0.0.1:8000/feed\n1 feeds polled, 1 failed; 0 entries new, 0 known already, 0 refused.\n',
  )
  expect(err).toMatch(/^http:\/\/127\.0\.0\.1:8000\/feed: .*\(ADDRESS_REFUSED\)\n$/)
  expect((await feeds('list')).out).toMatch(/^failed .*\n +1 times in a row: This address/)
  expect(await feeds('poll')).toMatchObject({ code: 0, out: expect.stringMatching(/^0 feeds polled/) })
})

test('a watching poller goes on until it is told to stop, which is how it ends well', async () => {
  const watching = startIsnad(['feeds', 'poll', '--watch'], environment)
  await watching.says('Watching')
  expect(await watching.end()).toMatchObject({ code: 0, err: expect.stringMatching(/Stopped\.\n$/) })
})
