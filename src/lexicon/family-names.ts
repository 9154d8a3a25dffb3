/**
 * Family names that Arabic and English news know: Arabic ones, nisbas among them (الحسيني), and foreign ones as Arabic
 * spells them (شتاينماير). The list widens a name that has begun; a family name alone names nobody here. Weak forms are
 * words or demonyms, too (المصري, الحكيم, Brown).
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable } from '../text/table.ts'
import { FORM_COLUMNS, readForm, type Strength } from './cells.ts'

/** One spelling of a family name. */
export type FamilyName = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
}

const TABLE = new URL('./family-names.tsv', import.meta.url)

/** All spellings of family names. */
export const familyNameForms: readonly FamilyName[] = readTable(TABLE, FORM_COLUMNS).map((row) => readForm(TABLE, row))

/** All family names to look up; English ones only as they are capitalized. */
export const familyNames: PhraseIndex<FamilyName> = PhraseIndex.of(
  familyNameForms.map((value) => ({ form: value.form, value, cased: value.lang === 'en' })),
)
