import { expect, test } from 'vitest'
import { openLive } from '../../src/store/live.ts'
import { openTestDatabase } from '../support/database.ts'
import { meetingInArabic, meetingInEnglish, undated } from '../support/knowledge.ts'
import { loadKnowledge } from '../support/load.ts'

const database = await openTestDatabase()

/** Waits until `count` listeners are connected to our database, other than those named. */
async function listener(not: readonly number[] = []): Promise<number> {
  for (;;) {
    const rows = await database.prisma.$queryRaw<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = 'isnad live' and query like 'listen%'`
    const found = rows.find(({ pid }) => !not.includes(pid))
    if (found !== undefined) return found.pid
    await new Promise((done) => setTimeout(done, 20))
  }
}

test('every subscriber is told of every document that is committed, also after the connection was lost', async () => {
  await using live = openLive(database.url)
  const [one, other] = [live.documents(), live.documents()].map((documents) => documents[Symbol.asyncIterator]())
  const pid = await listener()
  await loadKnowledge(database, [meetingInArabic])
  expect(await one?.next()).toEqual({ done: false, value: { documentId: meetingInArabic.document.id } })
  expect(await other?.next()).toEqual({ done: false, value: { documentId: meetingInArabic.document.id } })

  await database.prisma.$queryRaw`select pg_terminate_backend(${pid}::int)`
  await listener([pid])
  await loadKnowledge(database, [meetingInEnglish])
  expect(await one?.next()).toEqual({ done: false, value: { documentId: meetingInEnglish.document.id } })
})

test('a subscription ends when its signal aborts or its process closes the ear', async () => {
  const live = openLive(database.url)
  const stop = new AbortController()
  const aborted = live.documents(stop.signal)[Symbol.asyncIterator]()
  const closed = live.documents()[Symbol.asyncIterator]()
  const [first, second] = [aborted.next(), closed.next()]
  stop.abort()
  expect(await first).toEqual({ done: true, value: undefined })
  await live[Symbol.asyncDispose]()
  expect(await second).toEqual({ done: true, value: undefined })
})

test('nothing is told of a transaction that fails', async () => {
  await using live = openLive(database.url)
  const documents = live.documents()[Symbol.asyncIterator]()
  await listener()
  const { articles } = undated
  const broken = { ...undated, articles: articles.map((article) => ({ ...article, textKey: '' })) }
  await expect(loadKnowledge(database, [broken])).rejects.toThrow()
  await loadKnowledge(database, [undated])
  expect(await documents.next()).toEqual({ done: false, value: { documentId: undated.document.id } })
})
