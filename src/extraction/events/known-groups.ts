/**
 * Groups that are called by their country once and by their noun alone afterwards: "المستوطنين الإسرائيليين …
 * مستوطنون". The article's own words decide, sentence by sentence.
 */
import { actorNouns } from '../../lexicon/word-classes.ts'
import type { Party } from './party-draft.ts'
import type { SentenceView } from './sentence-view.ts'
import { nounReadings } from './word-class.ts'

const GROUPS = new Set(['force', 'people'])

/** The sentence with its groups resolved; `known` learns the groups that it calls by their country. */
export function withKnownGroups(view: SentenceView, known: Map<string, number>): SentenceView {
  const parties = view.parties.map((party) => {
    const noun = groupNoun(view, party)
    if (noun === null) return party
    if (party.kind === 'COUNTRY' && party.entity !== null) known.set(noun, party.entity)
    const entity = party.kind === 'UNNAMED' ? known.get(noun) : undefined
    return entity === undefined ? party : { ...party, entity, kind: 'COUNTRY' as const, form: 'DEMONYM' as const }
  })
  return { ...view, parties }
}

/** The stem of a party's group noun, the same for its cases: مستوطن of المستوطنين and مستوطنون. */
function groupNoun(view: SentenceView, party: Party): string | null {
  const token = view.tokens[party.first]
  if (token === undefined || token.script !== 'ARABIC' || (party.kind !== 'UNNAMED' && party.form !== 'DEMONYM'))
    return null
  for (const { key } of nounReadings(token)) {
    if ((actorNouns.get(key) ?? []).some((form) => GROUPS.has(form.key) && form.words.length === 1)) {
      return key.replace(/(?:ون|ين|و|ي)$/u, '')
    }
  }
  return null
}
