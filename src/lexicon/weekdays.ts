/** Names of the days of the week, by their ISO 8601 number. */
import { readTable, TableError } from '../text/table.ts'

/** One spelling of a weekday. */
export type WeekdayForm = {
  readonly form: string
  readonly lang: string
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** `context`: a weekday only behind "day" or before a date: bare أحد is "one of", خميس and جمعة are persons, too. */
  readonly strength: string
}

const url = new URL('./weekdays.tsv', import.meta.url)

/** All spellings, in the order of the table. */
export const weekdays: readonly WeekdayForm[] = readTable(url, [
  'key',
  'lang',
  'form',
  'strength',
  'gloss',
  'source',
]).map((row) => {
  const weekday = Number(row.key)
  if (!(weekday >= 1 && weekday <= 7)) throw new TableError(url, row.line, `"${row.key}" is no weekday: 1 to 7`)
  return { form: row.form, lang: row.lang, weekday, strength: row.strength }
})
