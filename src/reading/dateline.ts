/**
 * The dateline that opens a report: "دبي، الإمارات العربية المتحدة (CNN)-- ", "باريس (اف ب)- ", "بغداد- ", "CAIRO (Reuters) - ".
 * It says where a report was written and who sent it; it is no part of the first sentence.
 */
import { creditRole } from './credit-names.ts'
import { ORPHAN } from './title-publisher.ts'

/** How long the dateline is, and the agency or outlet that it names. */
export type Dateline = { readonly length: number; readonly outlet: string | null }

const BRACKETED = /^([^.؟!«»"“”():]{0,80})\(([^()\n]{2,40})\)\s*(?:[-–—ـ]+|:)\s*/u
const GLUED = /^([\p{L}\p{M}'’ ]{3,40}?)[-–—ـ]+\s+/u
const SPACED = /^([^.؟!«»"“”()\n]{2,60}?)\s+[-–—]+\s+/u
const LABELLED = /^([^.؟!«»"“”()\n:]{2,60}):\s+/u
const SEPARATOR = /\s*(?:[،,/]|[-–—]+)\s*/u
const ALL_CAPITALS = /^[\p{Lu}\s,.'-]{3,}$/u
const CAPITALISED = /^\p{Lu}[\p{L}.' ]*$/u
const MOST_GLUED_WORDS = 3

/** The dateline at the beginning of a text; null when there is none. Two may follow each other: "سبق- وكالات: ". */
export function datelineOf(text: string): Dateline | null {
  const orphan = ORPHAN.exec(text)
  if (orphan !== null) return { length: orphan[0].length, outlet: null }
  const first = oneDateline(text)
  const second = first === null ? null : oneDateline(text.slice(first.length))
  if (first === null || second === null) return first
  return { length: first.length + second.length, outlet: first.outlet ?? second.outlet }
}

function oneDateline(text: string): Dateline | null {
  const bracketed = BRACKETED.exec(text)
  if (bracketed !== null) return { length: bracketed[0].length, outlet: outletOf(bracketed[2] ?? '') }
  const glued = GLUED.exec(text)
  if (glued?.[1] !== undefined && glued[1].split(' ').length <= MOST_GLUED_WORDS && !/\s$/u.test(glued[1])) {
    return { length: glued[0].length, outlet: outletAmong([glued[1]]) }
  }
  return credits(SPACED.exec(text)) ?? credits(LABELLED.exec(text))
}

/** A run of places and agencies, and nothing else. */
function credits(match: RegExpExecArray | null): Dateline | null {
  if (match?.[1] === undefined) return null
  const phrases = match[1].split(SEPARATOR).filter((phrase) => phrase !== '')
  const capitals = ALL_CAPITALS.test(phrases[0] ?? '')
  const known = phrases.every((phrase) => (capitals && CAPITALISED.test(phrase)) || isKnown(phrase))
  return known && phrases.length > 0 ? { length: match[0].length, outlet: outletAmong(phrases) } : null
}

function isKnown(phrase: string): boolean {
  return !['NAME', 'UNKNOWN', 'OTHER'].includes(creditRole(phrase))
}

function outletAmong(phrases: readonly string[]): string | null {
  return phrases.find((phrase) => ['AGENCY', 'OUTLET'].includes(creditRole(phrase))) ?? null
}

function outletOf(bracketed: string): string | null {
  const first = bracketed.split(SEPARATOR)[0]?.trim() ?? ''
  return first === '' || creditRole(first) === 'GENERIC' ? null : first
}
