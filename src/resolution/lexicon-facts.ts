/** What the lexicons know of an entity beyond what a document says of it. */
import type { EntityKind } from '../extraction/annotations.ts'
import { countries } from '../lexicon/countries.ts'
import { type OrganizationForm, organizations, organizationsByKey } from '../lexicon/organizations.ts'
import { publicFigures } from '../lexicon/persons.ts'
import { placesByKey } from '../lexicon/places.ts'
import type { NameRow } from './knowledge.ts'

/** Facts of an entity; all that is not known is null or empty. */
export type EntityFacts = {
  readonly wikidataId: string | null
  readonly alpha3: string | null
  readonly countryCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** One preferred name a language. */
  readonly names: readonly Pick<NameRow, 'language' | 'text' | 'preferred'>[]
}

/** An outlet that the lexicon knows. */
export type OutletFacts = {
  readonly key: string
  readonly name: string
  readonly domain: string | null
  readonly countryCode: string | null
}

const UNKNOWN: EntityFacts = {
  wikidataId: null,
  alpha3: null,
  countryCode: null,
  latitude: null,
  longitude: null,
  names: [],
}

/** Facts by the lexicon's key; `UNKNOWN` for a key that it does not have. */
export function factsOf(kind: EntityKind, key: string): EntityFacts {
  switch (kind) {
    case 'COUNTRY': {
      const found = countries.get(key)
      return found === undefined ? UNKNOWN : { ...UNKNOWN, alpha3: found.alpha3, names: namesOf(found.names) }
    }
    case 'PERSON': {
      const found = publicFigures.get(key)
      return found === undefined
        ? UNKNOWN
        : { ...UNKNOWN, wikidataId: found.wikidataId, countryCode: found.countryCode, names: namesOf(found.names) }
    }
    case 'ORGANIZATION': {
      const found = organizationsByKey.get(key)
      return found === undefined ? UNKNOWN : { ...UNKNOWN, countryCode: found.countryCode, names: namesOf(found.names) }
    }
    case 'PLACE': {
      const found = placesByKey.get(key)
      if (found === undefined) return UNKNOWN
      const { countryCode, latitude, longitude, name } = found
      return { ...UNKNOWN, countryCode, latitude, longitude, names: namesOf(name) }
    }
  }
}

/** The outlet of a page's source line; null when the lexicon does not know it. */
export function outletOf(source: { readonly name: string; readonly domain: string | null }): OutletFacts | null {
  const found: readonly OrganizationForm[] = organizations.get(source.name)
  const outlets = found.filter(({ type }) => type === 'outlet' || type === 'agency')
  const [outlet] = outlets
  if (outlet === undefined || new Set(outlets.map(({ key }) => key)).size > 1) return null
  return { key: outlet.key, name: outlet.names.ar, domain: source.domain, countryCode: outlet.countryCode }
}

function namesOf(names: { readonly ar: string; readonly en: string | null }): EntityFacts['names'] {
  const arabic = { language: 'ar', text: names.ar, preferred: true }
  return names.en === null ? [arabic] : [arabic, { language: 'en', text: names.en, preferred: true }]
}
