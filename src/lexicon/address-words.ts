/** Words of web addresses: what of an address says nothing of the article behind it, and what does. */
import { readTable } from '../text/table.ts'
import { oneOf } from './cells.ts'

/**
 * AIMLESS: a parameter that changes nothing of the article; one that ends in `*` stands for all that begin so.
 * EDITION: a first label of a host. ENDING: of a file's name. FRONT: the file that its folder stands for. ID: a parameter
 * that names an article. LIST: a part of a path behind which a list of articles stands. RENDERING: a part of a path.
 */
export type AddressWord = (typeof KEYS)[number]

const KEYS = ['AIMLESS', 'EDITION', 'ENDING', 'FRONT', 'ID', 'LIST', 'RENDERING'] as const
const TABLE = new URL('./address-words.tsv', import.meta.url)

const WORDS: ReadonlySet<string> = readWords()
const BEGINNINGS: readonly string[] = [...WORDS].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))

/** Whether an address's word is of a kind, in whatever case. */
export function isAddressWord(key: AddressWord, word: string): boolean {
  const known = `${key} ${word.toLowerCase()}`
  return WORDS.has(known) || BEGINNINGS.some((beginning) => known.startsWith(beginning))
}

function readWords(): Set<string> {
  const columns = ['key', 'form', 'gloss', 'source'] as const
  return new Set(readTable(TABLE, columns).map((row) => `${oneOf(TABLE, row.line, 'key', row.key, KEYS)} ${row.form}`))
}
