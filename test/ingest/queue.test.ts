import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { sha256Of } from '../../src/ingest/document-hash.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { Bell } from '../../src/ingest/queue/bell.ts'
import { bury } from '../../src/ingest/queue/bury.ts'
import { Crew } from '../../src/ingest/queue/crew.ts'
import { openQueue } from '../../src/ingest/queue/open-queue.ts'
import type { Database } from '../../src/store/database.ts'
import { type HandedOver, keepIncoming, waitingAfter } from '../../src/store/incoming.ts'
import { inTransaction } from '../../src/store/write/transaction.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'
import { startIsnad, temporaryFolder } from '../support/isnad.ts'

/** Workers read their word lists first, and the machine may be busy. */
const limit = 120_000

const folder = join(await temporaryFolder(afterAll), 'pages')
let names: readonly string[] = []

beforeAll(async () => {
  await mkdir(folder)
  names = (await readdir(seedFolder)).sort().slice(0, 6)
  for (const name of names) await writeFile(join(folder, name), await readFile(join(seedFolder, name)))
})

/** Whatever is still on its way: rows, and jobs of the queue. */
async function onTheWay({ prisma }: Database): Promise<unknown> {
  const [counts] = await prisma.$queryRaw<unknown[]>`
    select (select count(*)::int from incoming_document) as rows, (select count(*)::int from pgboss.job) as jobs`
  return counts
}

/** Has every worker that this test starts load a module first. */
function withPreload(path: string): void {
  const before = process.env['NODE_OPTIONS']
  process.env['NODE_OPTIONS'] = `--import ${path}`
  onTestFinished(() => {
    if (before === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = before
  })
}

describe('worker processes', () => {
  test(
    'give the graph that one process gives, leave nothing in the queue, and know it all the next time without starting',
    async () => {
      await using alone = await createTestDatabase()
      await using together = await createTestDatabase()
      await ingestFiles(alone, [folder])
      const seen: number[] = []
      const tally = await ingestFiles(together, [folder, join(folder, 'no-such-page.txt')], {
        jobs: 2,
        onProgress: ({ done }) => seen.push(done),
      })
      expect(tally).toMatchObject({ stored: names.length, duplicates: 0, refused: 1 })
      expect(tally.refusals).toMatchObject([{ failure: { code: 'FILE_NOT_FOUND' } }])
      expect(seen.at(-1)).toBe(names.length + 1)
      expect(await exported(together)).toBe(await exported(alone))
      expect(await onTheWay(together)).toEqual({ rows: 0, jobs: 0 })

      expect(await ingestFiles(alone, [folder], { jobs: 2 })).toMatchObject({ stored: 0, duplicates: names.length })
      const [queue] = await alone.prisma.$queryRaw<unknown[]>`select to_regnamespace('pgboss') is null as absent`
      expect(queue).toEqual({ absent: true })
    },
    limit,
  )

  test(
    'that a document holds for ever are replaced; it goes to the failed ones after three tries, and its neighbours are in',
    async () => {
      withPreload(join(import.meta.dirname, '../support/poison.ts'))
      const poisoned = await temporaryFolder(onTestFinished)
      await writeFile(join(poisoned, 'loop.txt'), 'POISON: LOOP')
      await using database = await createTestDatabase()
      const tally = await ingestFiles(database, [poisoned, folder], { jobs: 2, deadline: 1_200 })
      expect(tally).toMatchObject({ stored: names.length, refused: 1 })
      expect(tally.refusals).toMatchObject([{ at: join(poisoned, 'loop.txt'), failure: { code: 'TOO_SLOW' } }])
      const failed = await database.prisma.failedDocument.findMany()
      expect(failed.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['POISON: LOOP'])
      expect(await onTheWay(database)).toEqual({ rows: 0, jobs: 0 })
    },
    limit,
  )

  test('that cannot start end the run with the reason, and what waits goes on waiting', async () => {
    withPreload(join(folder, 'no-such-module.ts'))
    await using database = await createTestDatabase()
    await expect(ingestFiles(database, [folder], { jobs: 2 })).rejects.toThrow(
      /^Worker processes cannot be started .*no-such-module/,
    )
    expect(await waitingAfter(database.prisma, '', 100)).toHaveLength(names.length)
  })
})

test('a document over which workers end is given up at the third, and what they had beside it is not', async () => {
  await using database = await createTestDatabase()
  const [poison, neighbour] = await Promise.all(names.slice(0, 2).map(handedOver))
  if (poison === undefined || neighbour === undefined) throw new Error('There are no documents.')
  await inTransaction(database, (tx) => keepIncoming(tx, [poison, neighbour], new Date()))
  const unfinished = [poison, neighbour].map(({ sha256, bytes }) => ({ sha256, size: bytes.length }))
  const crew = new Crew({ url: database.url, deadline: 1, jobs: 1 }, new Bell())
  crew.add(unfinished)
  const suspects = new Set([poison.sha256])
  const end = { unfinished, suspects, tooSlow: false, how: 'SIGKILL', wasReady: true }
  expect(await bury(database, crew, end)).toEqual([])
  expect(await bury(database, crew, end)).toEqual([])
  expect(await bury(database, crew, end)).toEqual([poison.sha256])
  expect(await database.prisma.failedDocument.findMany()).toMatchObject([
    { sha256: poison.sha256, stage: 'READ', code: 'WORKER_ENDED', message: expect.stringContaining('SIGKILL') },
  ])
  expect(await waitingAfter(database.prisma, '', 100)).toMatchObject([{ sha256: neighbour.sha256 }])
})

test(
  '`isnad worker` takes what was left waiting, also without its job, and stops when it is told to',
  async () => {
    await using database = await createTestDatabase()
    const [queued, ...lost] = await Promise.all(names.map(handedOver))
    if (queued === undefined) throw new Error('There are no documents.')
    await using queue = await openQueue(database)
    await inTransaction(database, async (tx) => {
      await keepIncoming(tx, [queued, ...lost], new Date('2025-03-01T12:00:00Z'))
      await queue.put(tx, [{ sha256: queued.sha256, size: queued.bytes.length }])
    })
    const worker = startIsnad(['worker', '--jobs', '1'], { DATABASE_URL: database.url })
    await worker.says('Waiting for documents')
    await expect.poll(() => onTheWay(database), { timeout: limit, interval: 100 }).toEqual({ rows: 0, jobs: 0 })
    expect(await worker.end('SIGTERM')).toMatchObject({
      code: 0,
      err: expect.stringMatching(new RegExp(`Stopped\\. ${names.length} documents taken\\.\\n$`)),
    })
    const received = await database.prisma.document.findMany({ distinct: ['receivedAt'] })
    expect(received.map(({ receivedAt }) => receivedAt.toISOString())).toEqual(['2025-03-01T12:00:00.000Z'])
  },
  limit,
)

async function handedOver(name: string): Promise<HandedOver> {
  const bytes = await readFile(join(seedFolder, name))
  return { sha256: sha256Of(bytes), bytes, filename: name, mediaType: null, url: null }
}
