import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { applyCorrection, undoCorrection } from '../../src/ingest/correct-graph.ts'
import { ingestDocument } from '../../src/ingest/ingest-document.ts'
import { reprocessAll } from '../../src/ingest/reprocess.ts'
import type { RawDocument } from '../../src/reading/page.ts'
import type { Correction } from '../../src/resolution/corrections.ts'
import type { Database } from '../../src/store/database.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'

const names = ['gulf-saudi-iran-beijing.txt', 'english-vienna-nuclear-deal.txt', 'json-us-withdraws-iran-deal.json']

async function raw(name: string): Promise<RawDocument> {
  return { bytes: await readFile(join(seedFolder, name)), filename: name, mediaType: null, url: null }
}

async function load(database: Database, files: readonly string[] = names): Promise<void> {
  for (const name of files) expect((await ingestDocument(database, await raw(name))).failure).toBeNull()
}

async function apply(database: Database, correction: Correction): Promise<string> {
  const { correctionId, errors } = await applyCorrection(database, { correction, reason: 'a test' })
  expect(errors).toEqual([])
  return correctionId ?? ''
}

/** Two countries that the documents speak of, some mentions of the first, and an entity that is no country. */
async function pick(database: Database) {
  const [first, second] = await database.prisma.entity.findMany({
    where: { kind: 'COUNTRY', articleCount: { gt: 1 } },
    orderBy: { id: 'asc' },
    include: { mentions: { orderBy: { id: 'asc' } } },
  })
  if (first === undefined || second === undefined) throw new Error('the documents speak of no two countries')
  const others = await database.prisma.entity.findMany({
    where: { kind: { not: 'COUNTRY' } },
    orderBy: [{ articleCount: 'desc' }, { id: 'asc' }],
    include: { mentions: { orderBy: { id: 'asc' } } },
  })
  const other = others.find(({ mentions }) => mentions.length > 1)
  if (other === undefined) throw new Error('the documents speak of nothing else twice')
  return { first, second, other, mentionIds: first.mentions.slice(0, 1).map(({ id }) => id) }
}

async function decisions(database: Database): Promise<Correction[]> {
  const { first, second, other, mentionIds } = await pick(database)
  const split = other.mentions.slice(0, 1).map(({ id }) => id)
  return [
    { kind: 'MERGE', fromIds: [first.id], intoId: second.id },
    { kind: 'RENAME', entityId: first.id, name: 'اسم آخر', language: 'ar' },
    { kind: 'SPLIT', entityId: other.id, mentionIds: split, name: 'اسم آخر' },
    { kind: 'REJECT', mentionId: mentionIds[0] ?? '' },
  ]
}

test.each([0, 1, 2, 3])('decision %i changes the graph, outlives understanding anew, and can be undone', async (at) => {
  await using database = await createTestDatabase()
  await load(database)
  const before = await exported(database)
  const [correction] = (await decisions(database)).slice(at)
  if (correction === undefined) throw new Error('no such decision')
  const id = await apply(database, correction)
  const corrected = await exported(database)
  expect(corrected).not.toBe(before)
  await reprocessAll(database)
  expect(await exported(database)).toBe(corrected)
  expect(await undoCorrection(database, id)).toEqual({ correctionId: id, errors: [] })
  expect(await exported(database)).toBe(before)
  expect((await undoCorrection(database, id)).errors[0]?.code).toBe('ALREADY_UNDONE')
})

test('documents that come after a decision come under it', async () => {
  await using early = await createTestDatabase()
  await load(early)
  const [merge, , , reject] = await decisions(early)
  if (merge === undefined || reject === undefined) throw new Error('no decisions')
  await apply(early, reject)
  await apply(early, merge)

  await using late = await createTestDatabase()
  const log = await early.prisma.correction.findMany({ orderBy: { ordinal: 'asc' } })
  for (const { id, kind, payload, reason, createdAt } of log) {
    await late.prisma.correction.create({ data: { id, kind, payload: payload ?? {}, reason, createdAt } })
  }
  await load(late, names.toReversed())
  expect(await exported(late)).toBe(await exported(early))
})

test('a merged entity stays under its id and says where it went', async () => {
  await using database = await createTestDatabase()
  await load(database)
  const { first, second } = await pick(database)
  await apply(database, { kind: 'MERGE', fromIds: [first.id], intoId: second.id })
  const gone = await database.prisma.entity.findUniqueOrThrow({ where: { id: first.id }, include: { mentions: true } })
  expect(gone).toMatchObject({ mergedIntoId: second.id, articleCount: 0, mentions: [] })
  const stayed = await database.prisma.mention.count({ where: { entityId: second.id } })
  expect(stayed).toBeGreaterThan(second.mentions.length)
})

test('a decision that cannot be taken says why and changes nothing', async () => {
  await using database = await createTestDatabase()
  await load(database)
  const before = await exported(database)
  const { first, other, mentionIds } = await pick(database)
  const person = await database.prisma.person.findFirstOrThrow()
  const nobody = '00000000-0000-5000-8000-000000000000'
  const refused: [Correction, string][] = [
    [{ kind: 'MERGE', fromIds: [first.id], intoId: first.id }, 'MERGE_INTO_ITSELF'],
    [{ kind: 'MERGE', fromIds: [], intoId: first.id }, 'NOTHING_TO_MERGE'],
    [{ kind: 'MERGE', fromIds: [person.id], intoId: first.id }, 'KINDS_DIFFER'],
    [{ kind: 'MERGE', fromIds: [nobody], intoId: first.id }, 'NOT_FOUND'],
    [{ kind: 'RENAME', entityId: first.id, name: ' ', language: 'ar' }, 'BAD_NAME'],
    [{ kind: 'RENAME', entityId: nobody, name: 'اسم', language: 'ar' }, 'NOT_FOUND'],
    [{ kind: 'SPLIT', entityId: first.id, mentionIds, name: 'اسم' }, 'COUNTRY_IS_ONE'],
    [{ kind: 'SPLIT', entityId: other.id, mentionIds, name: 'اسم' }, 'MENTION_OF_ANOTHER'],
    [
      { kind: 'SPLIT', entityId: other.id, mentionIds: other.mentions.map(({ id }) => id), name: 'اسم' },
      'NOTHING_LEFT',
    ],
    [{ kind: 'REJECT', mentionId: nobody }, 'NOT_FOUND'],
  ]
  for (const [correction, code] of refused) {
    const { correctionId, errors } = await applyCorrection(database, { correction, reason: null })
    expect([correctionId, errors[0]?.code]).toEqual([null, code])
  }
  expect(await exported(database)).toBe(before)
  expect(await database.prisma.correction.count()).toBe(0)
})

test('a decision in the middle of a load holds for every document', async () => {
  await using database = await createTestDatabase()
  await load(database, names.slice(0, 1))
  const entity = await database.prisma.entity.findFirstOrThrow({
    where: { kind: 'COUNTRY', articleCount: { gt: 0 } },
    orderBy: { articleCount: 'desc' },
  })
  const rename: Correction = { kind: 'RENAME', entityId: entity.id, name: 'اسم آخر', language: 'ar' }
  await Promise.all([load(database, names.slice(1)), apply(database, rename)])
  const together = await exported(database)
  await reprocessAll(database)
  expect(await exported(database)).toBe(together)
})
