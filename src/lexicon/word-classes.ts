/**
 * Classes of words by their folded form: the small words that shape a clause (clause-words.tsv), nouns for people and
 * bodies that act (actor-nouns.tsv), and the words by which a text names its sources (source-words.tsv). One word may
 * be in several classes, and a form may have several words.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

/** A form of a class: its folded words. */
export type ClassForm = { readonly key: string; readonly words: readonly string[] }

/** Forms by their first folded word, longest first. */
export type WordClasses = ReadonlyMap<string, readonly ClassForm[]>

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const

/** complementizer, relative, subordinator, preposition, negation, future, possibility, condition, denial … */
export const clauseWords: WordClasses = readClasses(new URL('./clause-words.tsv', import.meta.url))

/** official, body, force, people: nouns that stand for who acts. */
export const actorNouns: WordClasses = readClasses(new URL('./actor-nouns.tsv', import.meta.url))

/** anonymous, document, according, title. */
export const sourceWords: WordClasses = readClasses(new URL('./source-words.tsv', import.meta.url))

function readClasses(file: URL): WordClasses {
  const classes = new Map<string, ClassForm[]>()
  for (const row of readTable(file, COLUMNS)) {
    if (row.gloss === '' || row.source === '') throw new TableError(file, row.line, 'a row without gloss or source')
    const words = row.form.split(' ').map(foldKey)
    const first = words[0] ?? ''
    const forms = classes.get(first) ?? []
    forms.push({ key: row.key, words })
    classes.set(first, forms)
  }
  for (const forms of classes.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return classes
}
