/** Numbers in words, as far as dates and counts of days need them. */
import { readTable, TableError } from '../text/table.ts'

/** One spelling of a number. */
export type NumberForm = {
  readonly form: string
  readonly lang: string
  readonly value: number
  readonly kind: 'CARDINAL' | 'ORDINAL'
}

const url = new URL('./numbers.tsv', import.meta.url)

/** All spellings, in the order of the table. */
export const numbers: readonly NumberForm[] = readTable(url, [
  'key',
  'lang',
  'form',
  'strength',
  'gloss',
  'source',
  'kind',
]).map((row) => {
  const value = Number(row.key)
  if (!Number.isInteger(value)) throw new TableError(url, row.line, `"${row.key}" is no number`)
  if (row.kind !== 'CARDINAL' && row.kind !== 'ORDINAL') {
    throw new TableError(url, row.line, `"${row.kind}" is no kind: CARDINAL or ORDINAL`)
  }
  return { form: row.form, lang: row.lang, value, kind: row.kind }
})
