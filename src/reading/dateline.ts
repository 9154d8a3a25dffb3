/**
 * The dateline that opens a report: "دبي، الإمارات العربية المتحدة (CNN)-- ", "باريس (اف ب)- ", "بغداد- ", "CAIRO (Reuters) - ".
 * It says where a report was written and who sent it; it is no part of the first sentence.
 */
import { months } from '../lexicon/months.ts'
import { creditRole } from './credit-names.ts'
import { ORPHAN } from './title-publisher.ts'

/** How long the dateline is, and the agency or outlet, and the author, that it names. */
export type Dateline = { readonly length: number; readonly outlet: string | null; readonly author: string | null }

const BRACKETED = /^([^.؟!«»"“”():]{0,80})\(([^()\n]{2,40})\)\s*\.?\s*(?:[-–—ـ]+|:)\s*/u
const GLUED = /^([\p{L}\p{M}'’ ]{3,40}?)[-–—ـ]+\s+/u
const SPACED = /^([^.؟!«»"“”()\n]{2,60}?)\s+[-–—]+\s+/u
const LABELLED = /^([^.؟!«»"“”()\n:]{2,60}):\s+/u
const SEPARATOR = /\s*(?:[،,/]|[-–—]+)\s*/u
/** A place and, behind "from", who wrote there. */
const FROM = /^(.+?)\s+[-–—]?\s*من\s+(.+)$/u
const ALL_CAPITALS = /^[\p{Lu}\s,.'-]{3,}$/u
const CAPITALISED = /^\p{Lu}[\p{L}.' ]*$/u
const MOST_GLUED_WORDS = 3
const SPECIAL = /[^\p{L}\p{N}\s]/gu
/** A day as datelines name it: "Aug. 13", "October 11, 2025", "3 شباط". */
const DATE = datePattern()
const HEAD = 100

/** The dateline at the beginning of a text; null when there is none. Two may follow each other: "سبق- وكالات: ". */
export function datelineOf(text: string): Dateline | null {
  const orphan = ORPHAN.exec(text)
  if (orphan !== null) return { length: orphan[0].length, outlet: null, author: null }
  // A date is no name, and its stop ends no sentence.
  const head = text.slice(0, HEAD).replace(DATE, (date) => ' '.repeat(date.length)) + text.slice(HEAD)
  const first = oneDateline(head)
  const second = first === null ? null : oneDateline(head.slice(first.length))
  if (first === null || second === null) return first
  return {
    length: first.length + second.length,
    outlet: first.outlet ?? second.outlet,
    author: first.author ?? second.author,
  }
}

function oneDateline(text: string): Dateline | null {
  const bracketed = BRACKETED.exec(text)
  if (bracketed !== null) return { length: bracketed[0].length, outlet: outletOf(bracketed[2] ?? ''), author: null }
  const glued = GLUED.exec(text)
  if (glued?.[1] !== undefined && glued[1].split(' ').length <= MOST_GLUED_WORDS && !/\s$/u.test(glued[1])) {
    return { length: glued[0].length, outlet: outletAmong([glued[1]]), author: null }
  }
  return credits(SPACED.exec(text)) ?? credits(LABELLED.exec(text))
}

/** A run of places and agencies, and nothing else. */
function credits(match: RegExpExecArray | null): Dateline | null {
  if (match?.[1] === undefined) return null
  const [, from, author] = FROM.exec(match[1]) ?? []
  if (from !== undefined && author !== undefined && isKnown(from) && creditRole(author) === 'NAME')
    return { length: match[0].length, outlet: null, author }
  const phrases = match[1]
    .split(SEPARATOR)
    .flatMap(placeAndAgency)
    .filter((phrase) => phrase !== '')
  const capitals = ALL_CAPITALS.test(phrases[0] ?? '')
  const known = phrases.every((phrase) => (capitals && CAPITALISED.test(phrase)) || isKnown(phrase))
  return known && phrases.length > 0 ? { length: match[0].length, outlet: outletAmong(phrases), author: null } : null
}

/** "طوكيو رويترز" is two credits with nothing between them. */
function placeAndAgency(phrase: string): string[] {
  for (const space of phrase.matchAll(/\s+/gu)) {
    const parts = [phrase.slice(0, space.index), phrase.slice(space.index + space[0].length)]
    if (creditRole(parts[0] ?? '') === 'PLACE' && creditRole(parts[1] ?? '') === 'AGENCY') return parts
  }
  return [phrase]
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

function datePattern(): RegExp {
  const forms = months
    .filter((month) => month.calendar === 'gregory')
    .map((month) => month.form.replace(SPECIAL, '\\$&'))
    .toSorted((a, b) => b.length - a.length)
    .join('|')
  const day = '\\p{Nd}{1,2}'
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${forms})\\.?\\s+${day}|${day}\\s+(?:${forms})\\.?)(?:,?\\s+\\p{Nd}{4})?(?![\\p{L}\\p{N}])`,
    'iu',
  )
}
