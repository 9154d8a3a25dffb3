import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a server may take to shut down in good order, and then at once, in milliseconds. */
const patience = { SIGINT: 15_000, SIGQUIT: 5_000 } as const

/**
 * Clears what a killed run of ours left on a data directory: its server, which goes on running without us, and its
 * `postmaster.pid`, whose number the system may since have given to somebody else. Call it only while holding the
 * home's lock: then whatever serves these data is an orphan.
 */
export async function clearLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return
  if (serves(pid, data)) await stopServer(pid, () => serves(pid, data))
  await rm(file, { force: true })
}

/** Asks a server to stop, first in good order, then at once, and waits until it is gone. */
export async function stopServer(pid: number, isRunning: () => boolean): Promise<void> {
  for (const [signal, limit] of [
    ['SIGINT', patience.SIGINT],
    ['SIGQUIT', patience.SIGQUIT],
  ] as const) {
    if (!isRunning()) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (const end = Date.now() + limit; isRunning() && Date.now() < end; ) await sleep(10)
  }
}

/** Whether a living process is the Postgres of exactly this data directory. */
function serves(pid: number, data: string): boolean {
  const args = commandLine(pid) ?? ''
  return args.includes('postgres') && args.includes(data)
}

/** The words a living process was started with; null when there is none, or it is a zombie. */
function commandLine(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return null
  }
}
