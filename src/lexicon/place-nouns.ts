/**
 * Nouns that a place's name follows: مدينة, مطار, River. `before` stands before the name, `part` belongs to it: «مدينة حلب» is
 * حلب, «مطار بيروت» is a place of its own.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'

export type PlaceNoun = { readonly form: string; readonly lang: string; readonly use: 'before' | 'part' }

const FILE = new URL('./place-nouns.tsv', import.meta.url)

/** All nouns; English ones only as they are written. */
export const placeNouns: PhraseIndex<PlaceNoun> = PhraseIndex.of(
  readTable(FILE, ['key', 'lang', 'form', 'gloss', 'source']).map(({ key, lang, form, gloss, source, line }) => {
    if (key !== 'before' && key !== 'part') throw new TableError(FILE, line, `no use "${key}"`)
    if (gloss === '' || source === '') throw new TableError(FILE, line, 'a row without gloss or source')
    return { form, value: { form, lang, use: key }, cased: lang === 'en' }
  }),
)
