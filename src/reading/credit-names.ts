/** What a phrase in a byline, a dateline or an author field names: an outlet, a place, nobody in particular, a person. */
import { countryForms } from '../lexicon/country-forms.ts'
import { creditKey, creditWords } from '../lexicon/credit-words.ts'
import { givenNames } from '../lexicon/given-names.ts'
import { organizations } from '../lexicon/organizations.ts'
import { places } from '../lexicon/places.ts'
import { tokenize } from '../text/tokens.ts'

/** UNKNOWN could be a person's name as well as something else's; OTHER is a phrase that could not be a credit at all. */
export type CreditRole = 'AGENCY' | 'OUTLET' | 'GENERIC' | 'PLACE' | 'NAME' | 'UNKNOWN' | 'OTHER'

/** Longer phrases are sentences, whatever words they hold. */
const MOST_WORDS = 9
const FEWEST_NAME_WORDS = 2
const MOST_NAME_WORDS = 5
const NAME_CHARACTERS = /^[\p{L}\p{M}\s.'’\u0640-]+$/u
const CAPITALISED = /^\p{Lu}/u
const PARTICLE = /^(?:al|el|bin|ibn|bint|abu|de|da|del|der|di|du|la|le|van|von|y|e)(?:-|$)/iu

/** The role that a phrase plays in a credit. */
export function creditRole(phrase: string): CreditRole {
  const key = creditKey(phrase)
  if (key === '') return 'OTHER'
  const listed = creditWords.get(key)
  if (listed === 'JOB') return 'GENERIC'
  if (listed !== undefined) return listed === 'MEDIA' ? 'OTHER' : listed
  const outlet = outletRole(phrase)
  if (outlet !== null) return outlet
  if (isPlace(phrase)) return 'PLACE'
  const parts = key.split(' ')
  if (parts.length > MOST_WORDS) return 'OTHER'
  const words = new Set(parts.map((word) => creditWords.get(word)))
  if (words.has('MEDIA')) return 'OUTLET'
  if (words.has('JOB')) return 'GENERIC'
  if (!isNameLike(phrase)) return 'OTHER'
  const first = /^[\p{L}\p{M}'’-]+/u.exec(phrase.trim())?.[0] ?? ''
  return givenNames.get(first).length > 0 ? 'NAME' : 'UNKNOWN'
}

/** Two to five words that a person could be called. */
function isNameLike(phrase: string): boolean {
  if (!NAME_CHARACTERS.test(phrase)) return false
  const words = tokenize(phrase).filter((token) => token.kind === 'WORD')
  if (words.length < FEWEST_NAME_WORDS || words.length > MOST_NAME_WORDS) return false
  return words.every((word) => word.script !== 'LATIN' || CAPITALISED.test(word.text) || PARTICLE.test(word.text))
}

function isPlace(phrase: string): boolean {
  return countryForms.get(phrase).some((form) => form.form !== 'DEMONYM') || places.get(phrase).length > 0
}

function outletRole(phrase: string): 'AGENCY' | 'OUTLET' | null {
  const types = organizations.get(phrase).map((organization) => organization.type)
  if (types.includes('agency')) return 'AGENCY'
  return types.includes('outlet') ? 'OUTLET' : null
}
