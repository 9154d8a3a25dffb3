/**
 * A table's rows as records: its layout and its columns found out, each row's cells chosen for the fields of an article.
 */
import type { RecordFieldName } from '../lexicon/record-fields.ts'
import { chooseFields, type NamedValue } from './choose-fields.ts'
import { cleanFields } from './field-text.ts'
import type { RecordFields } from './record-article.ts'
import { recordMapOf } from './record-map.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { columnsOf, type TableColumns } from './table-columns.ts'
import { type TableLayout, tableLayout } from './table-dialect.ts'
import { cellText, type Dialect, type TableRow, tableRows } from './table-rows.ts'

/** A table that is understood. */
export type TableSource = {
  readonly layout: TableLayout
  readonly columns: TableColumns
  /** Rows below the header, without empty lines, each with the number of its first line. */
  readonly rows: readonly NumberedRow[]
  /** What each row holds. */
  readonly records: readonly RecordFields[]
  /** Cells that a row should have. */
  readonly width: number
}

/** A row and the line that it begins in, from 1. */
export type NumberedRow = TableRow & { readonly line: number }

/** What programs print where there is no value. */
const NOTHING = /^\s*(?:null|none|nan|n\/a|\\N|undefined)?\s*$/i
const HEADER = /;\s*header=(present|absent)/i
const SAMPLE_ROWS = 100

/**
 * Reads a table, no more than its first `most` rows. A refusal says what is wrong with its columns.
 */
export function readTableSource(text: string, mediaType: string | null, most: number): TableSource | Refusal {
  const layout = tableLayout(text)
  const { dialect } = layout
  const all = rowsOf(text, layout, most + 1)
  const sample = all
    .slice(0, SAMPLE_ROWS + 1)
    .map((row) => row.cells.map((cell) => cellText(text, cell, dialect).text.trim()))
  const header = HEADER.exec(mediaType ?? '')?.[1]
  const columns = columnsOf(sample, recordMapOf(mediaType), header === undefined ? null : header === 'present')
  if (isRefusal(columns)) return columns
  const rows = (columns.header ? all.slice(1) : all).slice(0, most)
  const width = (columns.header ? all[0]?.cells.length : layout.width) ?? 0
  const records = rows.map((row) => cleanFields(chooseFields(valuesOf(text, row, columns.fields, width, dialect))))
  return { layout, columns, rows, records, width }
}

/** The rows that have cells, no more than may be. */
function rowsOf(text: string, layout: TableLayout, most: number): NumberedRow[] {
  const rows: NumberedRow[] = []
  let line = layout.start > 1 ? 2 : 1
  for (const row of tableRows(text, layout.dialect, layout.start)) {
    if (row.cells.length > 0) rows.push({ ...row, line })
    if (rows.length >= most) break
    line += row.lines
  }
  return rows
}

/**
 * The cells of a row that hold fields. Too many cells come of a delimiter that stood in the text without marks around it:
 * they are the text's, and what follows it is counted from the row's end.
 */
function* valuesOf(
  text: string,
  row: TableRow,
  fields: ReadonlyMap<number, RecordFieldName>,
  width: number,
  dialect: Dialect,
): Generator<NamedValue> {
  const excess = Math.max(0, row.cells.length - width)
  const body = excess === 0 ? null : ([...fields].find(([, { field }]) => field === 'TEXT')?.[0] ?? null)
  for (const [index, name] of fields) {
    const first = row.cells[body !== null && index > body ? index + excess : index]
    if (first === undefined) continue
    const last = index === body ? row.cells[index + excess] : undefined
    const cell = last === undefined ? first : { start: first.start, end: last.end, quoted: false }
    const value = cellText(text, cell, dialect)
    if (!NOTHING.test(value.text)) yield { name, value }
  }
}
