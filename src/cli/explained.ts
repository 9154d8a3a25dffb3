import { isUnavailable, UnavailableError } from '../store/database-error.ts'
import { StoppedError } from './io.ts'

/** Errors whose message is made for the user and says what to do. All else is a fault of ours and is shown whole. */
const explained = new Set([
  'CommandError',
  'ConfigError',
  'EmbeddedServerError',
  'GivenServerError',
  'HomeLockedError',
  'ListenError',
  'MigrationError',
  'OutputError',
  'StoppedError',
  'UnavailableError',
])

/**
 * What to tell the user of an error that ended a command, in words made for that; null for a fault of ours.
 * @param stopped whether the user had asked for the end: streams then fail by their own name for it
 */
export function explanationOf(error: unknown, stopped: boolean): string | null {
  if (error instanceof Error && explained.has(error.name)) return error.message
  if (stopped && error instanceof Error && error.name === 'AbortError') return new StoppedError().message
  return isUnavailable(error) ? new UnavailableError(error).message : null
}
