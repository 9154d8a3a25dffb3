/**
 * Words that join a title and change whose it is or when: السابق, الراحل, المنتخب, بالوكالة, former, acting. They follow
 * an Arabic title (and its adjective) and precede an English one.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable } from '../text/table.ts'
import { FORM_COLUMNS, oneOf, readForm, type Strength } from './cells.ts'

/** One form; `key` is its sense: former, late, deposed, elect, acting, current … */
export type OfficeModifier = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  /** True when whoever bears the title no longer holds the office. */
  readonly former: boolean
  readonly gender: 'male' | 'female' | 'any'
  readonly number: 'singular' | 'plural'
}

const TABLE = new URL('./office-modifiers.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'gender', 'number'] as const
const FORMER: readonly string[] = ['deposed', 'former', 'late', 'retired']

/** All modifiers of titles. */
export const officeModifiers: PhraseIndex<OfficeModifier> = PhraseIndex.of(
  readTable(TABLE, COLUMNS).map((row) => {
    const { key, lang, form, strength } = readForm(TABLE, row)
    const gender = oneOf(TABLE, row.line, 'gender', row.gender, ['male', 'female', 'any'])
    const number = oneOf(TABLE, row.line, 'number', row.number, ['singular', 'plural'])
    const value = { key, lang, form, strength, former: FORMER.includes(key), gender, number }
    return { form, value, article: true }
  }),
)
