import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import { rewriteDocuments, writeDocument, writeDocuments } from '../../src/store/write/document.ts'
import { inTransaction } from '../../src/store/write/transaction.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'
import { meetingInArabic, meetingInEnglish, smallGraph, undated } from '../support/knowledge.ts'
import { incoming, loadKnowledge } from '../support/load.ts'
import { anyDocuments } from '../support/random-knowledge.ts'

/** What a database holds that was loaded in this order, by one writer. */
async function exportOf(documents: readonly DocumentKnowledge[]): Promise<string> {
  await using database = await createTestDatabase()
  await loadKnowledge(database, documents)
  // Awaited here, before the database goes.
  return await exported(database)
}

test('two outlets report one meeting: one event, two reports', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, smallGraph)
  const [meeting, ...others] = await database.prisma.event.findMany({
    where: { type: 'CONSULT' },
    include: { reports: true, participants: { orderBy: { ordinal: 'asc' }, include: { entity: true } } },
  })
  expect(others).toEqual([])
  expect(meeting).toMatchObject({ articleCount: 2, sourceCount: 2, independentCount: 2, edtf: '2025-01-31' })
  expect(meeting?.reports).toHaveLength(2)
  expect(meeting?.participants.map(({ role, entity }) => [role, entity.name])).toEqual([
    ['ACTOR', 'ليلى الأدهم'],
    ['RECIPIENT', 'كنان دورماز'],
  ])
})

test('the articles of the meeting are one story', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, smallGraph)
  const stories = await database.prisma.story.findMany({ include: { articles: true } })
  expect(stories).toHaveLength(1)
  expect(stories[0]?.articles.map(({ id }) => id).sort()).toEqual(
    [meetingInArabic.articles[0]?.id, meetingInEnglish.articles[0]?.id].sort(),
  )
})

test('counts come from the rows', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, smallGraph)
  const entities = await database.prisma.entity.findMany({ include: { articles: true, mentions: true, aliases: true } })
  expect(entities.length).toBeGreaterThan(4)
  for (const { articleCount, articles, mentions, aliases } of entities) {
    expect(articleCount).toBe(articles.length)
    for (const alias of aliases) {
      const users = new Set(mentions.filter(({ text }) => text === alias.text).map(({ articleId }) => articleId))
      expect(alias.articleCount).toBe(users.size)
    }
  }
})

test('a document that is there already is not written again', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, smallGraph)
  const before = await exported(database)
  expect(await inTransaction(database, (tx) => writeDocument(tx, incoming(undated)))).toBe(false)
  expect(await exported(database)).toBe(before)
})

test('one document twice at once is one document', async () => {
  await using database = await createTestDatabase()
  const write = () => inTransaction(database, (tx) => writeDocument(tx, incoming(meetingInArabic)))
  const written = await Promise.all([write(), write(), write()])
  expect(written.filter(Boolean)).toHaveLength(1)
  expect(await exported(database)).toBe(await exportOf([meetingInArabic]))
})

describe('the same documents give the same database', () => {
  test('in any order', async () => {
    const inOrder = fc.tuple(anyDocuments).chain(([documents]) => {
      const all = fc.shuffledSubarray(documents, { minLength: documents.length })
      return fc.record({ documents: fc.constant(documents), shuffled: all })
    })
    await fc.assert(
      fc.asyncProperty(inOrder, async ({ documents, shuffled }) => {
        expect(await exportOf(shuffled)).toBe(await exportOf(documents))
      }),
      { numRuns: 4 },
    )
  }, 180_000)

  test('in one transaction, with one that is there already', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, async (documents) => {
        await using database = await createTestDatabase()
        await loadKnowledge(database, documents.slice(0, 1))
        const written = await inTransaction(database, (tx) => writeDocuments(tx, documents.map(incoming).toReversed()))
        expect(written).toBe(documents.length - 1)
        expect(await exported(database)).toBe(await exportOf(documents))
      }),
      { numRuns: 4 },
    )
  }, 180_000)

  test('by three writers at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, async (documents) => {
        await using database = await createTestDatabase()
        const queue = [...documents]
        const worker = async (): Promise<void> => {
          for (let next = queue.shift(); next !== undefined; next = queue.shift()) await loadKnowledge(database, [next])
        }
        await Promise.all([worker(), worker(), worker()])
        expect(await exported(database)).toBe(await exportOf(documents))
      }),
      { numRuns: 4 },
    )
  }, 180_000)

  test('when some are written over, one by one or together', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, fc.boolean(), async (documents, together) => {
        await using database = await createTestDatabase()
        await loadKnowledge(database, documents)
        const again = documents.filter((_, at) => at % 2 === 0).map(incoming)
        for (const group of together ? [again] : again.map((one) => [one])) {
          await inTransaction(database, (tx) => rewriteDocuments(tx, group))
        }
        expect(await exported(database)).toBe(await exportOf(documents))
      }),
      { numRuns: 4 },
    )
  }, 180_000)

  test('when a document said something else before', async () => {
    await using database = await createTestDatabase()
    const { document } = meetingInArabic
    const before: DocumentKnowledge = {
      ...meetingInEnglish,
      document,
      sources: [],
      articles: [],
      sentences: [],
      mentions: [],
      roles: [],
      reports: [],
      quotes: [],
      parts: [],
    }
    await loadKnowledge(database, [before, undated])
    await inTransaction(database, (tx) => rewriteDocuments(tx, [incoming(meetingInArabic)]))
    expect(await exported(database)).toBe(await exportOf([undated, meetingInArabic]))
  })
})

test('what nothing speaks of any more is gone', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, [undated, meetingInArabic])
  const { document } = meetingInArabic
  const silent: DocumentKnowledge = {
    ...undated,
    document,
    notes: [],
    sources: [],
    articles: [],
    sentences: [],
    entities: [],
    mentions: [],
    roles: [],
    reports: [],
    quotes: [],
    parts: [],
  }
  await inTransaction(database, (tx) => rewriteDocuments(tx, [incoming(silent)]))
  const lines = (await exported(database)).split('\n')
  const rest = lines.filter((line) => !line.includes(document.id))
  expect(rest.join('\n')).toBe(await exportOf([undated]))
})
