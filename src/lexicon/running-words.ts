/**
 * Words of running text: what the news articles that were written for this project have in no name. Counted, not chosen,
 * so that rules know the common vocabulary in the forms in which it is written, clitics and all. Forms that some list has
 * as a name or part of one are left out.
 */
import { foldKey } from '../text/fold.ts'
import { readTable } from '../text/table.ts'

const FILE = new URL('./running-words.tsv', import.meta.url)

/** Folded. */
export const runningWords: ReadonlySet<string> = new Set(
  readTable(FILE, ['lang', 'form', 'source']).map(({ form }) => foldKey(form)),
)
