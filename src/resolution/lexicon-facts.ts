/** What the lexicons know of an entity beyond what a document says of it. */
import type { EntityKind } from '../extraction/annotations.ts'
import type { NameRow } from './knowledge.ts'

/** Facts of an entity; all that is not known is null or empty. */
export type EntityFacts = {
  readonly wikidataId: string | null
  readonly alpha3: string | null
  readonly countryCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** One preferred name a language at most. */
  readonly names: readonly Pick<NameRow, 'language' | 'text' | 'preferred'>[]
}

const UNKNOWN: EntityFacts = {
  wikidataId: null,
  alpha3: null,
  countryCode: null,
  latitude: null,
  longitude: null,
  names: [],
}

/** Facts by the lexicon's key. */
export function factsOf(_kind: EntityKind, _key: string): EntityFacts {
  return UNKNOWN
}

/** An outlet that the lexicon knows. */
export type OutletFacts = {
  readonly key: string
  readonly name: string
  readonly domain: string | null
  readonly countryCode: string | null
}

/** The outlet of a page's source line; null when the lexicon does not know it. */
export function outletOf(_source: { readonly name: string; readonly domain: string | null }): OutletFacts | null {
  return null
}
