/** Words that may stand in a line beside its date and time without making it more than a date line: الموافق, بتوقيت, GMT. */
import { readTable } from '../text/table.ts'
import { tokenize } from '../text/tokens.ts'

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./date-line-words.tsv', import.meta.url)

/** The words folded, those of a longer form one by one. */
export const dateLineWords: ReadonlySet<string> = new Set(
  readTable(TABLE, COLUMNS).flatMap((row) => tokenize(row.form).map((token) => token.key)),
)
