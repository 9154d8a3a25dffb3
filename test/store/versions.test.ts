import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import type { Database } from '../../src/store/database.ts'
import { rewriteDocuments, writeDocument } from '../../src/store/write/document.ts'
import { inTransaction } from '../../src/store/write/transaction.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'
import { meetingInArabic, meetingInEnglish, undated } from '../support/knowledge.ts'
import { incoming, loadKnowledge } from '../support/load.ts'
import { anyDocuments } from '../support/random-knowledge.ts'
import { firstVersion, secondVersion, silenced } from '../support/versions.ts'

async function exportOf(documents: readonly DocumentKnowledge[]): Promise<string> {
  await using database = await createTestDatabase()
  await loadKnowledge(database, documents)
  return await exported(database)
}

async function eventTypes({ prisma }: Database): Promise<string[]> {
  return (await prisma.event.findMany({ orderBy: { type: 'asc' } })).map(({ type }) => type)
}

/** What cannot be if marks, lists and counts all say the same; each row is a fault. */
const faults = [
  `select version_key from article where version_key is not null group by version_key having count(*) filter (where not superseded) <> 1`,
  `select m.id from mention m join article a on a.id = m.article_id where m.superseded <> a.superseded`,
  `select q.id from quote q join article a on a.id = q.article_id where q.superseded <> a.superseded`,
  `select x.role_id from role_evidence x join article a on a.id = x.article_id where x.superseded <> a.superseded`,
  `select r.id from event_report r join article a on a.id = r.article_id where (r.event_id is null) <> a.superseded`,
  `select e.article_id from article_entity e join article a on a.id = e.article_id
    where e.article_kind is distinct from case when not a.superseded then a.kind end`,
  `select m.id from mention m join article a on a.id = m.article_id where not exists (
    select from article_entity e where e.article_id = m.article_id and e.entity_id = m.entity_id)`,
  `select id from article where superseded and story_id is not null`,
  `select from_id from story_link l join article a on a.id in (l.from_id, l.to_id) where a.superseded`,
  `select e.id from entity e where e.article_count <> (select count(distinct m.article_id) from mention m
    join article a on a.id = m.article_id where m.entity_id = e.id and not a.superseded)`,
  `select x.text from alias x where x.article_count <> (select count(distinct m.article_id) from mention m
    join article a on a.id = m.article_id where m.entity_id = x.entity_id and m.text = x.text and not a.superseded)`,
  `select e.id from event e where e.article_count <> (select count(distinct r.article_id) from event_report r
    join article a on a.id = r.article_id where r.event_id = e.id and not a.superseded)`,
]

async function faultsOf({ pool }: Database): Promise<unknown[]> {
  const found = []
  for (const fault of faults) found.push(...(await pool.query(fault)).rows.map((row) => ({ fault, row })))
  return found
}

test('what only an older version tells is no event, no role and no story any more, whichever came first', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, [firstVersion])
  expect(await eventTypes(database)).toEqual(['CONSULT'])
  await loadKnowledge(database, [secondVersion])
  expect(await eventTypes(database)).toEqual(['STATEMENT'])
  const kenan = await database.prisma.entity.findFirstOrThrow({
    where: { kind: 'PERSON' },
    include: { mentions: true },
  })
  expect(kenan).toMatchObject({ articleCount: 0, mentions: [{}, {}, {}] })
  expect(await faultsOf(database)).toEqual([])
  expect(await exported(database)).toBe(await exportOf([secondVersion, firstVersion]))
})

test('an older version comes back when the newer one is there no more', async () => {
  await using database = await createTestDatabase()
  await loadKnowledge(database, [meetingInArabic, firstVersion, secondVersion])
  await inTransaction(database, (tx) => rewriteDocuments(tx, [incoming(silenced(secondVersion))]))
  expect(await eventTypes(database)).toContain('CONSULT')
  expect(await faultsOf(database)).toEqual([])
  expect(await exported(database)).toBe(await exportOf([meetingInArabic, firstVersion, silenced(secondVersion)]))
})

test('an equal text again under the same key is one article', async () => {
  await using database = await createTestDatabase()
  // The same words in another document: on a page with a bare headline.
  const again = { ...secondVersion, document: meetingInEnglish.document }
  const articles = again.articles.map((article) => ({ ...article, id: meetingInEnglish.articles[0]?.id ?? '' }))
  const copy: DocumentKnowledge = { ...silenced(again), articles, notes: again.notes }
  await loadKnowledge(database, [secondVersion, copy, undated])
  expect(await database.prisma.article.count({ where: { superseded: true } })).toBe(1)
  expect(await database.prisma.story.count()).toBe(0)
})

test('the newest is the one changed last, else crawled last, else handed over last', async () => {
  await using database = await createTestDatabase()
  const unchanged = (one: DocumentKnowledge, crawledAt: string | null): DocumentKnowledge => ({
    ...one,
    document: { ...one.document, crawledAt },
    articles: one.articles.map((article) => ({ ...article, updatedAt: null })),
  })
  const write = (one: DocumentKnowledge, receivedAt: string) =>
    inTransaction(database, (tx) => writeDocument(tx, { ...incoming(one), receivedAt: new Date(receivedAt) }))
  const current = async () =>
    (await database.prisma.article.findMany({ where: { superseded: false } })).map(({ headline }) => headline)
  const [first] = firstVersion.articles
  const [second] = secondVersion.articles

  await write(unchanged(secondVersion, null), '2025-02-02T00:00:00Z')
  await write(unchanged(firstVersion, null), '2025-02-03T00:00:00Z')
  expect(await current()).toEqual([first?.headline])
  await inTransaction(database, (tx) =>
    rewriteDocuments(tx, [incoming(unchanged(secondVersion, '2025-02-04T00:00:00Z'))]),
  )
  expect(await current()).toEqual([second?.headline])
  const changed = firstVersion.articles.map((article) => ({ ...article, updatedAt: '2025-02-05T00:00:00Z' }))
  await inTransaction(database, (tx) => rewriteDocuments(tx, [incoming({ ...firstVersion, articles: changed })]))
  expect(await current()).toEqual([first?.headline])
})

test('documents with revisions, in any order, by one to four writers, written over or taken away, give one graph', async () => {
  const revised = anyDocuments.chain((documents) =>
    fc.record({
      documents: fc.constant([...documents, firstVersion, secondVersion]),
      shuffled: fc.shuffledSubarray([...documents, firstVersion, secondVersion], { minLength: documents.length + 2 }),
      silent: fc.subarray([...documents, firstVersion, secondVersion], { maxLength: 2 }),
      writers: fc.integer({ min: 1, max: 4 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(revised, async ({ documents, shuffled, silent, writers }) => {
      await using database = await createTestDatabase()
      const queue = [...shuffled]
      const worker = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) await loadKnowledge(database, [next])
      }
      await Promise.all(Array.from({ length: writers }, worker))
      expect(await faultsOf(database)).toEqual([])
      expect(await exported(database)).toBe(await exportOf(documents))

      const left = documents.map((one) => (silent.includes(one) ? silenced(one) : one))
      await inTransaction(database, (tx) => rewriteDocuments(tx, silent.map(silenced).map(incoming)))
      expect(await faultsOf(database)).toEqual([])
      expect(await exported(database)).toBe(await exportOf(left))

      await inTransaction(database, (tx) => rewriteDocuments(tx, silent.map(incoming)))
      expect(await exported(database)).toBe(await exportOf(documents))
    }),
    { numRuns: 3 },
  )
}, 240_000)
