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

/** White space that is the first or last of a cell; a cell may be empty. */
const EDGE_SPACE = /(?<=^|[\t\n])[^\S\t\n]|[^\S\t\n](?=$|[\t\n])/u
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
  const keys = SORT_COLUMNS.map((name) => names.indexOf(name)).filter((at) => at >= 0)
  const sortColumns = keys.length > 0 ? keys : [...names.keys()]
  const rows: Row<Column>[] = []
  let before: readonly string[] | null = null
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue
    const cells = line.split('\t')
    if (cells.length !== columns.length) {
      throw new TableError(url, index + 1, `${cells.length} cells, expected ${columns.length}`)
    }
    if (before !== null) {
      const order = compareCells(before, cells, sortColumns)
      if (order > 0)
        throw new TableError(url, index + 1, `not sorted: "${cells.join(' ')}" after "${before.join(' ')}"`)
      if (line === lines[index - 1]) throw new TableError(url, index + 1, 'the same row twice')
    }
    before = cells
    rows.push(rowOf(columns, cells, index + 1))
  }
  return rows
}

function rowOf<Column extends string>(columns: readonly Column[], cells: readonly string[], line: number): Row<Column> {
  const row: Record<string, string | number> = {}
  for (const [at, column] of columns.entries()) row[column] = cells[at] ?? ''
  row['line'] = line
  return row as Row<Column>
}

function checkText(text: string, url: URL): void {
  if (!text.endsWith('\n')) throw new TableError(url, text.split('\n').length, 'no line end after the last row')
  if (text.includes('\r')) throw new TableError(url, lineOf(text, text.indexOf('\r')), 'a carriage return')
  if (text.normalize('NFC') !== text) {
    const line = text.split('\n').findIndex((row) => row.normalize('NFC') !== row)
    throw new TableError(url, line + 1, 'not in Unicode normalization form C')
  }
  const space = EDGE_SPACE.exec(text)
  if (space !== null) throw new TableError(url, lineOf(text, space.index + 1), 'white space around a cell')
}

function compareCells(a: readonly string[], b: readonly string[], columns: readonly number[]): number {
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
