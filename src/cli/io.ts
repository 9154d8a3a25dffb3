import type { Readable } from 'node:stream'

/** What a command has of the world: data goes to `out`, words for people to `err`. */
export type Io = {
  /**
   * Writes data, and settles when more may come: whoever waits for it goes no faster than the reader.
   * @throws OutputError when nothing more can be written
   */
  readonly out: (data: string | Uint8Array) => Promise<void>
  readonly err: (text: string) => void
  readonly stdin: Readable
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted, with a StoppedError, when the user asks the command to stop. */
  readonly signal: AbortSignal
  /** Whether people watch `err`, so that a line may be drawn over. */
  readonly live: boolean
}

/** Exit codes: all well; the command did its work and found faults, or could not work; the call itself was wrong. */
export const exitCode = { ok: 0, failed: 1, usage: 2 } as const

/** A failure that its message explains to the user, with what to do; anything else is a fault of ours. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code = 'COMMAND_FAILED'
}

/** The user asked for the end before the work was done. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
  readonly code = 'STOPPED'
  constructor() {
    super('Stopped before the end.')
  }
}

/** Standard output takes nothing more: its reader has gone (`isnad export | head`), or its disk is full. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly code = 'OUTPUT'
  /** True when the reader went away, which is its right. */
  readonly readerLeft: boolean
  constructor(cause: NodeJS.ErrnoException) {
    super(`Standard output cannot be written (${cause.code ?? cause.message}); is the disk full?`, { cause })
    this.readerLeft = cause.code === 'EPIPE'
  }
}
