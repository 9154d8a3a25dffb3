/**
 * Public figures of the last decades: their names in both scripts with the spellings that news gives them, the country
 * and the office they are best known for. A short form (surname, epithet) is strong only where it is commonly used for
 * that one person: بوتين is, الأسد is not, for it is a word and a family.
 *
 * Country, office and Wikidata id stand on the row of the Arabic name; other rows leave them empty. The office is the
 * one a reader knows the person by, no claim that it is held now.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'
import { countryCell, FORM_COLUMNS, oneOf, readForm, type Strength } from './cells.ts'
import { officeKeys } from './offices.ts'

/** A person, under all forms. */
export type PublicFigure = {
  readonly key: string
  readonly names: { readonly ar: string; readonly en: string }
  /** ISO alpha-2 of the country that the person acts for; null for those of an international body. */
  readonly countryCode: string | null
  /** Key in `offices`. */
  readonly office: string
  readonly wikidataId: string | null
}

/** One form of a person's name. `short` is a surname or an epithet. */
export type PersonForm = PublicFigure & {
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly use: 'name' | 'variant' | 'short'
}

const TABLE = new URL('./persons.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'use', 'country', 'office', 'wikidata'] as const

type PersonRow = ReturnType<typeof readTable<(typeof COLUMNS)[number]>>[number]

const rows = readTable(TABLE, COLUMNS)

/** All public figures by key. */
export const publicFigures: ReadonlyMap<string, PublicFigure> = readFigures(rows)

/** All forms of their names; English ones only as they are capitalized. */
export const persons: PhraseIndex<PersonForm> = PhraseIndex.of(
  rows.map((row) => {
    const { key, lang, form, strength } = readForm(TABLE, row)
    const figure = publicFigures.get(key)
    if (figure === undefined) throw new TableError(TABLE, row.line, `${key} has no name in both languages`)
    const value = { ...figure, lang, form, strength, use: useOf(row) }
    return { form, value, cased: lang === 'en' }
  }),
)

function readFigures(all: readonly PersonRow[]): Map<string, PublicFigure> {
  const english = new Map<string, string>()
  const figures = new Map<string, PublicFigure>()
  for (const row of all) {
    if (useOf(row) === 'name' && row.lang === 'en') english.set(row.key, row.form)
    else if (row.lang === 'en' && row.country + row.office !== '') {
      throw new TableError(TABLE, row.line, 'country and office stand on the Arabic name')
    }
  }
  for (const row of all) {
    const en = english.get(row.key)
    if (useOf(row) !== 'name' || row.lang !== 'ar' || en === undefined) continue
    if (figures.has(row.key)) throw new TableError(TABLE, row.line, `${row.key} has two Arabic names`)
    if (!officeKeys.has(row.office)) throw new TableError(TABLE, row.line, `"${row.office}" is no key of an office`)
    const countryCode = countryCell(TABLE, row.line, row.country)
    const wikidataId = wikidataCell(row)
    figures.set(row.key, { key: row.key, names: { ar: row.form, en }, countryCode, office: row.office, wikidataId })
  }
  return figures
}

function useOf(row: PersonRow): PersonForm['use'] {
  return oneOf(TABLE, row.line, 'use', row.use, ['name', 'variant', 'short'])
}

function wikidataCell(row: PersonRow): string | null {
  if (row.wikidata === '') return null
  if (!/^Q[1-9]\d*$/.test(row.wikidata)) throw new TableError(TABLE, row.line, `"${row.wikidata}" is no Wikidata id`)
  return row.wikidata
}
