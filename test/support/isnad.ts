import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The command line's door, run by the Node that runs the tests. */
export const door = join(import.meta.dirname, '../../src/cli/isnad.js')

type Environment = Readonly<Record<string, string>>

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** A process of ours that is running. */
export type Running = {
  readonly pid: number
  /** Waits until it has said something on either stream, and gives all that it said there. Throws when it ends first. */
  says(what: string): Promise<string>
  /** Writes to its standard input. */
  tell(text: string): void
  /** Ends its standard input. */
  hangUp(): void
  /** Closes the reading end of its standard output. */
  stopReading(): void
  /** Sends a signal, and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>
  /** Waits for the end. */
  readonly ended: Promise<Ended>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

/** Starts `isnad` with nothing of our environment but where programs and temporary files are. */
export function startIsnad(args: readonly string[], environment: Environment = {}): Running {
  const { PATH = '', TMPDIR = tmpdir() } = process.env
  const env = { PATH, TMPDIR, LOG_LEVEL: 'silent', ...environment }
  const child = spawn(process.execPath, [door, ...args], { env, stdio: 'pipe' })
  running.add(child)
  let out = ''
  let err = ''
  const heard = new EventTarget()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard.dispatchEvent(new Event('text'))
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    heard.dispatchEvent(new Event('text'))
  })
  // A process that ends without reading what it is told is the test's matter, not a fault.
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'close').then(([code]): Ended => {
    running.delete(child)
    heard.dispatchEvent(new Event('text'))
    return { code, out, err }
  })
  return {
    pid: child.pid ?? 0,
    async says(what) {
      while (!(out + err).includes(what)) {
        if (!running.has(child)) throw new Error(`isnad ended before it said “${what}”:\n${err}${out}`)
        await once(heard, 'text')
      }
      return out + err
    },
    tell: (text) => void child.stdin.write(text),
    hangUp: () => void child.stdin.end(),
    stopReading: () => void child.stdout.destroy(),
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

/** Runs `isnad` to its end, with `input` as its standard input. */
export function isnad(args: readonly string[], environment: Environment = {}, input = ''): Promise<Ended> {
  const child = startIsnad(args, environment)
  child.tell(input)
  child.hangUp()
  return child.ended
}

/** An empty folder, removed when the test or, called at its top, the file has ended. */
export async function temporaryFolder(whenDone: (remove: () => Promise<void>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-test-'))
  whenDone(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The process number of the Postgres that serves a home; null when there is none. */
export async function postgresOf(home: string): Promise<number | null> {
  const file = await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null)
  const pid = Number(file?.split('\n')[0])
  return file !== null && isAlive(pid) ? pid : null
}

/** Whether a process lives; one that has ended may stay in the table, as a zombie, until somebody asks for its exit code. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim().replace(/^Z.*/, '') !== ''
}
