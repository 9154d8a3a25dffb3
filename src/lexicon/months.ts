/** Names of the months: Gregorian as each Arab region says them and in English, and those of the Hijri calendar. */
import { readTable, TableError } from '../text/table.ts'

/** One spelling of a month. */
export type MonthForm = {
  readonly form: string
  readonly lang: string
  readonly calendar: 'gregory' | 'islamic-umalqura'
  /** 1 to 12. */
  readonly month: number
  /** `weak`: also another word or a name (مارس "practised", May), a month only where its neighbours say so. */
  readonly strength: string
}

const url = new URL('./months.tsv', import.meta.url)
const CALENDARS = { gregory: 'gregory', islamic: 'islamic-umalqura' } as const

/** All spellings, in the order of the table. */
export const months: readonly MonthForm[] = readTable(url, ['key', 'lang', 'form', 'strength', 'gloss', 'source']).map(
  (row) => {
    const [calendar, number] = row.key.split('-')
    const month = Number(number)
    if ((calendar !== 'gregory' && calendar !== 'islamic') || !(month >= 1 && month <= 12)) {
      throw new TableError(url, row.line, `"${row.key}" is no month: gregory-01 … gregory-12, islamic-01 … islamic-12`)
    }
    return { form: row.form, lang: row.lang, calendar: CALENDARS[calendar], month, strength: row.strength }
  },
)
