import { existsSync, rmSync } from 'node:fs'
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
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

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
  const server = await startEmbeddedServer({ home, settings: careless })
  // Vitest does not call back on signals, nor when a second Ctrl-C makes it leave at once.
  const removeNow = (): void => {
    try {
      process.kill(server.pid, 'SIGQUIT')
    } catch {
      // It has gone already.
    }
    for (let attempt = 0; attempt < 50 && existsSync(home); attempt++) {
      try {
        rmSync(home, { recursive: true, force: true })
      } catch {
        // The dying server still writes.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      }
    }
  }
  // All at once: others listen to the same signals, and would not wait.
  const leave = (signal: NodeJS.Signals): void => {
    removeNow()
    for (const one of signals) process.removeAllListeners(one)
    process.kill(process.pid, signal)
  }
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
    process.off('exit', removeNow)
    for (const signal of signals) process.off(signal, leave)
  }
  process.on('exit', removeNow)
  for (const signal of signals) process.on(signal, leave)
  await migrate(server.url)
  provide('templateUrl', server.url)
  return stop
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
