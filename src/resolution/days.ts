/** Counts with calendar days (YYYY-MM-DD), no time zone involved. */

const DAY_MS = 86_400_000

/** Days from `from` to `to`, negative when `to` is earlier; NaN when either is no day. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}

/** `NO_DAY` keeps keyset order total: things without a date sort as the year 1. */
export const NO_DAY = '0001-01-01'
