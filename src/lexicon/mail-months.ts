/**
 * How the names of months begin where a server writes its dates in its own language, as none should: "Seg, 24 Set 2018",
 * "lun., 03 févr. 2025". English ones are those of the standard. Arabic ones are in months.tsv.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

const TABLE = new URL('./mail-months.tsv', import.meta.url)

/** The month, 1 to 12, by its folded beginning of three or four letters. */
export const mailMonths: ReadonlyMap<string, number> = readMonths()

function readMonths(): Map<string, number> {
  const months = new Map<string, number>()
  for (const row of readTable(TABLE, ['key', 'lang', 'form', 'strength', 'gloss', 'source'])) {
    const month = Number(row.key)
    const form = foldKey(row.form)
    if (!(month >= 1 && month <= 12)) throw new TableError(TABLE, row.line, `"${row.key}" is no month`)
    if ((months.get(form) ?? month) !== month) throw new TableError(TABLE, row.line, `"${row.form}" is two months`)
    months.set(form, month)
  }
  return months
}
