/** The ids of rows, as one column. */
export function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

/** The first row of each key. */
export function uniqueBy<T>(rows: Iterable<T>, keyOf: (row: T) => string): T[] {
  const found = new Map<string, T>()
  for (const row of rows) {
    const key = keyOf(row)
    if (!found.has(key)) found.set(key, row)
  }
  return [...found.values()]
}

/** Keyset order is total: what has no day sorts as the first day of the year 1. */
export const noDay = '0001-01-01'

/** Postgres holds no NUL in a text. */
export function withoutNul(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '')
}
