/** What the words around the name of a country or capital tell of it, by the contexts of the lexicon. */
import { type CountryContext, countryContexts } from '../../lexicon/country-contexts.ts'
import { prefixReadings } from '../../text/clitics.ts'
import type { Token } from '../../text/tokens.ts'

/** Whether a word is one of a context, as it stands or behind its proclitics. */
export function isContext(token: Token | undefined, ...contexts: readonly CountryContext[]): boolean {
  if (token === undefined) return false
  return prefixReadings(token).some(({ key }) => {
    const found = countryContexts.get(key)
    return found !== undefined && contexts.some((context) => found.has(context))
  })
}
