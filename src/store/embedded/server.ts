import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
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

const user = 'isnad'
const database = 'isnad'
const major = '18'
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
    await initialise(programs, account, home, data)
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

/** Sets up the data once. It is done aside and moved into place whole, so that a kill leaves nothing half-made. */
async function initialise(programs: Programs, account: Account, home: string, data: string): Promise<void> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version?.trim() === major) return
  if (version !== null) {
    throw new EmbeddedServerError(
      `${data} was made by Postgres ${version.trim()}, and this is ${major}. Export with the release that made it, move ${data} away, and load again.`,
    )
  }
  const aside = `${data}.new`
  const passwordFile = join(home, 'password')
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside)
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account !== null) {
    await chown(aside, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  await chmod(aside, 0o700)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  locale.push(`--lc-ctype=${process.platform === 'linux' ? 'C.UTF-8' : 'UTF-8'}`)
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const args = [`--pgdata=${aside}`, ...access, ...locale, '--no-sync', '--no-instructions']
  const { command, args: words, identity } = commandAs(account, programs.initdb, args)
  const log = openSync(join(home, 'postgres.log'), 'w', 0o600)
  const child = spawn(command, words, { ...identity, stdio: ['ignore', log, log] })
  closeSync(log)
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code !== 0) throw new EmbeddedServerError(`Postgres could not set up ${data}: ${await lastLines(home)}`)
  await rename(aside, data)
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

async function lastLines(home: string): Promise<string> {
  const file = join(home, 'postgres.log')
  if ((await stat(file).catch(() => null)) === null) return 'it left no log'
  return (await readFile(file, 'utf8')).trim().split('\n').slice(-3).join(' | ')
}
