/**
 * Words beside the name of a country or capital that tell what it stands for: «في مطار موسكو» is a place, «رسالة إلى
 * موسكو» is Russia, «اللغة التركية» and «نهر الأردن» are no country.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

/**
 * place-noun: what stands before a place; place-verb: whose subject or object is a place; exchange: what goes to or comes
 * from a government; route: what leads between places; attack: what falls on a place; motion: what goes to a place;
 * language, water, treaty: what is named after a country or city and is neither; at,
 * direction, party: prepositions before a place, before either, before a government; building: first word of a seat
 * that is no city; sport: what is told of matches, in which names of cities are clubs.
 */
export type CountryContext = (typeof CONTEXTS)[number]

const CONTEXTS = [
  'place-noun',
  'place-verb',
  'exchange',
  'route',
  'attack',
  'motion',
  'language',
  'water',
  'treaty',
  'at',
  'direction',
  'party',
  'building',
  'sport',
] as const
const FILE = new URL('./country-contexts.tsv', import.meta.url)

/** Contexts by folded word. */
export const countryContexts: ReadonlyMap<string, ReadonlySet<CountryContext>> = readContexts()

function readContexts(): Map<string, Set<CountryContext>> {
  const found = new Map<string, Set<CountryContext>>()
  for (const { key, form, gloss, source, line } of readTable(FILE, ['key', 'lang', 'form', 'gloss', 'source'])) {
    const context = CONTEXTS.find((known) => known === key)
    if (context === undefined) throw new TableError(FILE, line, `no context "${key}"`)
    if (gloss === '' || source === '') throw new TableError(FILE, line, 'a row without gloss or source')
    const word = foldKey(form)
    const contexts = found.get(word) ?? new Set()
    found.set(word, contexts.add(context))
  }
  return found
}
