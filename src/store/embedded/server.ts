import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { lastLines, setUpData, user } from './data-directory.ts'
import { EmbeddedServerError } from './errors.ts'
import { lockHome, writeAddress } from './home-lock.ts'
import { clearLeftover, stopServer } from './leftover.ts'
import { type Account, chooseAccount, commandAs, findPrograms, type Programs } from './programs.ts'

/** A Postgres of our own that runs as long as this process. */
export type EmbeddedServer = AsyncDisposable & {
  /** Connection string of the database `isnad`, with its password; it reaches no other machine. */
  readonly url: string
  readonly pid: number
  /** Settles when the server has gone, asked for or not. */
  readonly gone: Promise<void>
  /** Stops it in good order and gives up the home. A second call waits for the first. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Folder for data, password, lock and log; made when missing. */
  readonly home: string
  /** Server settings beside ours, e.g. `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

const database = 'isnad'
const startLimit = 30_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ours: one machine's news, other work beside it. `jit` costs more than it gives on queries of milliseconds. */
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  jit: 'off',
  log_min_messages: 'warning',
}

/**
 * Starts Postgres 18 on the data under `home`, which it sets up the first time, on a free port of 127.0.0.1 with a
 * random password. What a killed run left there is cleared first. The server stops with `stop`, with this process's
 * end, and on SIGINT, SIGTERM and SIGHUP where the program does not listen to them itself.
 * @throws HomeLockedError when another process serves from the same home
 * @throws EmbeddedServerError when the server cannot be set up or started
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = resolve(options.home)
  const data = join(home, 'postgres')
  const lock = await lockHome(home)
  try {
    await clearLeftover(data)
    const programs = await findPrograms()
    const account = chooseAccount([programs.postgres, home])
    await setUpData(programs, account, home, data)
    const password = await readFile(join(home, 'password'), 'utf8')
    const launched = await launch(programs, account, home, data, { ...ownSettings, ...options.settings })
    const server = watch(launched.child, launched.port, password, lock.release)
    try {
      await createDatabase(server)
      await writeAddress(home, server.url)
    } catch (error) {
      await server.stop()
      throw error
    }
    return server
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Starts the server and waits until it takes connections. Between choosing a free port and binding it somebody else may take it: then again. */
async function launch(
  programs: Programs,
  account: Account,
  home: string,
  data: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; port: number }> {
  const logFile = join(home, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const { command, args, identity } = commandAs(account, programs.postgres, [
      '-D',
      data,
      '-p',
      String(port),
      ...flags,
    ])
    const log = openSync(logFile, 'w', 0o600)
    const child = spawn(command, args, { ...identity, stdio: ['ignore', log, log], detached: true, cwd: '/' })
    closeSync(log)
    if (await isReady(child, data)) return { child, port }
    const last = await lastLines(home)
    if (attempt === 5 || !/could not bind|in use/.test(last)) {
      throw new EmbeddedServerError(`Postgres did not start on ${data} (whole log: ${logFile}): ${last}`)
    }
    await sleep(200)
  }
}

/** Follows the line of `postmaster.pid` in which the server tells its state, as `pg_ctl` does. */
async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (const end = Date.now() + startLimit; !ended && Date.now() < end; await sleep(15)) {
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
  }
  if (!ended) child.kill('SIGQUIT')
  return false
}

function watch(child: ChildProcess, port: number, password: string, release: () => void): EmbeddedServer {
  const pid = child.pid ?? 0
  let running = true
  let stopping: Promise<void> | null = null
  const gone = new Promise<void>((done) => {
    const over = (): void => {
      running = false
      done()
    }
    if (child.exitCode === null && child.signalCode === null) child.once('exit', over)
    else over()
  })
  const onExit = (): void => {
    if (running) child.kill('SIGINT')
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return
    void stop().finally(() => process.kill(process.pid, signal))
  }
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await stopServer(pid, () => running)
      for (const signal of signals) process.off(signal, onSignal)
      process.off('exit', onExit)
      release()
    })()
    return stopping
  }
  process.on('exit', onExit)
  for (const signal of signals) process.on(signal, onSignal)
  child.unref()
  const url = `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  return { url, pid, gone, stop, [Symbol.asyncDispose]: stop }
}

async function createDatabase(server: EmbeddedServer): Promise<void> {
  const client = new Client({ connectionString: server.url.replace(/[^/]*$/, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
