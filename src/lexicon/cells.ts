/**
 * What the loaders of our word lists check in a row, beyond the shape that `readTable` checks: closed sets of values,
 * flags, and forms written in the letters of their language. A wrong cell is refused with file and line.
 */
import { TableError } from '../text/table.ts'

/** How far a form may be trusted: alone · where something near supports it · only where its context names it. */
export type Strength = 'strong' | 'weak' | 'context'

export type FormLanguage = 'ar' | 'en'

/** The cells that every list of forms begins with. */
export const FORM_COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const

type FormRow = { readonly [Name in (typeof FORM_COLUMNS)[number]]: string } & { readonly line: number }

const STRENGTHS = ['strong', 'weak', 'context'] as const
const LANGUAGES = ['ar', 'en'] as const
const ALPHABETS: { readonly [Language in FormLanguage]: RegExp } = {
  ar: /^[\p{Script_Extensions=Arabic}\p{M}\d .،()"'«»/+-]+$/u,
  en: /^[\p{Script=Latin}\p{M}\d .,&()'’!+/-]+$/u,
}

/**
 * The common cells of a row of forms.
 * @throws TableError when a cell holds what it must not
 */
export function readForm(
  url: URL,
  row: FormRow,
): { key: string; lang: FormLanguage; form: string; strength: Strength; gloss: string } {
  const lang = oneOf(url, row.line, 'lang', row.lang, LANGUAGES)
  if (!/^[a-z0-9-]+$/.test(row.key)) throw new TableError(url, row.line, `the key "${row.key}" is not a slug`)
  if (!ALPHABETS[lang].test(row.form)) {
    throw new TableError(url, row.line, `"${row.form}" has a letter that ${lang} does not write`)
  }
  if (row.gloss === '' || row.source === '') throw new TableError(url, row.line, 'gloss and source must not be empty')
  const strength = oneOf(url, row.line, 'strength', row.strength, STRENGTHS)
  return { key: row.key, lang, form: row.form, strength, gloss: row.gloss }
}

/**
 * A cell that holds one of a closed set of values.
 * @throws TableError for any other value
 */
export function oneOf<Value extends string>(
  url: URL,
  line: number,
  column: string,
  cell: string,
  values: readonly Value[],
): Value {
  const value = values.find((candidate) => candidate === cell)
  if (value === undefined) {
    throw new TableError(url, line, `${column} is "${cell}", expected one of ${values.join(', ')}`)
  }
  return value
}

/**
 * A cell that holds yes or no.
 * @throws TableError for any other value
 */
export function yesNo(url: URL, line: number, column: string, cell: string): boolean {
  return oneOf(url, line, column, cell, ['yes', 'no']) === 'yes'
}

/**
 * A cell that holds an ISO 3166-1 alpha-2 code or nothing.
 * @throws TableError for anything else
 */
export function countryCell(url: URL, line: number, cell: string): string | null {
  if (cell === '') return null
  if (!/^[A-Z]{2}$/.test(cell)) throw new TableError(url, line, `"${cell}" is not a country code`)
  return cell
}
