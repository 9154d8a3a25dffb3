/**
 * Who in an article is a real person: whom the person lexicon lists under that name, and whom `real-persons.tsv` names
 * for that article. All other names were invented when the article was written.
 */
import { givenNames } from '../../src/lexicon/given-names.ts'
import { persons } from '../../src/lexicon/persons.ts'
import { readTable } from '../../src/text/table.ts'
import { nameParts, partKey } from './name-parts.ts'
import { regionOf } from './replacements.ts'

/** A real person's name as an article writes it. `id` is the same for all of the person's names in that article. */
export type RealName = {
  readonly form: string
  readonly id: string
  readonly region: string
  readonly gender: string
  /** Which part of the person's name a form of one word is; null where only the word can say. */
  readonly lone: 'given' | 'family' | null
  /** The invented name, where chance must not choose; "" otherwise. */
  readonly replacement: string
}

const listed = readTable(new URL('./real-persons.tsv', import.meta.url), [
  'article',
  'name',
  'region',
  'gender',
  'same',
  'replacement',
])

/** What the lexicon does not say of a public figure, by lexicon key. */
const figures = new Map(
  readTable(new URL('./figures.tsv', import.meta.url), ['key', 'region', 'gender']).map((row) => [row.key, row]),
)

/** Every name in `real-persons.tsv`. */
export const listedNames: ReadonlySet<string> = new Set(listed.map((row) => row.name))

/** The real persons among the names of an article. */
export function realNames(article: string, forms: readonly string[]): RealName[] {
  const rows = listed.filter((row) => row.article === article)
  const full = forms.flatMap((form): RealName[] => {
    const row = rows.find(({ name }) => name === form || `${name}'s` === form)
    const figure = figureOf(form, false)
    if (row !== undefined) {
      const { region, gender, replacement } = row
      return [{ form, id: row.same || row.name, region, gender, lone: null, replacement }]
    }
    return figure === null ? [] : [figure]
  })
  const known = new Set(full.flatMap(({ form, region }) => keysOf(form, region)))
  const rest = forms.filter((form) => !full.some((name) => name.form === form))
  const short = rest.flatMap((form) => {
    const keys = keysOf(form, '')
    const figure = figureOf(form, true)
    const others = rest.filter((other) => other !== form && keysOf(other, '').length > keys.length)
    const invented = new Set(others.flatMap((other) => keysOf(other, '')))
    if (figure === null || keys.every((key) => known.has(key)) || keys.every((key) => invented.has(key))) return []
    return [figure]
  })
  return [...full, ...short]
}

function figureOf(form: string, short: boolean): RealName | null {
  const plain = form.replaceAll('_', ' ').replace(/'s$/u, '')
  const figure = persons.get(plain).find(({ use }) => short === (use === 'short'))
  if (figure === undefined) return null
  const first = figure.names.ar.split(' ')[0] ?? ''
  const genders = givenNames.get(first).map(({ gender }) => gender)
  const gender = genders.length > 0 && genders.every((name) => name === 'female') ? 'f' : 'm'
  const more = figures.get(figure.key)
  const lone = partKey(form) === partKey(first) ? 'given' : 'family'
  return {
    form,
    id: figure.key,
    region: more?.region || regionOf(figure.countryCode),
    gender: more?.gender || gender,
    lone: short ? lone : null,
    replacement: '',
  }
}

function keysOf(form: string, region: string): string[] {
  return nameParts(form, region).flatMap(({ role, key }) => (role === 'kept' ? [] : [key]))
}
