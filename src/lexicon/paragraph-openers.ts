/**
 * Words that open a paragraph and tell whether it goes on from the one before: GOES_ON ones do; ROOT_WAW ones begin
 * with و, but it is a letter of theirs and no "and".
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./paragraph-openers.tsv', import.meta.url)

/** Folded words, space between, that open a paragraph which goes on from another. */
export const continuationOpeners: ReadonlySet<string> = formsOf('GOES_ON')

/** Folded words whose و belongs to them. */
export const rootWawWords: ReadonlySet<string> = formsOf('ROOT_WAW')

function formsOf(key: 'GOES_ON' | 'ROOT_WAW'): Set<string> {
  const forms = new Set<string>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (row.key !== 'GOES_ON' && row.key !== 'ROOT_WAW') throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    if (row.key === key) forms.add(foldKey(row.form))
  }
  return forms
}
