/**
 * Named places below and above the state: cities, provinces, seas, crossings, camps, continents. A capital stands here as
 * a place; that it can act for its government is in country-forms.tsv, and the sentence decides between them.
 *
 * Places that nobody settles (القدس, seas, regions of several states) have no country.
 */
import { foldKey } from '../text/fold.ts'
import { type PhraseEntry, PhraseIndex } from '../text/phrase-index.ts'
import { type Row, readTable, TableError } from '../text/table.ts'
import { countries } from './countries.ts'
import { checkSpelling } from './spelling.ts'

const TYPES = [
  'airport',
  'area',
  'camp',
  'city',
  'crossing',
  'district',
  'island',
  'lake',
  'mountain',
  'region',
  'river',
  'sea',
  'site',
  'strait',
  'supranational',
] as const

const STRENGTHS = ['strong', 'weak', 'context'] as const
type Strength = (typeof STRENGTHS)[number]

export type PlaceType = (typeof TYPES)[number]

export type Place = {
  /** Latin name and, where there is one, country: aleppo-sy, red-sea. */
  readonly key: string
  readonly name: { readonly ar: string; readonly en: string }
  /** ISO 3166-1 alpha-2; null where no country or more than one has it. */
  readonly countryCode: string | null
  /** Degrees, to about a kilometre for towns; null where we are not sure. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly type: PlaceType
}

export type PlaceForm = Place & {
  /**
   * A weak form is also a person's name, another place's or a word that never follows في: it needs في or other signs. One
   * of context is a word of every day (صور, المدينة) or a country's name, and a place only behind a word like مدينة.
   */
  readonly strength: Strength
}

const URL_OF_PLACES = new URL('./places.tsv', import.meta.url)
const URL_OF_FORMS = new URL('./place-forms.tsv', import.meta.url)
const FORM_COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source', 'cased'] as const
/** Names that begin with the Arabic article are written large or small in English: in al-Bab. */
const ARTICLE = /^(?:Al|An|Ar|As|Ash|At|Ad|Az|El|En|Es|Ed)(?=[- ])/

/** All places by key. */
export const placesByKey: ReadonlyMap<string, Place> = readPlaces()

/** All forms of all places. A form of several places has a value for each. */
export const places: PhraseIndex<PlaceForm> = PhraseIndex.of(readForms())

function readPlaces(): Map<string, Place> {
  const columns = ['key', 'ar', 'en', 'country', 'type', 'latitude', 'longitude', 'source'] as const
  const found = new Map<string, Place>()
  for (const row of readTable(URL_OF_PLACES, columns)) {
    const fail = (problem: string): never => {
      throw new TableError(URL_OF_PLACES, row.line, problem)
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(row.key)) fail(`"${row.key}" is no slug`)
    if (found.has(row.key)) fail(`"${row.key}" stands twice`)
    if (row.country !== '' && !countries.has(row.country)) fail(`unknown country "${row.country}"`)
    if ((row.latitude === '') !== (row.longitude === '')) fail('one coordinate without the other')
    const latitude = degrees(row.latitude, 90) ?? fail(`"${row.latitude}" is no latitude`)
    const longitude = degrees(row.longitude, 180) ?? fail(`"${row.longitude}" is no longitude`)
    checkSpelling(URL_OF_PLACES, row.line, 'ar', row.ar)
    checkSpelling(URL_OF_PLACES, row.line, 'en', row.en)
    found.set(row.key, {
      key: row.key,
      name: { ar: row.ar, en: row.en },
      countryCode: row.country === '' ? null : row.country,
      latitude: latitude.value,
      longitude: longitude.value,
      type: TYPES.find((known) => known === row.type) ?? fail(`unknown type "${row.type}"`),
    })
  }
  return found
}

function degrees(cell: string, most: number): { value: number | null } | null {
  if (cell === '') return { value: null }
  const value = Number(cell)
  return /^-?\d+(?:\.\d+)?$/.test(cell) && Math.abs(value) <= most ? { value } : null
}

function readForms(): PhraseEntry<PlaceForm>[] {
  const entries: PhraseEntry<PlaceForm>[] = []
  const taken = new Map<string, number>()
  const strong = new Map<string, string>()
  const unnamed = new Set(placesByKey.keys())
  const rows = readTable(URL_OF_FORMS, FORM_COLUMNS)
  for (const row of rows) {
    const place = placesByKey.get(row.key) ?? fail(row, `unknown place "${row.key}"`)
    checkSpelling(URL_OF_FORMS, row.line, row.lang, row.form)
    if (row.cased !== '' && row.cased !== 'cased') fail(row, `cased is "${row.cased}", expected "cased" or nothing`)
    const strength =
      STRENGTHS.find((known) => known === row.strength) ?? fail(row, `unknown strength "${row.strength}"`)
    const form = foldKey(row.form).replaceAll('-', ' ')
    const line = taken.get(`${row.key} ${form}`)
    if (line !== undefined) fail(row, `"${row.form}" reads like line ${line}`)
    taken.set(`${row.key} ${form}`, row.line)
    const owner = strong.get(form)
    if (strength === 'strong' && owner !== undefined) fail(row, `"${row.form}" is a strong form of ${owner}, too`)
    if (strength === 'strong') strong.set(form, row.key)
    if (row.form === place.name.ar || row.form === place.name.en) unnamed.delete(row.key)
    const value: PlaceForm = { ...place, strength }
    for (const spelling of spellings(row)) entries.push({ form: spelling, value, cased: row.cased !== '' })
  }
  for (const row of rows) if (unnamed.has(row.key)) fail(row, `the name of "${row.key}" is not among its forms`)
  return entries
}

function spellings(row: Row<(typeof FORM_COLUMNS)[number]>): readonly string[] {
  if (row.cased === '') return [row.form]
  const small = row.form.replace(ARTICLE, (article) => article.toLowerCase())
  return [...new Set([row.form, small, row.form.toUpperCase()])]
}

function fail(row: Row<(typeof FORM_COLUMNS)[number]>, problem: string): never {
  throw new TableError(URL_OF_FORMS, row.line, problem)
}
