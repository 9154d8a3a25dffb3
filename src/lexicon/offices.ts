/**
 * Titles that stand before or after a person's name, Arabic and English, with the grammar that tells where the title
 * phrase ends: رئيس takes a country adjective, a country, a body or another office; الدكتور takes nothing.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'
import { FORM_COLUMNS, oneOf, readForm, type Strength, yesNo } from './cells.ts'

export type OfficeKind = 'office' | 'rank' | 'honorific' | 'profession' | 'kin'

/** What the title phrase may go on with: الروسي · a country or body in the genitive · another office (نائب وزير …). */
export type OfficeComplement = 'adjective' | 'genitive' | 'office'

/** One form of a title. */
export type Office = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly kind: OfficeKind
  /** Where the office belongs: state, ministry, military, religious, sport … */
  readonly level: string
  readonly takes: ReadonlySet<OfficeComplement>
  readonly gender: 'male' | 'female' | 'any'
  readonly number: 'singular' | 'plural'
}

const URL_OF_TABLE = new URL('./offices.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'kind', 'level', 'takes', 'gender', 'number', 'article', 'pronoun', 'cased'] as const
const KINDS = ['office', 'rank', 'honorific', 'profession', 'kin'] as const
const COMPLEMENTS = ['adjective', 'genitive', 'office'] as const

const entries = [...readOffices()]

/** All keys of offices. */
export const officeKeys: ReadonlySet<string> = new Set(entries.map((entry) => entry.value.key))

/** All titles; a form that several offices share gives them all. */
export const offices: PhraseIndex<Office> = PhraseIndex.of(entries)

function* readOffices(): Iterable<{ form: string; value: Office; article: boolean; pronoun: boolean; cased: boolean }> {
  for (const row of readTable(URL_OF_TABLE, COLUMNS)) {
    const { key, lang, form, strength } = readForm(URL_OF_TABLE, row)
    if (row.level === '') throw new TableError(URL_OF_TABLE, row.line, 'an office has a level')
    const value: Office = {
      key,
      lang,
      form,
      strength,
      kind: oneOf(URL_OF_TABLE, row.line, 'kind', row.kind, KINDS),
      level: row.level,
      takes: new Set(row.takes === 'none' ? [] : row.takes.split('+').map((word) => complement(row.line, word))),
      gender: oneOf(URL_OF_TABLE, row.line, 'gender', row.gender, ['male', 'female', 'any']),
      number: oneOf(URL_OF_TABLE, row.line, 'number', row.number, ['singular', 'plural']),
    }
    yield {
      form,
      value,
      article: yesNo(URL_OF_TABLE, row.line, 'article', row.article),
      pronoun: yesNo(URL_OF_TABLE, row.line, 'pronoun', row.pronoun),
      cased: yesNo(URL_OF_TABLE, row.line, 'cased', row.cased),
    }
  }
}

function complement(line: number, word: string): OfficeComplement {
  return oneOf(URL_OF_TABLE, line, 'takes', word, COMPLEMENTS)
}
