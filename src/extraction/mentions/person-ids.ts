/**
 * Which of an article's person mentions are one person. A full name is its own; a shorter one is the full name that it
 * is a short form of; where several could bear it (two brothers), the one named last before it. Arabic and Latin
 * spellings of a full name meet in their sounds.
 */
import { latinKey } from '../../text/transliterate.ts'
import type { NamedProposal } from './gather-entities.ts'
import { isShortFormOf, nameParts } from './name-parts.ts'
import type { Proposal } from './proposal.ts'

type Name = NamedProposal & { readonly parts: readonly string[]; readonly at: number }

/** The names of an article, in text order, by what makes one the form of another. */
type Names = {
  readonly byFirst: ReadonlyMap<string | undefined, readonly Name[]>
  readonly byLast: ReadonlyMap<string | undefined, readonly Name[]>
  /** Lexicon keys of persons who are named in full. */
  readonly inFull: ReadonlySet<string>
  /** The first of the names of several parts that sound alike. */
  readonly bySound: ReadonlyMap<string, Name>
  /** Longer names of a name, once they have been looked for. */
  readonly fuller: Map<string, readonly Name[]>
}

/** An id for each mention, the same for the same person. */
export function personIds(named: readonly NamedProposal[]): Map<Proposal, string> {
  const all = named.map((one, at): Name => ({ ...one, parts: nameParts(one.words), at }))
  const full = all.filter(({ parts }) => parts.length > 1)
  const names: Names = {
    byFirst: Map.groupBy(full, ({ parts }) => parts[0]),
    byLast: Map.groupBy(full, ({ parts }) => parts.at(-1)),
    inFull: new Set(full.flatMap(({ proposal }) => proposal.lexiconKey ?? [])),
    bySound: new Map(full.toReversed().map((name) => [latinKey(name.words), name])),
    fuller: new Map(),
  }
  return new Map(all.map((name) => [name.proposal, idOf(name, names, 0)]))
}

/** `depth` bounds how often a form is itself the short form of a longer one. */
function idOf(name: Name, names: Names, depth: number): string {
  const { parts, proposal } = name
  const own = proposal.lexiconKey ?? `name ${parts.join(' ')}`
  if (depth > 3) return own
  const fuller = fullerNames(name, names)
  if (proposal.lexiconKey !== null) {
    if (names.inFull.has(proposal.lexiconKey) || parts.length > 1 || fuller.length === 0) return own
  }
  const chosen = nearest(name, fuller)
  if (chosen !== undefined) return idOf(chosen, names, depth + 1)
  const sound = parts.length > 1 ? names.bySound.get(latinKey(name.words)) : undefined
  if (sound === undefined || sound.at >= name.at) return own
  return sound.proposal.lexiconKey ?? `name ${sound.parts.join(' ')}`
}

/** Longer names in text order; of those that end alike, if any do. */
function fullerNames(name: Name, names: Names): readonly Name[] {
  const key = name.parts.join(' ')
  const known = names.fuller.get(key)
  if (known !== undefined) return known
  const sameEnd = (names.byLast.get(name.parts.at(-1)) ?? []).filter((other) => isLonger(name, other))
  const sameStart = name.parts.length === 1 && sameEnd.length === 0 ? (names.byFirst.get(name.parts[0]) ?? []) : []
  const fuller = sameEnd.length > 0 ? sameEnd : sameStart
  names.fuller.set(key, fuller)
  return fuller
}

/** A longer name that ends as this one: with middle parts left out, «دي ميستورا» of «ستيفان دي ميستورا». */
function isLonger(name: Name, other: Name): boolean {
  if (other.parts.length <= name.parts.length) return false
  return isShortFormOf(name.parts, other.parts) || isTail(name.parts, other.parts)
}

function isTail(short: readonly string[], full: readonly string[]): boolean {
  return short.every((part, at) => part === full[full.length - short.length + at])
}

/** One full name, or of several the one last named before, or else the first behind. */
function nearest(name: Name, fuller: readonly Name[]): Name | undefined {
  let [from, to] = [0, fuller.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((fuller[middle]?.at ?? 0) < name.at) from = middle + 1
    else to = middle
  }
  return fuller[from - 1] ?? fuller[0]
}
