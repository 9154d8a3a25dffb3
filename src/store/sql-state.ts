/**
 * The five-character SQLSTATE that a failed statement ended with, wherever the error carries it; null when the failure
 * was none of the database's.
 */
export function sqlState(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null
  for (const name of ['originalCode', 'code']) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^P[12]\d{3}$/.test(value)) return value
  }
  for (const name of ['cause', 'meta', 'driverAdapterError']) {
    const found = sqlState(Reflect.get(error, name), depth + 1)
    if (found !== null) return found
  }
  return null
}
