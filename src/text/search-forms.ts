/**
 * Words to search by. A text is stored as its folded words, each followed by what is left of it without proclitics and
 * article, so that أنقرة finds بأنقرة and كتاب finds الكتاب by exact match of words, with no stemming: a stemmer would
 * take letters off بوتين and كوبا. A prefix is not taken off a word that is known whole: whole-words.tsv has common
 * nouns, and the caller says which names it knows.
 */
import { prefixReadings } from './clitics.ts'
import { foldKey } from './fold.ts'
import { readTable } from './table.ts'
import { type Token, tokenize } from './tokens.ts'

/** Says whether a folded word is known to be whole, e.g. a name of the lexicon. */
export type IsWhole = (key: string) => boolean

const WHOLE_WORDS: ReadonlySet<string> = new Set(
  readTable(new URL('./whole-words.tsv', import.meta.url), ['form', 'gloss', 'source']).map((row) => foldKey(row.form)),
)
const SHORTEST_REST = 3

/** Words and their forms for `to_tsvector('simple', …)`, space separated, in text order. */
export function searchForms(text: string, isWhole: IsWhole = () => false): string {
  const forms: string[] = []
  for (const token of tokenize(text)) {
    if (token.kind !== 'PUNCTUATION') forms.push(...formsOf(token, isWhole))
  }
  return forms.join(' ')
}

/** Per word of a query the folded word, for exact match against `searchForms`; all of them must be found. */
export function searchTerms(query: string): readonly string[] {
  return (
    tokenize(query)
      .filter((token) => token.kind !== 'PUNCTUATION')
      .flatMap((token) => [...new Set(withoutArticle(token).split(' '))])
      // A mark that stands alone (U+FE76, a fatha without its letter) folds to nothing and asks for nothing.
      .filter((term) => term !== '')
  )
}

/** The query for `to_tsquery('simple', …)`; "" when it has no word. Its terms hold letters and digits only. */
export function searchQuery(query: string): string {
  return searchTerms(query)
    .map((term) => `'${term}'`)
    .join(' & ')
}

function formsOf(token: Token, isWhole: IsWhole): string[] {
  const whole = searchable(token.key)
  const forms = new Set([whole])
  const bare = withoutArticle(token)
  if (bare !== '') forms.add(bare)
  if (!WHOLE_WORDS.has(token.key) && !isWhole(token.key)) {
    const readings = prefixReadings(token)
    // وكوبا is و and كوبا, and no و, ك and وبا.
    const most = readings.find(({ key, prefixes }) => prefixes.length > 0 && isWhole(key))?.prefixes.length ?? Infinity
    for (const reading of readings) {
      if (reading.prefixes.length > most) continue
      const long = reading.bareKey.length >= SHORTEST_REST
      if (reading.prefixes.length > 0 && long && !reading.prefixes.includes('س')) {
        forms.add(searchable(reading.key))
        forms.add(searchable(reading.bareKey))
      }
    }
  }
  return [...forms].filter((form) => form !== '')
}

/** The word as a query has it: with the article taken off, because every form is stored without it, too. */
function withoutArticle(token: Token): string {
  return searchable(prefixReadings(token)[0]?.bareKey ?? token.key)
}

/** Letters and digits only: u.s. is us, d'ivoire two words, 12,000 is 12000. */
function searchable(key: string): string {
  return key
    .replace(/[.,،\u066b\u066c]/gu, (mark, at: number) => (mark === '.' && /^\d/u.test(key) && at > 0 ? mark : ''))
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}
