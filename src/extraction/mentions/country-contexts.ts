/** What the words around the name of a country or capital tell of it, by the contexts of the lexicon. */
import { type CountryContext, countryContexts } from '../../lexicon/country-contexts.ts'
import { wordReadings } from '../../text/clitics.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'

const NONE: ReadonlySet<CountryContext> = new Set()

/** Whether a word is one of a context, as it stands or behind its proclitics. */
export function isContext(token: Token | undefined, ...contexts: readonly CountryContext[]): boolean {
  if (token === undefined) return false
  const found = contextsOf(token)
  return found.size > 0 && contexts.some((context) => found.has(context))
}

const contextsOf = oncePerWord((token): ReadonlySet<CountryContext> => {
  const found = wordReadings(token).flatMap(({ key }) => [...(countryContexts.get(key) ?? [])])
  return found.length === 0 ? NONE : new Set(found)
})
