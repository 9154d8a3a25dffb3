/** When and where an act happened, by the words of its own clause. */
import type { FuzzyDate } from '../../time/fuzzy-date.ts'
import type { LocalEntity } from '../annotations.ts'
import { knownEntity } from '../known-entities.ts'
import type { SentenceView } from './sentence-view.ts'
import { classAt, isForm } from './word-class.ts'

const LEADING = ['particle', 'negation', 'future', 'possibility', 'place-preposition']

/** The date that the clause's own time words give; the nearest to the act when there are several. */
export function dateOf(
  view: SentenceView,
  levels: Uint8Array,
  at: number,
  start: number,
  end: number,
): FuzzyDate | null {
  // "أمس السبت أوقف": time words may lead the clause.
  let from = start
  while (from > 0 && view.starts[from] === 0 && leads(view, from - 1)) from -= 1
  let best: FuzzyDate | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const { time, first, last } of view.times) {
    if (time.date === null || last < from || first >= end || (levels[first] ?? 0) > (levels[at] ?? 0)) continue
    const away = first > at ? first - at : at - last
    if (away < distance) {
      distance = away
      best = time.date
    }
  }
  return best
}

/** Time words, particles and pauses in front of a clause. */
function leads(view: SentenceView, at: number): boolean {
  if (view.timeAt[at] === 1) return true
  if (view.boundary[at] === 1 || (view.partyAt[at] ?? -1) >= 0) return false
  return LEADING.some((name) => classAt(view.tokens, at, name) !== undefined)
}

/** The place that the clause gives, and the country where it names that as a place. */
export function placeOf(
  view: SentenceView,
  entities: readonly LocalEntity[],
  from: number,
  end: number,
  participants: ReadonlySet<number>,
): { readonly place: number | null; readonly country: number | null } {
  let country: number | null = null
  for (const party of view.parties) {
    if (party.first < from || party.first >= end || party.entity === null) continue
    if (party.preposition === null || !isForm(party.preposition, 'place-preposition')) continue
    if (party.kind === 'PLACE') {
      const code = entities[party.entity]?.countryCode ?? null
      return { place: party.entity, country: country ?? knownEntity(entities, 'COUNTRY', code) }
    }
    if (party.kind === 'COUNTRY' && party.form === 'NAME' && !participants.has(party.entity)) country ??= party.entity
  }
  return { place: null, country }
}
