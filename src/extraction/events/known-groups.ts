/**
 * Groups, bodies and officials that are named once and called by their noun alone afterwards: "المستوطنين الإسرائيليين …
 * مستوطنون", "حركة الشمال … الحركة", "الأمير سعود … الأمير". The article's own words decide, sentence by sentence; a noun
 * that two of them share stands for neither.
 */
import { actorNouns } from '../../lexicon/word-classes.ts'
import { type Token, tokenize } from '../../text/tokens.ts'
import type { LocalEntity } from '../annotations.ts'
import type { Party } from './party-draft.ts'
import type { SentenceView } from './sentence-view.ts'
import { nounReadings } from './word-class.ts'

/** Noun → whom it has stood for; null where they are several. */
export type KnownGroups = Map<string, number | null>

const GROUPS = new Set(['force', 'people'])
const SOLE = new Set(['official', 'body'])

/** The nouns that the article's bodies are called by: "الحركة" for حركة الشمال. */
export function namedBodies(entities: readonly LocalEntity[]): KnownGroups {
  const known: KnownGroups = new Map()
  for (const [entity, { kind, name }] of entities.entries()) {
    if (kind !== 'ORGANIZATION') continue
    const noun = nounOf(tokenize(name)[0], SOLE)
    if (noun !== null) add(known, `sole ${noun}`, entity)
  }
  return known
}

/** The sentence with its nouns resolved; `known` learns the nouns that it names somebody by. */
export function withKnownGroups(
  view: SentenceView,
  known: KnownGroups,
  entities: readonly LocalEntity[],
): SentenceView {
  if (view.latin) return view
  const parties = view.parties.map((party, index) => {
    learn(view, party, known)
    if (party.kind !== 'UNNAMED') return party
    const group = nounAt(view, party.first, GROUPS)
    const sole = standsAlone(view, party, view.parties[index + 1]) ? nounAt(view, party.first, SOLE) : null
    const entity = known.get(`sole ${sole}`) ?? known.get(`group ${group}`) ?? null
    const kind = entities[entity ?? -1]?.kind
    if (entity === null || kind === undefined) return party
    return { ...party, entity, kind, form: kind === 'COUNTRY' ? ('DEMONYM' as const) : ('ROLE' as const) }
  })
  return { ...view, parties }
}

function learn(view: SentenceView, party: Party, known: KnownGroups): void {
  const { entity, first, last } = party
  if (entity === null || party.kind === 'PLACE') return
  if (party.kind === 'COUNTRY' && party.form === 'DEMONYM') {
    const group = nounAt(view, first, GROUPS)
    if (group !== null) known.set(`group ${group}`, entity)
  }
  for (let at = first; at <= last; at++) {
    // A name's own title is its first noun and every one with the article: "وزير الخارجية الأمير سعود".
    if (at > first && (party.kind !== 'PERSON' || !/^ال/u.test(view.tokens[at]?.key ?? ''))) continue
    const noun = nounAt(view, at, SOLE)
    if (noun === null) continue
    add(known, `sole ${noun}`, entity)
  }
}

function add(known: KnownGroups, key: string, entity: number): void {
  known.set(key, known.has(key) && known.get(key) !== entity ? null : entity)
}

/** "الرئيس", "الحركة": one word with the article, and nothing behind it that says which. */
function standsAlone(view: SentenceView, party: Party, next: Party | undefined): boolean {
  if (party.first !== party.last || !/^[وفبك]?(?:ال|لل)/u.test(view.tokens[party.first]?.key ?? '')) return false
  const after = view.tokens[party.last + 1]
  return next?.first !== party.last + 1 && !/^ال/u.test(after?.key ?? '')
}

/** The noun of one of these classes at a token, the same for its cases: مستوطن of المستوطنين and مستوطنون. */
function nounAt(view: SentenceView, at: number, classes: ReadonlySet<string>): string | null {
  return nounOf(view.tokens[at], classes)
}

function nounOf(token: Token | undefined, classes: ReadonlySet<string>): string | null {
  if (token === undefined || token.script !== 'ARABIC') return null
  for (const { key } of nounReadings(token)) {
    if ((actorNouns.get(key) ?? []).some((form) => classes.has(form.key) && form.words.length === 1)) {
      return classes === GROUPS ? key.replace(/(?:ون|ين|و|ي)$/u, '') : key
    }
  }
  return null
}
