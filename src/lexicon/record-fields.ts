/** Names by which records call their fields. Case and punctuation do not matter: publishedAt, published_at and PUBLISHED-AT are one. */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

/** What a field holds. */
export type RecordField =
  | 'AUTHOR'
  | 'CRAWLED'
  | 'DATE'
  | 'ID'
  | 'KEYWORDS'
  | 'SOURCE'
  | 'SUMMARY'
  | 'TEXT'
  | 'TITLE'
  | 'UPDATED'
  | 'URL'

/** A name's meaning; a weak one gives way to a strong one in the same record. */
export type RecordFieldName = { readonly field: RecordField; readonly strong: boolean }

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./record-fields.tsv', import.meta.url)
const FIELDS: readonly string[] = [
  'AUTHOR',
  'CRAWLED',
  'DATE',
  'ID',
  'KEYWORDS',
  'SOURCE',
  'SUMMARY',
  'TEXT',
  'TITLE',
  'UPDATED',
  'URL',
]
const PUNCTUATION = /[^\p{L}\p{N}]+/gu

const NAMES: ReadonlyMap<string, RecordFieldName> = readNames()

/** What a field of this name holds; null when its name says nothing. */
export function recordField(name: string): RecordFieldName | null {
  return NAMES.get(keyOf(name)) ?? null
}

function readNames(): Map<string, RecordFieldName> {
  const names = new Map<string, RecordFieldName>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (!isField(row.key)) throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    const key = keyOf(row.form)
    const known = names.get(key)
    if (known !== undefined && known.field !== row.key)
      throw new TableError(TABLE, row.line, `${row.form} is two fields`)
    names.set(key, { field: row.key, strong: row.strength === 'strong' })
  }
  return names
}

function keyOf(name: string): string {
  return foldKey(name).replace(PUNCTUATION, '')
}

function isField(key: string): key is RecordField {
  return FIELDS.includes(key)
}
