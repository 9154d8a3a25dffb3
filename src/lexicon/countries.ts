/** The countries and territories of ISO 3166-1, and Kosovo (XK, in use by agreement), with the names that we show. */
import { readTable, TableError } from '../text/table.ts'
import { checkSpelling } from './spelling.ts'

export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  /** ISO 3166-1 alpha-3. */
  readonly alpha3: string
  readonly names: { readonly ar: string; readonly en: string }
}

const URL_OF_TABLE = new URL('./countries.tsv', import.meta.url)

/** All countries by alpha-2 code. */
export const countries: ReadonlyMap<string, Country> = readCountries()

function readCountries(): Map<string, Country> {
  const found = new Map<string, Country>()
  const taken = new Set<string>()
  for (const { key, alpha3, ar, en, line } of readTable(URL_OF_TABLE, ['key', 'alpha3', 'ar', 'en', 'source'])) {
    if (!/^[A-Z]{2}$/.test(key)) throw new TableError(URL_OF_TABLE, line, `"${key}" is no alpha-2 code`)
    if (!/^[A-Z]{3}$/.test(alpha3)) throw new TableError(URL_OF_TABLE, line, `"${alpha3}" is no alpha-3 code`)
    checkSpelling(URL_OF_TABLE, line, 'ar', ar)
    checkSpelling(URL_OF_TABLE, line, 'en', en)
    for (const cell of [key, alpha3, ar, en]) {
      if (taken.has(cell)) throw new TableError(URL_OF_TABLE, line, `"${cell}" is already taken`)
      taken.add(cell)
    }
    found.set(key, { code: key, alpha3, names: { ar, en } })
  }
  return found
}
