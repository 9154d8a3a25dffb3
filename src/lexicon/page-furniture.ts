/**
 * Words by which a news page marks what is not the story: labels before a date, a source or tags, headings over lists
 * of other stories, buttons, adverts, footers. The forms are kept as lists of folded words, because a page writes them
 * with any punctuation around.
 */
import { readTable, TableError } from '../text/table.ts'
import { tokenize } from '../text/tokens.ts'

/** What the form marks. */
export type FurnitureKey =
  | 'ADVERT'
  | 'BYLINE'
  | 'CAPTION'
  | 'COMMENTS'
  | 'CRAWL_TIME'
  | 'FOOTER'
  | 'KEYWORDS'
  | 'NAVIGATION'
  | 'PAYWALL'
  | 'PUBLICATION_DATE'
  | 'READ_ALSO'
  | 'RELATED_HEADING'
  | 'SHARE'
  | 'SOURCE_LINE'
  | 'TEASER'
  | 'UPDATE_DATE'

/**
 * Where the form stands: LINE is the whole line, LABEL opens it and a value follows, OPENING opens it and the rest
 * belongs to it, TAIL ends a text behind dots.
 */
type FurniturePlace = 'LINE' | 'LABEL' | 'OPENING' | 'TAIL'

/** One form. A strong label needs no colon before its value, a weak one does. */
export type FurnitureForm = {
  readonly key: FurnitureKey
  readonly place: FurniturePlace
  readonly strong: boolean
  /** Folded words; null is a hole of one to four words, which name an outlet. */
  readonly words: readonly (string | null)[]
}

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source', 'place'] as const
const TABLE = new URL('./page-furniture.tsv', import.meta.url)
const HOLE = '…'
const KEYS: readonly string[] = [
  'ADVERT',
  'BYLINE',
  'CAPTION',
  'COMMENTS',
  'CRAWL_TIME',
  'FOOTER',
  'KEYWORDS',
  'NAVIGATION',
  'PAYWALL',
  'PUBLICATION_DATE',
  'READ_ALSO',
  'RELATED_HEADING',
  'SHARE',
  'SOURCE_LINE',
  'TEASER',
  'UPDATE_DATE',
]
const PLACES: readonly string[] = ['LINE', 'LABEL', 'OPENING', 'TAIL']

/** All forms by their first folded word, longest first. */
export const pageFurniture: ReadonlyMap<string, readonly FurnitureForm[]> = byFirstWord()

function byFirstWord(): Map<string, FurnitureForm[]> {
  const forms = new Map<string, FurnitureForm[]>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (!isKey(row.key)) throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    if (!isPlace(row.place)) throw new TableError(TABLE, row.line, `unknown place ${row.place}`)
    const words = row.form.split(HOLE).flatMap((part, index) => [...(index > 0 ? [null] : []), ...wordsOf(part)])
    const first = words[0]
    if (first === undefined || first === null) throw new TableError(TABLE, row.line, 'a form must begin with a word')
    const form = { key: row.key, place: row.place, strong: row.strength === 'strong', words }
    const known = forms.get(first)
    if (known === undefined) forms.set(first, [form])
    else known.push(form)
  }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length)
  return forms
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind !== 'PUNCTUATION')
    .map((token) => token.key)
}

function isKey(key: string): key is FurnitureKey {
  return KEYS.includes(key)
}

function isPlace(place: string): place is FurniturePlace {
  return PLACES.includes(place)
}
