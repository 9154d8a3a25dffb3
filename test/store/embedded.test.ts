import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAddress } from '../../src/store/embedded/home-lock.ts'
import { startEmbeddedServer } from '../../src/store/embedded/server.ts'

const module = new URL('../../src/store/embedded/server.ts', import.meta.url).href
let home = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'isnad-home-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Another process that starts the server on our home, says so, and stays until it is told to end. */
async function startElsewhere(): Promise<ChildProcess> {
  const program = `
    const { startEmbeddedServer } = await import(${JSON.stringify(module)})
    const server = await startEmbeddedServer({ home: ${JSON.stringify(home)} })
    process.stdout.write(String(server.pid))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return child
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
}

/** A process that has ended may stay in the table, as a zombie, until somebody asks for its exit code. */
function isAlive(pid: number): boolean {
  return (
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .replace(/^Z.*/, '') !== ''
  )
}

function serverPid(): number {
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows[0]
}

test('it serves version 18 with code-unit order and Arabic trigrams, on this machine alone', async () => {
  await using server = await startEmbeddedServer({ home })
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  const answer = await ask(
    server.url,
    `select current_setting('server_version_num')::int / 10000 as version, 'ب' > 'Z' as by_code,
      current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
  )
  expect(answer).toEqual({ version: 18, by_code: true, listens: '127.0.0.1', sockets: '' })
  await ask(server.url, 'create extension if not exists pg_trgm')
  expect(await ask(server.url, "select similarity('فيدان', 'فيدن') > 0.3 as alike")).toEqual({ alike: true })
})

test('what was written is there at the next start, which is quick', async () => {
  {
    await using server = await startEmbeddedServer({ home })
    await ask(server.url, "create table kept as select 'kept' as word")
  }
  await using server = await startEmbeddedServer({ home })
  expect(await ask(server.url, 'select word from kept')).toEqual({ word: 'kept' })
})

test('a wrong password is refused', async () => {
  await using server = await startEmbeddedServer({ home })
  const url = new URL(server.url)
  url.password = 'wrong'
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/password/)
})

test('a second server on the same home is refused with who holds it, and may ask where it serves', async () => {
  await using server = await startEmbeddedServer({ home })
  await expect(startEmbeddedServer({ home })).rejects.toMatchObject({ name: 'HomeLockedError', code: 'HOME_LOCKED' })
  await expect(startEmbeddedServer({ home })).rejects.toThrow(`process ${process.pid}`)
  expect(await readAddress(home)).toBe(server.url)
})

describe('another process', () => {
  test('keeps us out while it lives', async () => {
    const child = await startElsewhere()
    await expect(startEmbeddedServer({ home })).rejects.toThrow(`process ${child.pid}`)
    await kill(child, 'SIGTERM')
    await using server = await startEmbeddedServer({ home })
    expect(server.pid).toBeGreaterThan(0)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes its server along on %s', async (signal) => {
    const child = await startElsewhere()
    const pid = serverPid()
    await kill(child, signal)
    expect(child.signalCode).toBe(signal)
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(home, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('that was killed leaves an orphan, which the next start clears away', async () => {
    const child = await startElsewhere()
    const orphan = serverPid()
    await kill(child, 'SIGKILL')
    expect(isAlive(orphan)).toBe(true)
    await using server = await startEmbeddedServer({ home })
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(server.url, 'select word from kept')).toEqual({ word: 'kept' })
  })

  test('whose number a stale postmaster.pid bears by chance is left alone', async () => {
    const bystander = spawn('sleep', ['60'])
    await writeFile(join(home, 'postgres', 'postmaster.pid'), `${bystander.pid}\n${join(home, 'postgres')}\n`)
    await using server = await startEmbeddedServer({ home })
    expect(server.pid).toBeGreaterThan(0)
    expect(bystander.exitCode).toBeNull()
    await kill(bystander, 'SIGKILL')
  })
})

test('data of another version are refused', async () => {
  const old = await mkdtemp(join(tmpdir(), 'isnad-home-'))
  try {
    const data = join(old, 'postgres')
    await mkdir(data)
    await writeFile(join(data, 'PG_VERSION'), '17\n')
    await expect(startEmbeddedServer({ home: old })).rejects.toMatchObject({ code: 'EMBEDDED_SERVER' })
  } finally {
    await rm(old, { recursive: true, force: true })
  }
})
