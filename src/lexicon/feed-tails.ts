/**
 * Words that software puts behind a feed's entries: MORE asks the reader to the page, so that what stands before is a
 * beginning; CREDIT says where the entry comes from, holes standing for its title and its outlet.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./feed-tails.tsv', import.meta.url)
const HOLE = '…'
const INNER_HOLE = '[^\\n]{1,300}?'
/** A name ends no sentence before its own end. */
const LAST_HOLE = '\\s+(?:[^\\n.]|\\.(?!\\s)){1,100}?'
const SPECIAL = /[\\^$.*+?()[\]{}|/]/g
const APOSTROPHE = /['’]/g

/** Patterns of each kind over folded text, longer forms first; a hole is a run of characters of a line. */
export const feedTails: Readonly<Record<'MORE' | 'CREDIT', string>> = readTails()

function readTails(): Record<'MORE' | 'CREDIT', string> {
  const forms: Record<'MORE' | 'CREDIT', string[]> = { MORE: [], CREDIT: [] }
  for (const row of readTable(TABLE, COLUMNS)) {
    if (row.key !== 'MORE' && row.key !== 'CREDIT') throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    const words = row.form
      .split(HOLE)
      .map((part) => foldKey(part.trim()).replace(SPECIAL, '\\$&').replace(APOSTROPHE, "['’]").replace(/\s+/g, '\\s+'))
    const last = row.form.endsWith(HOLE) ? LAST_HOLE : ''
    forms[row.key].push(words.filter((part) => part !== '').join(INNER_HOLE) + last)
  }
  const pattern = (list: string[]) => list.toSorted((a, b) => b.length - a.length).join('|')
  return { MORE: pattern(forms.MORE), CREDIT: pattern(forms.CREDIT) }
}
