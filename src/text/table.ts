/**
 * Reads our word lists. A list is tab-separated text with a header line, NFC, LF, no quoting, sorted by code unit on
 * key, lang and form (or on the whole row where it has none of them), and no row stands twice. A list that breaks
 * a rule is refused at start with file and line, so that a wrong list never half works.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One line of a table: its cells by column name, and where it stands. */
export type Row<Column extends string> = { readonly [Name in Column]: string } & { readonly line: number }

/** A word list that cannot be used as it is. */
export class TableError extends Error {
  override readonly name = 'TableError'
  readonly code = 'TABLE_INVALID'

  constructor(url: URL, line: number, problem: string) {
    super(`${fileURLToPath(url)}:${line}: ${problem}`)
  }
}

const SORT_COLUMNS = ['key', 'lang', 'form']

/**
 * Reads a table whole. `columns` must be exactly the names of its header line.
 * @throws TableError with file and line when the table breaks a rule
 */
export function readTable<Column extends string>(url: URL, columns: readonly Column[]): Row<Column>[] {
  return parseTable(readFileSync(url, 'utf8'), url, columns)
}

/** `readTable` for text that is already at hand; `url` only names it in errors. */
export function parseTable<Column extends string>(text: string, url: URL, columns: readonly Column[]): Row<Column>[] {
  checkText(text, url)
  const lines = text.slice(0, -1).split('\n')
  const header = lines[0] ?? ''
  if (header !== columns.join('\t')) {
    throw new TableError(url, 1, `the header is "${header}", expected "${columns.join('\t')}"`)
  }
  const names: readonly string[] = columns
  const sortColumns = SORT_COLUMNS.map((name) => names.indexOf(name)).filter((at) => at >= 0)
  const rows: Row<Column>[] = []
  let before: readonly string[] | null = null
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue
    const cells = line.split('\t')
    if (cells.length !== columns.length) {
      throw new TableError(url, index + 1, `${cells.length} cells, expected ${columns.length}`)
    }
    if (cells.some((cell) => cell !== cell.trim())) throw new TableError(url, index + 1, 'white space around a cell')
    if (before !== null) checkOrder(before, cells, sortColumns, url, index + 1)
    before = cells
    rows.push(
      Object.assign(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])), {
        line: index + 1,
      }) as Row<Column>,
    )
  }
  return rows
}

function checkText(text: string, url: URL): void {
  if (!text.endsWith('\n')) throw new TableError(url, text.split('\n').length, 'no line end after the last row')
  if (text.includes('\r')) throw new TableError(url, lineOf(text, text.indexOf('\r')), 'a carriage return')
  if (text.normalize('NFC') !== text) {
    const line = text.split('\n').findIndex((row) => row.normalize('NFC') !== row)
    throw new TableError(url, line + 1, 'not in Unicode normalization form C')
  }
}

function checkOrder(
  before: readonly string[],
  cells: readonly string[],
  sortColumns: readonly number[],
  url: URL,
  line: number,
): void {
  const order = compareCells(before, cells, sortColumns.length > 0 ? sortColumns : cells.keys())
  if (order > 0) throw new TableError(url, line, `not sorted: "${cells.join(' ')}" after "${before.join(' ')}"`)
  if (compareCells(before, cells, cells.keys()) === 0) throw new TableError(url, line, 'the same row twice')
}

function compareCells(a: readonly string[], b: readonly string[], columns: Iterable<number>): number {
  for (const at of columns) {
    const x = a[at] ?? ''
    const y = b[at] ?? ''
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
