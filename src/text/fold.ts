/**
 * Folded keys: what two spellings of one word have in common. Marks, tatweel and invisible characters go, variants of
 * a letter become one (folding.tsv), Arabic-Indic and Persian digits become ASCII, Latin letters lose case and
 * diacritics. White space and punctuation stay one to one. Each code unit of a key knows which code units of the source
 * it came from, because evidence always points into the text as it was written.
 *
 * Letters are decomposed (NFKD) one by one before marks are dropped, so composed, decomposed and presentation forms of
 * a text meet in the same key: alef + U+0655, U+0625 and U+FE87 are one.
 */
import type { Span } from './span.ts'
import { readTable } from './table.ts'

/** A folded text with its way back. */
export type Folded = {
  readonly key: string
  /** Per code unit of `key`: start of its source. */
  readonly starts: Uint32Array
  /** Per code unit of `key`: end of its source, marks that were dropped behind it included. */
  readonly ends: Uint32Array
}

const LETTERS: ReadonlyMap<string, string> = new Map(
  readTable(new URL('./folding.tsv', import.meta.url), ['form', 'folded', 'gloss', 'source']).map((row) => [
    row.form,
    row.folded,
  ]),
)
const TATWEEL = 0x0640
const DIGIT_ZEROS = [0x0660, 0x06f0]
const DECOMPOSED = /^[\p{L}\p{M}\p{N}]$/u
const DROPPED = /[\p{Mn}\p{Me}\p{Cf}\u0640]/gu
const SPACE = /^[\p{Zs}\t]$/u

/** By code unit; filled as letters are met, as most of the 65,536 never are. */
const FOLDED_UNITS: (string | undefined)[] = new Array(0x10000)

/** Folds a text and keeps the way back to it. */
export function fold(text: string): Folded {
  let key = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    const size = pointSize(text, at)
    const folded = foldPoint(text, at, size)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(at + size)
    }
    if (folded === '' && ends.length > 0 && isMark(text, at, size)) extendLast(ends, at, at + size)
    key += folded
    at += size
  }
  return { key, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** The key alone, where nobody asks for the way back. */
export function foldKey(text: string): string {
  let key = ''
  for (let at = 0; at < text.length; ) {
    const size = pointSize(text, at)
    key += foldPoint(text, at, size)
    at += size
  }
  return key
}

/** Where `key.slice(start, end)` stands in the source. */
export function sourceSpan(folded: Folded, start: number, end: number): Span {
  const last = folded.ends[folded.ends.length - 1] ?? 0
  const from = folded.starts[start] ?? last
  return { start: from, end: end > start ? (folded.ends[end - 1] ?? last) : from }
}

function pointSize(text: string, at: number): 1 | 2 {
  const high = text.charCodeAt(at)
  if (high < 0xd800 || high > 0xdbff) return 1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1
}

function foldPoint(text: string, at: number, size: 1 | 2): string {
  if (size === 2) return foldCharacter(text.slice(at, at + 2))
  const unit = text.charCodeAt(at)
  const known = FOLDED_UNITS[unit]
  if (known !== undefined) return known
  const folded = foldCharacter(text.charAt(at))
  FOLDED_UNITS[unit] = folded
  return folded
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return String(code - zero)
  if (SPACE.test(character)) return ' '
  const plain = DECOMPOSED.test(character) ? character.normalize('NFKD').trim() : character
  let folded = ''
  for (const letter of plain.replace(DROPPED, '').toLowerCase().replace(DROPPED, ''))
    folded += LETTERS.get(letter) ?? letter
  return folded
}

function isMark(text: string, at: number, size: 1 | 2): boolean {
  return text.charCodeAt(at) === TATWEEL || /^\p{M}$/u.test(text.slice(at, at + size))
}

function extendLast(ends: number[], from: number, to: number): void {
  for (let at = ends.length - 1, end = ends[at]; at >= 0 && end === from && ends[at] === from; at--) ends[at] = to
}
