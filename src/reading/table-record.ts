/**
 * The reader for tables: a row is a record, its cells the record's fields. A row that has neither headline nor text, as
 * fact checkers' dumps have many, is said in a note; a table that has no such column is refused.
 */
import type { RecordFieldName } from '../lexicon/record-fields.ts'
import { chooseFields, type NamedValue } from './choose-fields.ts'
import { cleanFields } from './field-text.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { readRecord } from './record-article.ts'
import { habitsOf } from './record-habits.ts'
import { hasMap, recordMapOf } from './record-map.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { columnsOf } from './table-columns.ts'
import { type TableLayout, tableLayout } from './table-dialect.ts'
import { type Cell, cellText, type Dialect, type TableRow, tableRows } from './table-rows.ts'

const NAMED_SO = /(?:^|[/.])(?:csv|tsv|tab|tab-separated-values)(?:$|[;\s])/i
const OTHER_FORMAT = /^\s*[[{<]/
/** What programs print where there is no value. */
const NOTHING = /^\s*(?:null|none|nan|n\/a|\\N|undefined)?\s*$/i
const HEADER = /;\s*header=(present|absent)/i
/** Larger dumps are cut into records before they are read. */
const MOST_ROWS = 1000
const SAMPLE_ROWS = 100
const MOST_LINES_TOLD = 10
/** Rows by tabs in a file that is called no table. */
const FEWEST_EVEN_ROWS = 5
const FEWEST_EVEN_COLUMNS = 3
const MOST_EVEN = 0.95

/** Reads tables. */
export const tableRecord: Reader = { name: 'table-record', sniff: sniffTable, read: readTable }

function sniffTable(text: string, raw: RawDocument): number {
  if (OTHER_FORMAT.test(text.slice(0, 400)) && !NAMED_SO.test(raw.mediaType ?? '')) return 0
  if (NAMED_SO.test(raw.mediaType ?? '') || NAMED_SO.test(raw.filename ?? '')) return 0.85
  if (hasMap(recordMapOf(raw.mediaType)) || /^\ufeff?sep=/i.test(text)) return 0.8
  const layout = tableLayout(text)
  if (layout.named > 1 && layout.rows > 1 && layout.width > 1) return 0.8
  const even = layout.evenness > MOST_EVEN && layout.rows >= FEWEST_EVEN_ROWS && layout.width >= FEWEST_EVEN_COLUMNS
  return even && layout.dialect.delimiter === '\t' ? 0.6 : 0
}

function readTable(text: string, raw: RawDocument): Page | Refusal {
  const layout = tableLayout(text)
  const { dialect } = layout
  const rows = rowsOf(text, layout)
  if (rows.length > MOST_ROWS + 1) {
    return refuse('TOO_MANY_RECORDS', `The table has more than ${MOST_ROWS} rows: cut it into several files.`)
  }
  const sample = rows.slice(0, SAMPLE_ROWS + 1).map((row) => row.cells.map((cell) => value(text, cell, dialect)))
  const header = HEADER.exec(raw.mediaType ?? '')?.[1]
  const columns = columnsOf(sample, recordMapOf(raw.mediaType), header === undefined ? null : header === 'present')
  if (isRefusal(columns)) return columns
  const draft = new PageDraft(text)
  const body = columns.header ? rows.slice(1) : rows
  const width = (columns.header ? rows[0]?.cells.length : layout.width) ?? 0
  const empty: number[] = []
  const records = body.map((row) => cleanFields(chooseFields(valuesOf(text, row, columns.fields, width, dialect))))
  const habits = habitsOf(records, raw.mediaType)
  for (const [index, row] of body.entries()) {
    const fields = records[index] ?? {}
    if (isEmpty(fields.TITLE) && isEmpty(fields.TEXT) && isEmpty(fields.SUMMARY)) empty.push(row.line)
    else readRecord(draft, fields, row.start, raw.url, habits)
  }
  if (draft.articles.length === 0) {
    return refuse('RECORD_WITHOUT_TEXT', 'No row of the table has a headline or a text.')
  }
  const ragged = body.filter((row) => row.cells.length !== width).map((row) => row.line)
  noteRows(draft, empty, ragged)
  const type = dialect.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
  return draft.finish(type, raw.url, 'METADATA')
}

function noteRows(draft: PageDraft, empty: readonly number[], ragged: readonly number[]): void {
  const count = draft.articles.filter((article) => article.kind === 'MAIN').length
  if (count > 1) {
    draft.note('SEVERAL_RECORDS', `The document holds ${count} records; each is an article of its own.`)
  }
  if (empty.length > 0) {
    draft.note('RECORD_WITHOUT_TEXT', `Rows with neither headline nor text are no articles: ${tellLines(empty)}.`)
  }
  if (ragged.length > 0) {
    draft.note('ROW_RAGGED', `Rows have more or fewer cells than the others: ${tellLines(ragged)}.`)
  }
}

type NumberedRow = TableRow & { readonly line: number }

/** The rows that have cells, with their lines, and no more than may be. */
function rowsOf(text: string, layout: TableLayout): NumberedRow[] {
  const rows: NumberedRow[] = []
  let line = layout.start > 1 ? 2 : 1
  for (const row of tableRows(text, layout.dialect, layout.start)) {
    if (row.cells.length > 0) rows.push({ ...row, line })
    if (rows.length > MOST_ROWS + 1) break
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

function value(text: string, cell: Cell, dialect: Dialect): string {
  return cellText(text, cell, dialect).text.trim()
}

function isEmpty(value: { readonly text: string } | undefined): boolean {
  return value === undefined || value.text.trim() === ''
}

function tellLines(lines: readonly number[]): string {
  const more = lines.length - MOST_LINES_TOLD
  return `line ${lines.slice(0, MOST_LINES_TOLD).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
