/**
 * The reader for tables: a row is a record, its cells the record's fields. A row that has neither headline nor text, as
 * fact checkers' dumps have many, is said in a note; a table that has no such column is refused.
 */
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { readRecord } from './record-article.ts'
import { habitsOf, isPartOfDump } from './record-habits.ts'
import { hasMap, recordMapOf } from './record-map.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { tableLayout } from './table-dialect.ts'
import { readTableSource } from './table-source.ts'

const NAMED_SO = /(?:^|[/.])(?:csv|tsv|tab|tab-separated-values)(?:$|[;\s])/i
const OTHER_FORMAT = /^\s*[[{<]/
/** Larger dumps are cut into records before they are read. */
const MOST_ROWS = 1000
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
  const source = readTableSource(text, raw.mediaType, MOST_ROWS + 1)
  if (isRefusal(source)) return source
  const { rows, records, layout, width } = source
  if (rows.length > MOST_ROWS) {
    return refuse('TOO_MANY_RECORDS', `The table has more than ${MOST_ROWS} rows: cut it into several files.`)
  }
  const draft = new PageDraft(text)
  const habits = habitsOf(records, raw.mediaType)
  const empty: number[] = []
  for (const [index, row] of rows.entries()) {
    const fields = records[index] ?? {}
    if (isEmpty(fields.TITLE) && isEmpty(fields.TEXT) && isEmpty(fields.SUMMARY)) empty.push(row.line)
    else readRecord(draft, fields, row.start, raw.url, habits)
  }
  if (draft.articles.length === 0 && !isPartOfDump(raw.mediaType)) {
    return refuse('RECORD_WITHOUT_TEXT', 'No row of the table has a headline or a text.')
  }
  const ragged = rows.filter((row) => row.cells.length !== width).map((row) => row.line)
  noteRows(draft, empty, ragged)
  const type = layout.dialect.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
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

function isEmpty(value: { readonly text: string } | undefined): boolean {
  return value === undefined || value.text.trim() === ''
}

function tellLines(lines: readonly number[]): string {
  const more = lines.length - MOST_LINES_TOLD
  return `line ${lines.slice(0, MOST_LINES_TOLD).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
