/**
 * Nouns that begin (in English: begin or close) a body's name by pattern, with what may follow them: وزارة takes a field
 * and a country adjective, حزب a name, بنك a place or a name. And the fields of ministries, some of which name the
 * ministry alone when a country adjective follows or they act: الخارجية الأمريكية.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable } from '../text/table.ts'
import { FORM_COLUMNS, oneOf, readForm, type Strength, yesNo } from './cells.ts'
import { ORGANIZATION_TYPES, type OrganizationType } from './organization-types.ts'

/** What may follow: a ministry's field · a country adjective · any genitive (للشؤون, العمال) · a proper name · a place. */
export type NounComplement = (typeof COMPLEMENTS)[number]

/** One form of a noun that begins a body's name. */
export type OrganizationNoun = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly type: OrganizationType
  readonly follows: ReadonlySet<NounComplement>
  readonly number: 'singular' | 'plural'
}

/** One form of a ministry's field. */
export type MinistryField = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  /** The field alone may stand for the ministry. */
  readonly alone: boolean
}

const COMPLEMENTS = ['field', 'adjective', 'genitive', 'name', 'place'] as const
const NOUNS = new URL('./organization-nouns.tsv', import.meta.url)
const FIELDS = new URL('./ministry-fields.tsv', import.meta.url)

/** All nouns that begin a body's name; Arabic ones with or without the article. */
export const organizationNouns: PhraseIndex<OrganizationNoun> = PhraseIndex.of(
  readTable(NOUNS, [...FORM_COLUMNS, 'type', 'follows', 'number'] as const).map((row) => {
    const { key, lang, form, strength } = readForm(NOUNS, row)
    const type = oneOf(NOUNS, row.line, 'type', row.type, ORGANIZATION_TYPES)
    const follows = new Set(row.follows.split('+').map((word) => oneOf(NOUNS, row.line, 'follows', word, COMPLEMENTS)))
    const number = oneOf(NOUNS, row.line, 'number', row.number, ['singular', 'plural'])
    const cased = lang === 'en' && form !== form.toLowerCase()
    return { form, value: { key, lang, form, strength, type, follows, number }, article: lang === 'ar', cased }
  }),
)

/** All fields of ministries as they follow وزارة or وزير, or precede Minister. */
export const ministryFields: PhraseIndex<MinistryField> = PhraseIndex.of(
  readTable(FIELDS, [...FORM_COLUMNS, 'alone'] as const).map((row) => {
    const { key, lang, form, strength } = readForm(FIELDS, row)
    return { form, value: { key, lang, form, strength, alone: yesNo(FIELDS, row.line, 'alone', row.alone) } }
  }),
)
