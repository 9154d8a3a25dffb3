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

/** An id for each mention, the same for the same person. */
export function personIds(named: readonly NamedProposal[]): Map<Proposal, string> {
  const names = named.map((one, at): Name => ({ ...one, parts: nameParts(one.words), at }))
  const ids = new Map<Proposal, string>()
  for (const name of names) ids.set(name.proposal, idOf(name, names, 0))
  return ids
}

/** `depth` bounds how often a form is itself the short form of a longer one. */
function idOf(name: Name, names: readonly Name[], depth: number): string {
  const { parts, proposal } = name
  const own = proposal.lexiconKey ?? `name ${parts.join(' ')}`
  if (depth > 3) return own
  const fuller = names.filter((other) => isLonger(name, other))
  if (proposal.lexiconKey !== null) {
    const isNamed = names.some((other) => other.parts.length > 1 && other.proposal.lexiconKey === proposal.lexiconKey)
    if (isNamed || parts.length > 1 || fuller.length === 0) return own
  }
  const chosen = nearest(name, fuller)
  if (chosen !== undefined) return idOf(chosen, names, depth + 1)
  const sound = parts.length > 1 ? sameSound(name, names) : undefined
  return sound?.proposal.lexiconKey ?? (sound === undefined ? own : `name ${sound.parts.join(' ')}`)
}

function isLonger(name: Name, other: Name): boolean {
  if (other.parts.length <= name.parts.length) return false
  if (isShortFormOf(name.parts, other.parts)) return true
  return isTail(name.parts, other.parts) || (name.parts.length === 1 && name.parts[0] === other.parts[0])
}

/** «دي ميستورا» of «ستيفان دي ميستورا». */
function isTail(short: readonly string[], full: readonly string[]): boolean {
  return short.every((part, at) => part === full[full.length - short.length + at])
}

/** One full name, or of several the one last named before, or else the first behind. */
function nearest(name: Name, fuller: readonly Name[]): Name | undefined {
  const bySurname = fuller.filter((other) => other.parts.at(-1) === name.parts.at(-1))
  const among = bySurname.length > 0 ? bySurname : fuller
  const before = among.filter((other) => other.at < name.at)
  return before.at(-1) ?? among[0]
}

/** The first mention whose name sounds the same in the other script. */
function sameSound(name: Name, names: readonly Name[]): Name | undefined {
  const key = latinKey(name.words)
  return names.find((other) => other.at < name.at && other.parts.length > 1 && latinKey(other.words) === key)
}
