/**
 * By what a table parts its cells: what it says itself (`sep=;`, as spreadsheets write it), else the delimiter by which
 * the most rows have the same number of cells, all the more if its first row then names fields.
 */
import { recordField } from '../lexicon/record-fields.ts'
import { cellText, type Dialect, RowReader, type TableRow } from './table-rows.ts'

/** A table's dialect, where its first row begins, and how sure the one is told from the others. */
export type TableLayout = {
  readonly dialect: Dialect
  readonly start: number
  /** Share of the first rows that have as many cells as most rows have. */
  readonly evenness: number
  /** Cells of most rows. */
  readonly width: number
  /** How many fields its first row names, text or headline among them; 0 when they are not. */
  readonly named: number
  readonly rows: number
}

const SEP_LINE = /^\ufeff?sep=([^\r\n])(?:\r\n|\r|\n)/i
/** Rows that begin in the first stretch are looked at, as far as they end in the second. */
const SAMPLE = 64 * 1024
const REACH = 1024 * 1024
const MOST_ROWS = 60
/** Of two that part a table equally well, the earlier is the rarer in prose. */
const DELIMITERS = ['\t', '|', ';', ',']
const BACKSLASHED = /\\"(?!\s*[,;|\t\r\n])/

/** How a text is parted, if it is a table; a text of one column is parted by nothing that it holds. */
export function tableLayout(text: string): TableLayout {
  const sep = SEP_LINE.exec(text)
  const start = sep === null ? (text.startsWith('\ufeff') ? 1 : 0) : sep[0].length
  const sample = text.slice(start, start + REACH)
  const complete = start + REACH >= text.length
  const backslash = BACKSLASHED.test(sample) && !/[^,;|\t\r\n]""[^,;|\t\r\n]/.test(sample)
  const delimiters = sep?.[1] === undefined ? DELIMITERS : [sep[1]]
  const layouts = delimiters.map((delimiter) => layoutBy({ delimiter, backslash }, sample, complete, start))
  const [first, ...others] = layouts
  if (first === undefined) throw new RangeError('there is no delimiter to try')
  return others.reduce((best, layout) => (scoreOf(layout) > scoreOf(best) ? layout : best), first)
}

function layoutBy(dialect: Dialect, sample: string, complete: boolean, start: number): TableLayout {
  const reader = new RowReader(dialect)
  const rows: TableRow[] = []
  for (let at = 0; at < Math.min(SAMPLE, sample.length) && rows.length < MOST_ROWS; ) {
    const row = reader.read(sample, at, complete)
    if (row === null) break
    if (row.cells.length > 0) rows.push(row)
    at = row.next
  }
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [width, count] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])
  const names = rows[0]?.cells.map((cell) => cellText(sample, cell, dialect).text) ?? []
  const evenness = rows.length === 0 ? 0 : count / rows.length
  return { dialect, start, evenness, width, named: namedFields(names), rows: rows.length }
}

/** How many fields a header names, if it names a text or a headline. */
function namedFields(names: readonly string[]): number {
  const fields = new Set(names.map((name) => recordField(name.trim())?.field).filter((field) => field !== undefined))
  return fields.has('TEXT') || fields.has('TITLE') ? fields.size : 0
}

function scoreOf(layout: TableLayout): number {
  return (layout.width > 1 ? layout.evenness : 0) + layout.named
}
