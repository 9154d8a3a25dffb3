import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seed, seedFolder } from '../../seeds/seed.ts'
import { ingestDocument } from '../../src/ingest/ingest-document.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { reprocessAll, reprocessDocument } from '../../src/ingest/reprocess.ts'
import type { RawDocument } from '../../src/reading/page.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'

async function rawSeed(name: string): Promise<RawDocument> {
  return { bytes: await readFile(join(seedFolder, name)), filename: name, mediaType: null, url: null }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const binary = Buffer.from('%PDF-1.7\n\0\0\0')

test('the documents that ship are loaded into an empty database, and only there', async () => {
  await using database = await createTestDatabase()
  const names = await readdir(seedFolder)
  expect(await seed(database)).toMatchObject({ stored: names.length, duplicates: 0, refused: 0 })
  expect(await database.prisma.document.count()).toBe(names.length)
  expect(await database.prisma.mention.count()).toBeGreaterThan(100)
  expect(await seed(database)).toBeNull()
})

describe('the same documents give the same graph', () => {
  test('one by one in another order, several at once, and understood again', async () => {
    await using one = await createTestDatabase()
    await using other = await createTestDatabase()
    const names = (await readdir(seedFolder)).sort().slice(0, 8)
    for (const name of names.toReversed()) await ingestDocument(one, await rawSeed(name))
    await ingestFiles(
      other,
      names.map((name) => join(seedFolder, name)),
    )
    const graph = await exported(one)
    expect(await exported(other)).toBe(graph)

    expect(await reprocessAll(other)).toEqual({ done: names.length, failed: [] })
    expect(await exported(other)).toBe(graph)
    const document = await other.prisma.document.findFirstOrThrow()
    expect(await reprocessDocument(other, document.sha256)).toEqual({ done: 1, failed: [] })
    expect(await exported(other)).toBe(graph)
  })
})

test('the same bytes twice at once are one document, answered as a duplicate', async () => {
  await using database = await createTestDatabase()
  const raw = await rawSeed('english-earthquake.txt')
  const outcomes = await Promise.all([ingestDocument(database, raw), ingestDocument(database, raw)])
  expect(outcomes.map(({ duplicate }) => duplicate).sort()).toEqual([false, true])
  expect(new Set(outcomes.map(({ documentId }) => documentId)).size).toBe(1)
  expect(await database.prisma.document.count()).toBe(1)
})

test('a document that cannot be read is kept with its reason and its bytes', async () => {
  await using database = await createTestDatabase()
  const raw = {
    bytes: binary,
    filename: 'page.pdf',
    mediaType: 'application/pdf',
    url: 'https://news.example/page.pdf',
  }
  const outcome = await ingestDocument(database, raw)
  expect(outcome).toMatchObject({
    documentId: null,
    duplicate: false,
    failure: { stage: 'READ', code: 'DOCUMENT_BINARY' },
  })
  await ingestDocument(database, raw)
  const kept = await database.prisma.failedDocument.findMany()
  expect(kept).toMatchObject([{ stage: 'READ', code: 'DOCUMENT_BINARY', filename: 'page.pdf', url: raw.url }])
  expect(Buffer.from(kept[0]?.bytes ?? [])).toEqual(binary)
  expect(await database.prisma.document.count()).toBe(0)
})

test('a folder with a broken file: its neighbours are in, and it is named', async () => {
  await using database = await createTestDatabase()
  const folder = await temporaryFolder()
  for (const name of ['english-earthquake.txt', 'tunisia-essebsi.txt']) {
    await writeFile(join(folder, name), await readFile(join(seedFolder, name)))
  }
  await writeFile(join(folder, 'broken.bin'), binary)
  const seen: number[] = []
  const summary = await ingestFiles(database, [folder, join(folder, 'nowhere.txt')], {
    onProgress: ({ done }) => seen.push(done),
  })
  expect(summary).toMatchObject({ stored: 2, duplicates: 0, refused: 2 })
  expect(summary.refusals.map(({ at, failure }) => [at, failure.code]).sort()).toEqual([
    [join(folder, 'broken.bin'), 'DOCUMENT_BINARY'],
    [join(folder, 'nowhere.txt'), 'FILE_NOT_FOUND'],
  ])
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  expect(seen.at(-1)).toBe(4)
  expect(await ingestFiles(database, [join(folder, '*.txt')])).toMatchObject({ stored: 0, duplicates: 2, refused: 0 })
})

test('a failed document that is read later is failed no more', async () => {
  await using database = await createTestDatabase()
  const raw = await rawSeed('english-earthquake.txt')
  const { sha256 } = await ingestDocument(database, raw)
  await database.prisma.document.delete({ where: { sha256 } })
  await database.prisma.$executeRaw`
    insert into failed_document (id, sha256, bytes, received_at, stage, code, message, failed_at)
    values (gen_random_uuid(), ${sha256}, ${raw.bytes}, now(), 'EXTRACT', 'INTERNAL_FAULT', 'a fault of an earlier release', now())`
  expect(await reprocessAll(database)).toEqual({ done: 0, failed: [] })
  expect(await database.prisma.failedDocument.count()).toBe(0)
  expect(await database.prisma.document.count()).toBe(1)
})
