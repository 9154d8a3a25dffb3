import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { lockHome } from '../../src/store/embedded/home-lock.ts'
import { clearLeftover } from '../../src/store/embedded/leftover.ts'
import { startEmbeddedServer } from '../../src/store/embedded/server.ts'
import { migrate } from '../../src/store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a migrated, empty database that each test file copies. */
    templateUrl: string
  }
}

const prefix = 'isnad-test-'

/** Lost on a crash, and nobody minds. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * One server for a run of the tests: that of DATABASE_URL, else an embedded one in a temporary folder. Vitest calls the
 * returned function whether the tests pass or not; what a killed run left is cleared by the next.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'] ?? ''
  return given === '' ? setupEmbedded(provide) : setupGiven(given, provide)
}

async function setupEmbedded(provide: TestProject['provide']): Promise<() => Promise<void>> {
  await clearKilledRuns()
  const home = await mkdtemp(join(tmpdir(), prefix))
  const removeNow = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  process.on('exit', removeNow)
  const server = await startEmbeddedServer({ home, settings: careless })
  await migrate(server.url)
  provide('templateUrl', server.url)
  return async () => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
    process.off('exit', removeNow)
  }
}

async function setupGiven(url: string, provide: TestProject['provide']): Promise<() => Promise<void>> {
  const name = `isnad_template_${process.pid}`
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${name}`
  await runOn(url, `create database ${name}`)
  await migrate(templateUrl.href)
  provide('templateUrl', templateUrl.href)
  return () => runOn(url, `drop database ${name} with (force)`)
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function clearKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const home = join(tmpdir(), name)
    try {
      // One that was made just now has not been locked yet.
      if (Date.now() - (await stat(home)).mtimeMs < 60_000) continue
      const lock = await lockHome(home)
      await clearLeftover(join(home, 'postgres'))
      lock.release()
      await rm(home, { recursive: true, force: true })
    } catch {
      // Another run is at work there.
    }
  }
}
