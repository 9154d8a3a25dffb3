/** Names of the `<meta>` elements and microdata properties by which a page says what it is: OpenGraph, Dublin Core, house styles. */
import { readTable, TableError } from '../text/table.ts'

/** What a property tells of the page. */
export type MetadataField = 'AUTHOR' | 'DATE' | 'KEYWORDS' | 'SOURCE' | 'SUMMARY' | 'TITLE' | 'TYPE' | 'UPDATED' | 'URL'

/** A property's meaning; a weak one gives way to a strong one. */
export type MetadataName = { readonly field: MetadataField; readonly strong: boolean }

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./page-metadata.tsv', import.meta.url)
const FIELDS: readonly string[] = ['AUTHOR', 'DATE', 'KEYWORDS', 'SOURCE', 'SUMMARY', 'TITLE', 'TYPE', 'UPDATED', 'URL']

const NAMES: ReadonlyMap<string, MetadataName> = readNames()

/** What a property of this name tells, or the first of several names parted by spaces; null when none tells anything. */
export function metadataField(names: string): MetadataName | null {
  for (const name of names.toLowerCase().split(/\s+/)) {
    const known = NAMES.get(name)
    if (known !== undefined) return known
  }
  return null
}

function readNames(): Map<string, MetadataName> {
  const names = new Map<string, MetadataName>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (!isField(row.key)) throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    if (names.has(row.form)) throw new TableError(TABLE, row.line, `${row.form} tells two things`)
    names.set(row.form, { field: row.key, strong: row.strength === 'strong' })
  }
  return names
}

function isField(key: string): key is MetadataField {
  return FIELDS.includes(key)
}
