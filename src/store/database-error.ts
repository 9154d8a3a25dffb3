/** The database cannot be reached, or stopped in the middle of the work. Nothing of an unfinished transaction is kept. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
  readonly code = 'UNAVAILABLE'
  constructor(cause: unknown) {
    super('The database cannot be reached. What was finished is kept; start it and run the same again.', { cause })
  }
}

/** A chain of causes longer than this is a loop. */
const deepest = 6

/** SQLSTATE classes of a server that cannot work now: connection, resources, operator intervention, its system. */
const serverClasses = new Set(['08', '53', '57', '58', 'XX'])

/** Prisma's codes for no connection, none in time, and a transaction whose connection has gone. */
const lostCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])

/** The five-character SQLSTATE that a statement failed with; null when the server said none. */
export function sqlState(error: unknown): string | null {
  return find(error, (part) => {
    const code = part['originalCode'] ?? (part['severity'] === undefined ? null : part['code'])
    return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
  })
}

/** What the server said against a statement, in its own words; null when it said nothing. */
export function serverMessage(error: unknown): string | null {
  return find(error, ({ originalMessage }) => (typeof originalMessage === 'string' ? originalMessage : null))
}

/** Whether a failure is the server's absence, and no fault of what was asked of it. A NUL in a text comes as 08P01, too. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null) return serverClasses.has(state.slice(0, 2)) && state !== '08P01'
  const lost = find(error, ({ code, kind, message }) => {
    if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'TooManyConnections') return true
    if (typeof code === 'string' && (lostCodes.has(code) || code.startsWith('ECONN') || code === 'EPIPE')) return true
    return typeof message === 'string' && /connection terminated|connection error|timeout exceeded/i.test(message)
      ? true
      : null
  })
  return lost ?? false
}

/** Looks for something along an error's causes. */
function find<T>(error: unknown, look: (part: Readonly<Record<string, unknown>>) => T | null, depth = 0): T | null {
  if (typeof error !== 'object' || error === null || depth > deepest) return null
  const part = Object.fromEntries(Object.getOwnPropertyNames(error).map((name) => [name, Reflect.get(error, name)]))
  const found = look(part)
  if (found !== null) return found
  for (const name of ['cause', 'meta', 'driverAdapterError']) {
    const deeper = find(part[name], look, depth + 1)
    if (deeper !== null) return deeper
  }
  return null
}
