/** Words that some list of names has as they stand: a search for وتين must not find بوتين, as a cut-off ب would let it. */
import { countryForms } from '../lexicon/country-forms.ts'
import { familyNames } from '../lexicon/family-names.ts'
import { givenNames } from '../lexicon/given-names.ts'
import { organizations } from '../lexicon/organizations.ts'
import { persons } from '../lexicon/persons.ts'
import { places } from '../lexicon/places.ts'

/** Letters that may be a proclitic; of other words nothing is cut. */
const PROCLITIC = /^[وفبلكس]/u
const LISTS = [countryForms, places, persons, organizations, givenNames, familyNames]

/** Whether a folded word is a name of the lexicon whole. */
export function isKnownName(key: string): boolean {
  return PROCLITIC.test(key) && LISTS.some((list) => list.get(key).length > 0)
}
