import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HomeLockedError } from './errors.ts'

/** Held for as long as this process may touch the data; released by `release`, or by the system when the process dies. */
export type HomeLock = { release(): void }

/**
 * Takes a home folder for this process alone.
 *
 * The lock is an exclusive transaction on an empty SQLite file: SQLite holds a lock of the operating system, which no
 * SIGKILL leaves behind, so that there is no stale lock to recognise and no process number to mistake for another's.
 * @throws HomeLockedError when a living process holds it
 */
export async function lockHome(home: string): Promise<HomeLock> {
  await mkdir(home, { recursive: true })
  const holder = join(home, 'holder')
  const file = new DatabaseSync(join(home, 'lock'), { timeout: 0 })
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    file.close()
    if (isBusy(error)) throw new HomeLockedError(home, readHolder(holder))
    throw error
  }
  await rm(join(home, 'address'), { force: true })
  await writeFile(holder, String(process.pid))
  const release = (): void => {
    if (file.isOpen) file.close()
  }
  return { release }
}

/** Notes under which address the home's server can be reached, for other programs of the same user. */
export async function writeAddress(home: string, url: string): Promise<void> {
  const file = join(home, 'address')
  await rm(file, { force: true })
  await writeFile(`${file}.new`, url, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Where the server of a home that another process holds can be reached; null when it is not serving yet. */
export async function readAddress(home: string): Promise<string | null> {
  return readFile(join(home, 'address'), 'utf8').catch(() => null)
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function readHolder(path: string): string {
  try {
    return `process ${readFileSync(path, 'utf8')}`
  } catch {
    return 'another process'
  }
}
