/**
 * What the columns of a table hold: as its owner says, as its header names them, and where there is no header or one that
 * names neither text nor headline, as their cells show: dates, addresses, long text, short text, names of people or outlets.
 */
import { type RecordField, type RecordFieldName, recordField } from '../lexicon/record-fields.ts'
import { columnByContent, looksTyped } from './column-content.ts'
import type { RecordMap } from './record-map.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Columns by their index from 0, for those that hold something of an article. */
export type TableColumns = {
  /** Whether the first row names the columns. */
  readonly header: boolean
  readonly fields: ReadonlyMap<number, RecordFieldName>
  /** Whether names tell the columns, so that rows can be told apart from the others with the header alone. */
  readonly byName: boolean
}

const LONGEST_NAME = 60
const MOST_SHOWN = 40

/**
 * Recognises columns by the first rows of a table, each a list of trimmed cells. `header` is what the media type says of
 * a header line (RFC 4180), null when it says nothing.
 */
export function columnsOf(
  rows: readonly (readonly string[])[],
  map: RecordMap,
  header: boolean | null = null,
): TableColumns | Refusal {
  const first = rows[0] ?? []
  const named = header ?? (isHeader(rows) || namesAColumn(first, map))
  const names = named ? first : []
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const fields = new Map<number, RecordFieldName>()
  for (const [field, column] of Object.entries(map) as [RecordField, string][]) {
    const index = findColumn(names, width, column)
    if (index === null) return refuse('MAP_INVALID', `The table has no column ${column}: ${listColumns(names, width)}.`)
    fields.set(index, { field, strong: true })
  }
  const said = new Set([...fields.values()].map(({ field }) => field))
  for (const [index, name] of names.entries()) {
    const known = recordField(name)
    if (known !== null && !said.has(known.field) && !fields.has(index)) fields.set(index, known)
  }
  const byName = named && holdsText(fields)
  if (!byName && !holdsText(fields)) {
    const body = named ? rows.slice(1) : rows
    const guessed = columnByContent(body, width, new Set(fields.keys()))
    const taken = new Set([...fields.values()].map(({ field }) => field))
    for (const [index, field] of guessed) if (!taken.has(field)) fields.set(index, { field, strong: false })
  }
  if (holdsText(fields)) return { header: named, fields, byName }
  return refuse(
    'RECORD_WITHOUT_TEXT',
    `The table has no column that holds a headline or a text. If it has, say which: --map title=COLUMN --map text=COLUMN; ${listColumns(names, width)}.`,
  )
}

/** The columns by number, as `--map` would say them. */
export function columnMap(columns: TableColumns): RecordMap {
  const map: { [Field in RecordField]?: string } = {}
  const [strong, weak] = [true, false].map((is) => [...columns.fields].filter(([, name]) => name.strong === is))
  for (const [index, { field }] of [...(strong ?? []), ...(weak ?? [])]) map[field] ??= String(index + 1)
  return map
}

/**
 * Whether the first row names columns: it names a field and holds no value of one, or none of its cells is a value where
 * the cells below are dates, addresses, numbers or long.
 */
function isHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...body] = rows
  if (first === undefined || first.some((cell) => cell.length > LONGEST_NAME || looksTyped(cell))) return false
  if (first.some((cell) => recordField(cell) !== null)) return true
  return first.some((cell, index) => cell !== '' && body.length > 0 && isTypedColumn(body, index))
}

function isTypedColumn(body: readonly (readonly string[])[], index: number): boolean {
  const cells = body.map((row) => row[index] ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => looksTyped(cell) || cell.length > 2 * LONGEST_NAME)
}

function namesAColumn(first: readonly string[], map: RecordMap): boolean {
  return Object.values(map).some((column) => first.some((name) => sameName(name, column)))
}

function findColumn(names: readonly string[], width: number, column: string): number | null {
  const exact = names.indexOf(column)
  const index = exact >= 0 ? exact : names.findIndex((name) => sameName(name, column))
  if (index >= 0) return index
  const number = /^\d{1,4}$/.test(column) ? Number(column) : 0
  return number >= 1 && number <= width ? number - 1 : null
}

function sameName(name: string, column: string): boolean {
  return name !== '' && name.normalize('NFC').toLowerCase() === column.normalize('NFC').toLowerCase()
}

function holdsText(fields: ReadonlyMap<number, RecordFieldName>): boolean {
  return [...fields.values()].some(({ field }) => field === 'TITLE' || field === 'TEXT')
}

function listColumns(names: readonly string[], width: number): string {
  const shown = names.slice(0, MOST_SHOWN).map((name, index) => `${index + 1} "${name.slice(0, LONGEST_NAME)}"`)
  return shown.length > 0 ? `its columns are ${shown.join(', ')}` : `its columns are 1 to ${width}`
}
