import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedServerError } from './errors.ts'
import { type Account, commandAs, type Programs } from './programs.ts'

/** The server's superuser, and the only one who may log in. */
export const user = 'isnad'

const major = '18'

/** In the name of a folder that is being set up. */
const halfMade = '.new-'

/**
 * Sets up the data once. It is done aside and moved into place whole, so that a kill leaves nothing half-made.
 * @throws EmbeddedServerError when it cannot be done, or the data are those of another version
 */
export async function setUpData(programs: Programs, account: Account, home: string, data: string): Promise<void> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version?.trim() === major) return
  if (version !== null) {
    throw new EmbeddedServerError(
      `${data} was made by Postgres ${version.trim()}, and this is ${major}. Export with the release that made it, move ${data} away, and load again.`,
    )
  }
  await clearHalfMade(home)
  const aside = await mkdtemp(`${data}${halfMade}`)
  const passwordFile = join(home, 'password')
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account !== null) {
    await chown(aside, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  await chmod(aside, 0o700)
  // Order by code unit comes from the builtin provider; the C library's classes of characters are what pg_trgm asks
  // whether an Arabic letter is a letter.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  locale.push(`--lc-ctype=${process.platform === 'linux' ? 'C.UTF-8' : 'UTF-8'}`)
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const args = [`--pgdata=${aside}`, ...access, ...locale, '--no-sync', '--no-instructions']
  const { command, args: words, identity } = commandAs(account, programs.initdb, args)
  const log = openSync(join(home, 'postgres.log'), 'w', 0o600)
  // Detached, because Ctrl-C reaches all of a terminal's group: it would end this half-way, with an error nobody made.
  const child = spawn(command, words, { ...identity, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code !== 0) throw new EmbeddedServerError(`Postgres could not set up ${data}: ${await lastLines(home)}`)
  await rename(aside, data)
}

/**
 * Removes what a killed set-up left. Its program may still be writing there for a moment: so each has a folder of its
 * own, and what cannot be removed now is left to the next.
 */
async function clearHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(`postgres${halfMade}`)) continue
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** What the server last said, for a message. */
export async function lastLines(home: string): Promise<string> {
  const file = join(home, 'postgres.log')
  if ((await stat(file).catch(() => null)) === null) return 'it left no log'
  return (await readFile(file, 'utf8')).trim().split('\n').slice(-3).join(' | ')
}
