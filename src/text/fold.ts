/**
 * Folded keys: what two spellings of one word have in common. Marks, tatweel and invisible characters go, variants of
 * a letter become one (folding.tsv), Arabic-Indic and Persian digits become ASCII, Latin letters lose case and
 * diacritics. White space and punctuation stay one to one. Each code unit of a key knows which code units of the source
 * it came from, because evidence always points into the text as it was written.
 *
 * Letters are decomposed (NFKD) one by one before marks are dropped, so composed, decomposed and presentation forms of
 * a text meet in the same key: alef + U+0655, U+0625 and U+FE87 are one.
 */
import { pointSize } from './code-points.ts'
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
/** By code unit: 1 where it is its own key, 2 where it is not, 0 where it has not been met. */
const KEPT_UNITS = new Uint8Array(0x10000)

/** Folds a text and keeps the way back to it. */
export function fold(text: string): Folded {
  const parts: string[] = []
  const places = new Places(text.length)
  for (let at = 0; at < text.length; ) {
    const size = pointSize(text, at)
    const folded = foldPoint(text, at, size)
    if (folded !== '') places.add(at, at + size, folded.length)
    else if (isMark(text, at, size)) places.extend(at, at + size)
    parts.push(folded)
    at += size
  }
  return { key: parts.join(''), ...places.whole() }
}

/** The key alone, where nobody asks for the way back. */
export function foldKey(text: string): string {
  let key = ''
  let from = 0
  for (let at = 0; at < text.length; ) {
    const size = pointSize(text, at)
    if (size === 1 && isKept(text, at)) {
      at += 1
      continue
    }
    key += text.slice(from, at) + foldPoint(text, at, size)
    at += size
    from = at
  }
  return from === 0 ? text : key + text.slice(from)
}

/** Where `key.slice(start, end)` stands in the source. */
export function sourceSpan(folded: Folded, start: number, end: number): Span {
  const last = folded.ends[folded.ends.length - 1] ?? 0
  const from = folded.starts[start] ?? last
  return { start: from, end: end > start ? (folded.ends[end - 1] ?? last) : from }
}

/** Most letters are their own key, and whole stretches of them need no work. */
function isKept(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (KEPT_UNITS[unit] === 0) KEPT_UNITS[unit] = foldPoint(text, at, 1) === text.charAt(at) ? 1 : 2
  return KEPT_UNITS[unit] === 1
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

/** Starts and ends as they grow; a ligature may give more code units than it takes. */
class Places {
  #starts: Uint32Array
  #ends: Uint32Array
  #size = 0

  constructor(size: number) {
    this.#starts = new Uint32Array(size)
    this.#ends = new Uint32Array(size)
  }

  add(start: number, end: number, times: number): void {
    if (this.#size + times > this.#starts.length) this.#grow(times)
    this.#starts.fill(start, this.#size, this.#size + times)
    this.#ends.fill(end, this.#size, this.#size + times)
    this.#size += times
  }

  /** Takes a dropped mark into the letter that it stands on. */
  extend(from: number, to: number): void {
    for (let at = this.#size - 1; at >= 0 && this.#ends[at] === from; at--) this.#ends[at] = to
  }

  whole(): { starts: Uint32Array; ends: Uint32Array } {
    return { starts: this.#starts.slice(0, this.#size), ends: this.#ends.slice(0, this.#size) }
  }

  #grow(times: number): void {
    const size = (this.#size + times) * 2
    const grown = [new Uint32Array(size), new Uint32Array(size)] as const
    grown[0].set(this.#starts)
    grown[1].set(this.#ends)
    this.#starts = grown[0]
    this.#ends = grown[1]
  }
}
