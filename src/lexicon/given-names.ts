/**
 * Given names as Arabic and English news spell them, Arabic ones and foreign ones transliterated (سيرغي, Sergei). The
 * spellings of one name share a key. Weak forms are words of the language, too (سلام, كريم, Grace): they are names only
 * beside another part of a name or behind a title.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable } from '../text/table.ts'
import { FORM_COLUMNS, oneOf, readForm, type Strength } from './cells.ts'

/** One spelling of a given name. */
export type GivenName = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly gender: 'male' | 'female' | 'any'
}

const TABLE = new URL('./given-names.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'gender'] as const

/** All spellings of given names. */
export const givenNameForms: readonly GivenName[] = readTable(TABLE, COLUMNS).map((row) => ({
  ...readForm(TABLE, row),
  gender: oneOf(TABLE, row.line, 'gender', row.gender, ['male', 'female', 'any']),
}))

/** All given names to look up; English ones only as they are capitalized. */
export const givenNames: PhraseIndex<GivenName> = PhraseIndex.of(
  givenNameForms.map((value) => ({ form: value.form, value, cased: value.lang === 'en' })),
)
