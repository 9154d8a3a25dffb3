/** Words that expressions of time are made of: today, last, week, ago, since, beginning of … each with what it does. */
import { readTable, TableError } from '../text/table.ts'

const KINDS = [
  ...['DAY', 'PART', 'DIRECTION', 'THIS', 'UNIT', 'UNITS', 'PERIOD', 'PHASE', 'BEFORE_NOW', 'AFTER_NOW', 'AGO'],
  ...['PREPOSITION', 'DAY_WORD', 'MONTH_WORD', 'YEAR_WORD', 'YEARS_WORD', 'OF', 'CORRESPONDING', 'HIJRI', 'GREGORIAN'],
  ...['DECADE', 'THEN', 'LATER', 'LEAD', 'APPROX', 'NIGHT', 'SEASON', 'ORDINAL_SUFFIX', 'ARTICLE', 'COUNTED_FROM'],
  ...[
    'FEAST',
    'CLOCK',
    'ZONE',
    'GENERAL_BEFORE',
    'NAMED_FOR',
    'NOT_TODAY_AFTER',
    'NOT_TODAY_BEFORE',
    'NOT_WEEKDAY_BEFORE',
    'NOT_WEEKDAY_AFTER',
  ],
] as const

export type TimeWordKind = (typeof KINDS)[number]

/** One spelling of a word; what `value` means depends on the kind: days from today for DAY, direction, first year … */
export type TimeWordForm = {
  readonly key: string
  readonly form: string
  readonly lang: string
  readonly kind: TimeWordKind
  readonly value: number
}

const url = new URL('./time-words.tsv', import.meta.url)

/** All spellings, in the order of the table. */
export const timeWords: readonly TimeWordForm[] = readTable(url, [
  'key',
  'lang',
  'form',
  'strength',
  'gloss',
  'source',
  'kind',
  'value',
]).map((row) => {
  const kind = KINDS.find((known) => known === row.kind)
  const value = Number(row.value)
  if (kind === undefined) throw new TableError(url, row.line, `"${row.kind}" is no kind of time word`)
  if (!Number.isInteger(value)) throw new TableError(url, row.line, `"${row.value}" is no whole number`)
  return { key: row.key, form: row.form, lang: row.lang, kind, value }
})
