/**
 * What a column holds, by its cells alone. Most of a news table's columns have a shape of their own; the body is the
 * longest prose, the headline the short prose that differs from row to row.
 */
import type { RecordField } from '../lexicon/record-fields.ts'
import { creditRole } from './credit-names.ts'
import { lineAt } from './lines.ts'
import { isDateLine } from './printed-date.ts'

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i
const NUMBER = /^[-+]?[\d\u0660-\u0669]+(?:[.,][\d\u0660-\u0669]+)*%?$/u
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu
const LETTER = /\p{L}/u
/** Cells that decide; a column of labels has the same few in all rows. */
const MOST_CELLS = 60
const LONGEST_DATE = 60
const MOST = 0.6
const FEWEST_TEXT_WORDS = 20
const FEWEST_TITLE_WORDS = 3
const MOST_TITLE_WORDS = 30
const LEAST_DIFFERENT = 0.5

/** Whether a cell is a value that no name of a column looks like: a date, an address, a number. */
export function looksTyped(cell: string): boolean {
  return ADDRESS.test(cell) || NUMBER.test(cell) || isDate(cell)
}

/** Fields by column index, each at most once; columns in `taken` are passed over. */
export function columnByContent(
  rows: readonly (readonly string[])[],
  width: number,
  taken: ReadonlySet<number>,
): Map<number, RecordField> {
  const fields = new Map<number, RecordField>()
  const prose: { readonly index: number; readonly words: number; readonly different: number }[] = []
  for (let index = 0; index < width; index++) {
    if (taken.has(index)) continue
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => LETTER.test(cell) || /\d/.test(cell))
    const sample = cells.slice(0, MOST_CELLS)
    if (sample.length === 0) continue
    const field = shapeOf(sample)
    if (field === 'PROSE') {
      const words = sample.reduce((sum, cell) => sum + (cell.match(WORD)?.length ?? 0), 0) / sample.length
      prose.push({ index, words, different: new Set(sample).size / sample.length })
    } else if (field !== null && ![...fields.values()].includes(field)) fields.set(index, field)
  }
  const text = prose.reduce((best, one) => (one.words > (best?.words ?? 0) ? one : best), prose[0])
  const long = text !== undefined && text.words >= FEWEST_TEXT_WORDS
  if (long) fields.set(text.index, 'TEXT')
  const title = prose.find(
    (one) =>
      !(long && one.index === text.index) &&
      one.words >= FEWEST_TITLE_WORDS &&
      one.words <= MOST_TITLE_WORDS &&
      one.different > LEAST_DIFFERENT,
  )
  if (title !== undefined) fields.set(title.index, 'TITLE')
  return fields
}

function shapeOf(cells: readonly string[]): RecordField | 'PROSE' | null {
  const share = (is: (cell: string) => boolean): number => cells.filter(is).length / cells.length
  if (share((cell) => ADDRESS.test(cell)) > MOST) return 'URL'
  if (share((cell) => NUMBER.test(cell) && !isDate(cell)) > MOST) return null
  if (share(isDate) > MOST) return 'DATE'
  const roles = cells.map((cell) => (cell.length > LONGEST_DATE ? 'OTHER' : creditRole(cell)))
  const roleShare = (...wanted: string[]): number => roles.filter((role) => wanted.includes(role)).length / cells.length
  if (roleShare('OUTLET', 'AGENCY') > MOST) return 'SOURCE'
  if (roleShare('NAME', 'UNKNOWN') > MOST && roleShare('NAME') > MOST / 2) return 'AUTHOR'
  return 'PROSE'
}

function isDate(cell: string): boolean {
  return cell.length <= LONGEST_DATE && isDateLine(lineAt(cell, { start: 0, end: cell.length }, false))
}
