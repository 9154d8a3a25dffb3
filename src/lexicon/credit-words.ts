/**
 * Words in the credits of an article that name no author: agencies by their short names as datelines write them,
 * "agencies" and "staff" in general, "capitals" in place of one, words for a job or a desk, and the words by which
 * outlets are called, which stand in a longer phrase. Outlets and places themselves are in their own lists.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

/** JOB and MEDIA are words of a phrase, the others are the whole phrase. */
export type CreditKey = 'AGENCY' | 'GENERIC' | 'PLACE' | 'JOB' | 'MEDIA'

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./credit-words.tsv', import.meta.url)
const KEYS: readonly string[] = ['AGENCY', 'GENERIC', 'PLACE', 'JOB', 'MEDIA']
const NO_WORD = /[^\p{L}\p{N}]+/gu

/** What a phrase or a word of it says, by `creditKey`. */
export const creditWords: ReadonlyMap<string, CreditKey> = readWords()

/** A phrase as the list knows it: folded, its punctuation made spaces, so that أ.ف.ب and ا ف ب are one. */
export function creditKey(phrase: string): string {
  return foldKey(phrase).replace(NO_WORD, ' ').trim()
}

function readWords(): Map<string, CreditKey> {
  const words = new Map<string, CreditKey>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (!isKey(row.key)) throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    words.set(creditKey(row.form), row.key)
  }
  return words
}

function isKey(key: string): key is CreditKey {
  return KEYS.includes(key)
}
