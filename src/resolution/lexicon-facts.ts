/** What the lexicons know of an entity beyond what a document says of it. */
import type { EntityKind } from '../extraction/annotations.ts'
import { countries } from '../lexicon/countries.ts'
import { organizationsByKey } from '../lexicon/organizations.ts'
import { type Outlet, outletOfHost, outlets } from '../lexicon/outlets.ts'
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

/** The outlet of a page, by its host or else by the name in its source line; null when the lexicon does not know it. */
export function outletOf(source: { readonly name: string; readonly domain: string | null }): OutletFacts | null {
  const outlet = (source.domain === null ? null : outletOfHost(source.domain)) ?? outletNamed(source.name)
  if (outlet === null) return null
  return {
    key: outlet.key,
    name: outlet.names.ar,
    domain: outlet.domain ?? source.domain,
    countryCode: outlet.countryCode,
  }
}

/** The one outlet of a name, which may be weak (الخبر, سبق): in a source line it is a name. */
function outletNamed(name: string): Outlet | null {
  const found = new Map(outlets.get(name).map((outlet) => [outlet.key, outlet]))
  const [outlet] = found.values()
  return found.size === 1 && outlet !== undefined ? outlet : null
}

function namesOf(names: { readonly ar: string; readonly en: string | null }): EntityFacts['names'] {
  const arabic = { language: 'ar', text: names.ar, preferred: true }
  return names.en === null ? [arabic] : [arabic, { language: 'en', text: names.en, preferred: true }]
}
