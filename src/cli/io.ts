/** What a command has of the world: data goes to `out`, words for people to `err`. */
export type Io = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly stdin: NodeJS.ReadableStream
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted when the user asks the command to stop. */
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
