/** Words that show in which direction a sentence looks: the plainest verbs of past and future, and what only looks so. */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

const KEYS = [
  'FUTURE',
  'PRESENT',
  'PAST',
  'PROMISE',
  'CLAUSE',
  'RELATIVE',
  'NOT_FUTURE',
  'NOT_PAST',
  'NOT_VERB',
] as const

/**
 * PROMISE is the past of verbs whose object lies ahead (promised, urged). CLAUSE and RELATIVE words begin a clause of their own; the NOT_ ones only
 * have the shape of such a verb.
 */
export type TenseWordKind = (typeof KEYS)[number]

const url = new URL('./tense-words.tsv', import.meta.url)

/** By language and folded form. */
export const tenseWords: ReadonlyMap<string, ReadonlyMap<string, TenseWordKind>> = readTenseWords()

function readTenseWords(): Map<string, Map<string, TenseWordKind>> {
  const words = new Map<string, Map<string, TenseWordKind>>()
  for (const row of readTable(url, ['key', 'lang', 'form', 'strength', 'gloss', 'source'])) {
    const kind = KEYS.find((known) => known === row.key)
    if (kind === undefined) throw new TableError(url, row.line, `"${row.key}" is no kind of tense word`)
    const ofLanguage = words.get(row.lang) ?? new Map<string, TenseWordKind>()
    ofLanguage.set(foldKey(row.form), kind)
    words.set(row.lang, ofLanguage)
  }
  return words
}
