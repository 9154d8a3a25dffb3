import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import type { RawDocument } from '../../src/reading/page.ts'
import type { Database } from '../../src/store/database.ts'
import { keepFailure } from '../../src/store/dead-letters.ts'
import { createTestDatabase } from '../support/database.ts'
import { isnad } from '../support/isnad.ts'

const page = await readFile(join(seedFolder, 'english-earthquake.txt'))
const binary = Buffer.from('%PDF-1.7\n\0\0\u{1b}[31mred')
const receivedAt = new Date('2025-01-03T10:00:00Z')

/** Puts a document among the failed ones, as an earlier release would have. */
async function fail(database: Database, bytes: Uint8Array, raw: Partial<RawDocument> = {}): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = { filename: null, mediaType: null, url: null, ...raw, bytes, sha256, receivedAt }
  const failure = { stage: 'READ', code: 'DOCUMENT_BINARY', message: 'It is no text. Send its text instead.' } as const
  await keepFailure(database.prisma, document, failure)
  return sha256
}

function on({ url }: Database) {
  return (...args: string[]) => isnad(['failed', ...args], { DATABASE_URL: url })
}

test('nothing failed: nothing to list or to retry', async () => {
  await using database = await createTestDatabase()
  const failed = on(database)
  expect(await failed('list')).toEqual({ code: 0, out: '', err: 'No failed documents.\n' })
  expect(await failed('list', '--json')).toEqual({ code: 0, out: '', err: '' })
  expect((await failed('retry', '--all')).out).toBe('0 documents read, 0 known already, 0 failed again.\n')
})

test('failed documents are listed, the latest first, for people and as JSON', async () => {
  await using database = await createTestDatabase()
  const failed = on(database)
  const first = await fail(database, binary, { filename: 'a\u{1b}[2J.pdf' })
  const second = await fail(database, Buffer.from('\0\0'), { url: 'https://outlet.example/page' })
  await database.prisma.$executeRaw`
    update failed_document set failed_at = '2025-01-03T11:00:00Z', code = 'OTHER' where sha256 = ${first}`
  const { out, err, code } = await failed('list')
  expect(code).toBe(0)
  expect(err).toBe('2 failed; `failed show HASH` says more of one.\n')
  const [newest = '', oldest = ''] = out.split('\n')
  expect(newest).toMatch(
    new RegExp(`^${second.slice(0, 12)} {2}READ +DOCUMENT_BINARY .*Z {2}https://outlet.example/page$`),
  )
  expect(oldest).toBe(`${first.slice(0, 12)}  READ     OTHER                   2025-01-03 11:00Z  a\u{fffd}[2J.pdf`)

  const lines = (await failed('list', '--json', '--code', 'OTHER')).out.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ sha256: first, size: binary.length, filename: 'a\u{1b}[2J.pdf', mediaType: null, url: null },
      ...{ receivedAt: receivedAt.toISOString(), failedAt: '2025-01-03T11:00:00.000Z' },
      ...{ stage: 'READ', code: 'OTHER', message: 'It is no text. Send its text instead.' },
    },
  ])
})

test('more than a page of failed documents is listed whole, each once', async () => {
  await using database = await createTestDatabase()
  await database.prisma.$executeRaw`
    insert into failed_document (id, sha256, bytes, received_at, stage, code, message, failed_at)
    select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), '\\x00', now(), 'READ', 'SOME', 'Why.', now()
    from generate_series(1, 1203) n`
  const { out } = await on(database)('list', '--json')
  const hashes = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).sha256)
  expect(hashes).toHaveLength(1203)
  expect(new Set(hashes).size).toBe(1203)
})

test('a failed document is shown by the beginning of its hash, with its first lines, or byte for byte', async () => {
  await using database = await createTestDatabase()
  const failed = on(database)
  const sha256 = await fail(database, binary, { filename: 'page.pdf', mediaType: 'application/pdf' })
  const { out, code } = await failed('show', sha256.slice(0, 6).toUpperCase())
  expect(code).toBe(0)
  expect(out).toContain(`sha256   ${sha256}\n`)
  expect(out).toContain('why      It is no text. Send its text instead.\n')
  expect(out).toContain(
    'name     page.pdf\ntype     application/pdf\nsize     19 bytes, handed over 2025-01-03T10:00:00.000Z\n',
  )
  expect(out).toMatch(/\n\n\| %PDF-1\.7\n\| \u{fffd}\u{fffd}\u{fffd}\[31mred\n$/u)
  expect((await failed('show', sha256, '--bytes')).out).toBe(binary.toString())
})

test('the beginning of a hash must name one document', async () => {
  await using database = await createTestDatabase()
  const failed = on(database)
  await database.prisma.$executeRaw`
    insert into failed_document (id, sha256, bytes, received_at, stage, code, message, failed_at)
    select gen_random_uuid(), rpad('ab' || n, 64, '0'), '\\x00', now(), 'READ', 'SOME', 'Why.', now()
    from generate_series(1, 2) n`
  expect(await failed('show', 'ab')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('ab10000000 ab20000000'),
  })
  expect((await failed('show', 'ab1')).code).toBe(0)
  for (const wrong of ['cd', '%']) {
    expect(await failed('show', wrong)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('`failed list`'),
    })
  }
})

test('a retry takes in what can be read now, as of when it came first, and keeps the rest with its new reason', async () => {
  await using database = await createTestDatabase()
  const failed = on(database)
  const retrievedAt = '2025-01-02T00:00:00Z'
  const good = await fail(database, page, { filename: 'english-earthquake.txt', retrievedAt })
  const bad = await fail(database, binary, { filename: 'page.pdf' })
  await database.prisma.$executeRaw`update failed_document set code = 'INTERNAL_FAULT', stage = 'EXTRACT'`

  expect((await failed('retry', '--code', 'NO_SUCH')).out).toBe('0 documents read, 0 known already, 0 failed again.\n')
  const all = await failed('retry', '--code', 'INTERNAL_FAULT')
  expect(all).toMatchObject({ code: 1, out: '1 documents read, 0 known already, 1 failed again.\n' })
  expect(all.err).toMatch(/^page\.pdf: .*\(READ DOCUMENT_BINARY\)\n$/)
  const [document, ...others] = await database.prisma.document.findMany({ omit: { bytes: true } })
  expect(others).toEqual([])
  expect(document).toMatchObject({ sha256: good, receivedAt, retrievedAt: new Date(retrievedAt) })
  const [left] = await database.prisma.failedDocument.findMany()
  expect(left).toMatchObject({ sha256: bad, stage: 'READ', code: 'DOCUMENT_BINARY', receivedAt })

  // One that is in already, by whatever way, is failed no more.
  await fail(database, page)
  const one = await failed('retry', good.slice(0, 8))
  expect(one).toEqual({ code: 0, out: '0 documents read, 1 known already, 0 failed again.\n', err: '' })
  expect(await database.prisma.failedDocument.count()).toBe(1)
})
