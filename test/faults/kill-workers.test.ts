import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'
import { isnad, startIsnad, temporaryFolder } from '../support/isnad.ts'

/** Three loads, starts and kills, and a claim that has to lapse: much for a busy machine. */
const limit = 240_000

const copies = 4
const folder = join(await temporaryFolder(afterAll), 'pages')

/** Pages that differ in a blank or two are documents of their own, and copies of each other. */
beforeAll(async () => {
  await mkdir(folder)
  for (const name of (await readdir(seedFolder)).sort().slice(0, 12)) {
    const page = await readFile(join(seedFolder, name), 'utf8')
    for (let copy = 0; copy < copies; copy++) await writeFile(join(folder, `${copy}-${name}`), page + ' '.repeat(copy))
  }
})

/** Process numbers of a process's children. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,stat=', '--ppid', String(pid)], { encoding: 'utf8' })
  const living = stdout.split('\n').filter((line) => !/^\s*(\d+\s+Z|$)/.test(line))
  return living.map((line) => Number.parseInt(line, 10))
}

function anyOf<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)]
}

test(
  'a load whose workers are killed, and then itself, and that is run again gives the graph of one that was not',
  async () => {
    await using undisturbed = await createTestDatabase()
    const { stored } = await ingestFiles(undisturbed, [folder])

    await using database = await createTestDatabase()
    const environment = { DATABASE_URL: database.url }
    const load = startIsnad(['ingest', '--jobs', '2', folder], environment)
    // Twice a worker, at some moment of its work: a document that was in hand both times is not given up yet.
    for (const share of [0.1, 0.4]) {
      while ((await database.prisma.document.count()) < share * stored) await sleep(20)
      await sleep(Math.random() * 200)
      const worker = anyOf(childrenOf(load.pid))
      if (worker !== undefined) process.kill(worker, 'SIGKILL')
    }
    while ((await database.prisma.document.count()) < 0.7 * stored) await sleep(20)
    const orphans = childrenOf(load.pid)
    await load.end('SIGKILL')
    await expect.poll(() => orphans.filter(isAlive), { timeout: 30_000 }).toEqual([])
    const before = await database.prisma.document.count()

    const again = await isnad(['ingest', '--jobs', '2', '--json', folder], environment)
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(again.out)).toMatchObject({ stored: stored - before, duplicates: before, refused: 0 })
    expect(await exported(database)).toBe(await exported(undisturbed))
    const [left] = await database.prisma.$queryRaw<unknown[]>`
      select (select count(*)::int from incoming_document) as rows, (select count(*)::int from pgboss.job) as jobs,
        (select count(*)::int from failed_document) as failed`
    expect(left).toEqual({ rows: 0, jobs: 0, failed: 0 })
  },
  limit,
)

function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim().replace(/^Z.*/, '') !== ''
}
