/**
 * Words that are no name: prepositions, conjunctions, particles, pronouns, common verbs in the forms that news uses, and
 * the nouns, adjectives and words of time that stand beside names. They tell where a name ends. Nouns and adjectives count
 * with ال, too. Naming words (اسمه, يدعى) tell that a name comes, links (of, for) go on inside a body's name, relatives
 * (التابع, الموالي) begin what is said of it.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

export type PlainClass =
  | 'preposition'
  | 'conjunction'
  | 'particle'
  | 'pronoun'
  | 'verb'
  | 'noun'
  | 'adjective'
  | 'time'
  | 'naming'
  | 'link'
  | 'relative'

const FILE = new URL('./plain-words.tsv', import.meta.url)
const CLASSES: readonly PlainClass[] = [
  'preposition',
  'conjunction',
  'particle',
  'pronoun',
  'verb',
  'noun',
  'adjective',
  'time',
  'naming',
  'link',
  'relative',
]

/** Classes by folded word, without its article. */
export const plainWords: ReadonlyMap<string, ReadonlySet<PlainClass>> = readPlainWords()

/**
 * Prepositions, conjunctions, particles and pronouns as they are spelt: على the preposition is no علي, أن no آن, although
 * they fold alike.
 */
export const closedSpellings: ReadonlySet<string> = new Set(
  readTable(FILE, ['key', 'lang', 'form', 'gloss', 'source'])
    .filter(({ key }) => !['verb', 'noun', 'adjective', 'time', 'naming', 'link', 'relative'].includes(key))
    .map(({ form }) => form),
)

function readPlainWords(): Map<string, Set<PlainClass>> {
  const found = new Map<string, Set<PlainClass>>()
  for (const { key, form, gloss, source, line } of readTable(FILE, ['key', 'lang', 'form', 'gloss', 'source'])) {
    const kind = CLASSES.find((known) => known === key)
    if (kind === undefined) throw new TableError(FILE, line, `no class "${key}"`)
    if (gloss === '' || source === '') throw new TableError(FILE, line, 'a row without gloss or source')
    const word = foldKey(form)
    const classes = found.get(word) ?? new Set()
    found.set(word, classes.add(kind))
  }
  return found
}
