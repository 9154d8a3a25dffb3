import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/store/embedded/server.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'

/** Two loads, a start and a kill: much for a busy machine. */
const limit = 120_000

const modules = new URL('../../src/', import.meta.url).href

async function firstSeeds(count: number): Promise<string[]> {
  return (await readdir(seedFolder))
    .sort()
    .slice(0, count)
    .map((name) => join(seedFolder, name))
}

/** A process that loads files and tells of each one that is in. */
function loadElsewhere(url: string, files: readonly string[]): ChildProcess {
  const program = `
    const { openDatabase } = await import(${JSON.stringify(`${modules}store/database.ts`)})
    const { ingestFiles } = await import(${JSON.stringify(`${modules}ingest/ingest-files.ts`)})
    const onProgress = ({ done }) => done > 0 && process.stdout.write(done + '\\n')
    await ingestFiles(openDatabase(${JSON.stringify(url)}), ${JSON.stringify(files)}, { onProgress })`
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test(
  'a load that is killed half-way and run again gives the graph of one that was not',
  async () => {
    const files = await firstSeeds(10)
    await using undisturbed = await createTestDatabase()
    await ingestFiles(undisturbed, files)

    await using database = await createTestDatabase()
    const child = loadElsewhere(database.url, files)
    await once(child.stdout ?? child, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const before = await database.prisma.document.count()
    expect(before).toBeLessThan(files.length)

    const summary = await ingestFiles(database, files)
    expect(summary.refusals).toEqual([])
    expect(summary.stored + summary.duplicates).toBe(files.length)
    expect(await exported(database)).toBe(await exported(undisturbed))
  },
  limit,
)

test(
  'a server that dies in the middle of a load is named as the reason, and the next load completes it',
  async () => {
    const files = await firstSeeds(10)
    const home = await mkdtemp(join(tmpdir(), 'isnad-home-'))
    let server: EmbeddedServer = await startEmbeddedServer({ home, settings: { fsync: 'off' } })
    onTestFinished(async () => {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    })
    await migrate(server.url)
    {
      await using database = openDatabase(server.url)
      const load = ingestFiles(database, files, {
        onProgress: ({ done }) => {
          if (done > 0) process.kill(server.pid, 'SIGKILL')
        },
      })
      await expect(load).rejects.toMatchObject({ name: 'UnavailableError', code: 'UNAVAILABLE' })
    }
    await server.stop()
    server = await startEmbeddedServer({ home })
    await using database = openDatabase(server.url)
    expect((await ingestFiles(database, files)).refusals).toEqual([])

    await using undisturbed = await createTestDatabase()
    await ingestFiles(undisturbed, files)
    expect(await exported(database)).toBe(await exported(undisturbed))
  },
  limit,
)
