/**
 * Words that refer to a country: its names (سوريا, the Netherlands), the adjectives and nouns made from them (السوريين,
 * Syrians) and the seats that act for its government (دمشق, the Kremlin). Whether a seat acts or is only a place, and
 * which of several readings is meant (السعودية is a name and an adjective), is for the reader of the sentence.
 */
import { foldKey } from '../text/fold.ts'
import { type PhraseEntry, PhraseIndex } from '../text/phrase-index.ts'
import { type Row, readTable, TableError } from '../text/table.ts'
import { countries } from './countries.ts'
import { type DemonymBuild, inflectDemonym } from './inflect-demonym.ts'
import { checkSpelling } from './spelling.ts'

export type CountryForm = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly form: 'NAME' | 'DEMONYM' | 'METONYM'
  /** A weak form is also a common word, a person's name or several countries': only beside other signs of the country. */
  readonly strength: 'strong' | 'weak'
  readonly lang: string
  /** The row's own form: for سوريتين it is سوري. */
  readonly base: string
}

const URL_OF_TABLE = new URL('./country-forms.tsv', import.meta.url)
const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source', 'class', 'build', 'cased'] as const
const CLASSES = ['NAME', 'DEMONYM', 'METONYM'] as const
const STRENGTHS = ['strong', 'weak'] as const
const BUILDS: readonly DemonymBuild[] = ['plain', 'article', 'nisba', 'tail', 'plural']

type FormRow = Row<(typeof COLUMNS)[number]>

/** All forms of all countries. A form of several countries has a value for each. */
export const countryForms: PhraseIndex<CountryForm> = PhraseIndex.of(readForms())

function readForms(): PhraseEntry<CountryForm>[] {
  const rows = readTable(URL_OF_TABLE, COLUMNS)
  const entries: PhraseEntry<CountryForm>[] = []
  const names = new Set(rows.filter((row) => row.class !== 'DEMONYM').map((row) => `${row.key} ${foldKey(row.form)}`))
  const lines = new Map<string, number>()
  const strong = new Map<string, FormRow>()
  for (const row of rows) {
    const value = readForm(row)
    for (const form of spellings(row)) {
      const key = foldKey(form).replaceAll('-', ' ')
      // مسؤولا سوريا and برازيليا are both; the name says more.
      if (value.form === 'DEMONYM' && form.endsWith('يا') && names.has(`${row.key} ${key}`)) continue
      const taken = `${row.key} ${value.form} ${row.cased === '' ? key : form}`
      if (lines.has(taken)) fail(row, `"${form}" is already made by line ${lines.get(taken)}`)
      lines.set(taken, row.line)
      if (value.strength === 'strong') checkOwner(row, form, strong.get(key))
      if (value.strength === 'strong') strong.set(key, row)
      entries.push({ form, value, cased: row.cased !== '' })
    }
  }
  return entries
}

/** A strong form is one country's; only a word for two together (الكوريتان) is both's, and their rows share a gloss. */
function checkOwner(row: FormRow, form: string, other: FormRow | undefined): void {
  if (other === undefined || other.key === row.key || other.gloss === row.gloss) return
  fail(row, `"${form}" is a strong form of ${other.key}, too (line ${other.line})`)
}

function readForm(row: FormRow): CountryForm {
  if (!countries.has(row.key)) fail(row, `unknown country "${row.key}"`)
  checkSpelling(URL_OF_TABLE, row.line, row.lang, row.form)
  if (!/^[\x20-\x7e]+$/.test(row.gloss.normalize('NFKD').replace(/\p{Mn}/gu, '')))
    fail(row, 'a gloss is in Latin letters')
  if (row.cased !== '' && row.cased !== 'cased') fail(row, `cased is "${row.cased}", expected "cased" or nothing`)
  const form = CLASSES.find((known) => known === row.class) ?? fail(row, `unknown class "${row.class}"`)
  const strength = STRENGTHS.find((known) => known === row.strength) ?? fail(row, `unknown strength "${row.strength}"`)
  return { code: row.key, form, strength, lang: row.lang, base: row.form }
}

function spellings(row: FormRow): readonly string[] {
  const build = BUILDS.find((known) => known === row.build) ?? fail(row, `unknown build "${row.build}"`)
  const forms = inflectDemonym(row.form, build) ?? fail(row, `"${row.form}" does not end in ي`)
  // Headlines in capitals: TURKEY is the country as Turkey is.
  return row.cased === '' ? forms : [...new Set([...forms, ...forms.map((form) => form.toUpperCase())])]
}

function fail(row: FormRow, problem: string): never {
  throw new TableError(URL_OF_TABLE, row.line, problem)
}
