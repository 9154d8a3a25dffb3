import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Io, OutputError, StoppedError } from './io.ts'

/** What of a process its Io is made of; a test brings its own. */
export type Streams = {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
}

export type ProcessIo = {
  readonly io: Io
  /** Asks the command to stop. */
  readonly stop: () => void
  /**
   * Waits until all data has left.
   * @throws OutputError when some could not
   */
  readonly flush: () => Promise<void>
}

/** An Io on a process's streams. */
export function openProcessIo(streams: Streams): ProcessIo {
  const { stdout, stderr } = streams
  const stopping = new AbortController()
  let broken: OutputError | null = null
  stdout.on('error', (error) => {
    broken ??= new OutputError(error)
  })
  // A service goes on when nobody reads any more what it says.
  stderr.on('error', () => undefined)
  const out = async (data: string | Uint8Array): Promise<void> => {
    if (broken !== null) throw broken
    if (stdout.write(data)) return
    try {
      await once(stdout, 'drain', { signal: stopping.signal })
    } catch (error) {
      throw broken ?? stopping.signal.reason ?? error
    }
  }
  return {
    io: {
      out,
      err: (text) => void stderr.write(text),
      // Some ways to start a process leave it without one, so it is opened when it is read.
      get stdin() {
        return streams.stdin
      },
      environment: streams.env,
      signal: stopping.signal,
      live: stderr.isTTY === true,
    },
    stop: () => stopping.abort(new StoppedError()),
    async flush() {
      await new Promise<void>((done) => void stdout.write('', () => done()))
      if (broken !== null) throw broken
    },
  }
}
