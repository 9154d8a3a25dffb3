/**
 * Dumps that are JSON over several lines, or all in one: arrays, values in a row, exports glued together, an answer that
 * holds its records in a list. Brackets are counted outside strings; a record is an object at the depth where the dump's
 * first one opens. One that breaks off would swallow the others, so it ends, too, where a line begins as records do, or
 * where a string holds what only a record's beginning can be.
 */
import { nextRecord, type RecordStart, recordStart } from '../record-start.ts'
import { MOST_CHARACTERS, type Piece, type Splitter } from './splitter.ts'

/** Where records lie: the brackets that are open around one. */
export type JsonDump = { readonly path: readonly ('[' | '{')[] }

const OUTSIDE = /["'{}[\]\n]/g
const INSIDE: { readonly [mark: string]: RegExp } = { '"': /["\\\n{]/g, "'": /['\\\n{]/g }
/** As much of a text as shows whether a record begins there. */
const LOOK_AHEAD = 200
const CLOSERS = '}]'

/** Splits where a record's last brace closes. */
export class JsonSplitter implements Splitter {
  readonly #dump: JsonDump
  #text = ''
  #at = 0
  #open: string[] = []
  /** How many brackets are open around the record that is being read. */
  #level = 0
  #mark = ''
  /** Where the record that is being read begins; -1 between records. */
  #start = -1
  #begins: RecordStart | null = null
  #count = 0
  /** The record that is being read is too long: what is left of it is passed over. */
  #over = false

  constructor(dump: JsonDump) {
    this.#dump = dump
  }

  get held(): number {
    return this.#text.length
  }

  *push(text: string, last: boolean): Iterable<Piece> {
    this.#text += text
    for (;;) {
      if (this.#over && !this.#passOver(last)) break
      const at = this.#next()
      // What is decided at a place is decided with the same text behind it, however the dump comes in.
      const waits = at >= 0 && !last && this.#text.length - at < LOOK_AHEAD
      this.#at = at < 0 ? this.#text.length : at
      if (this.#start >= 0 && this.#at - this.#start > MOST_CHARACTERS) yield this.#giveUp()
      else if (at < 0 || waits) break
      else yield* this.#step(at)
    }
    if (this.#start >= 0 && last) yield this.#piece(this.#text.length)
    this.#forget()
  }

  /** Where the next character stands that means something. */
  #next(): number {
    const pattern = this.#mark === '' ? OUTSIDE : (INSIDE[this.#mark] ?? OUTSIDE)
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.index ?? -1
  }

  *#step(at: number): Iterable<Piece> {
    const character = this.#text[at] ?? ''
    this.#at = at + 1
    const broken = this.#start >= 0 && at > this.#start && this.#beginsAnew(at, character)
    if (broken) {
      yield this.#piece(at)
      if (this.#over) return
      this.#mark = ''
      this.#open.length = this.#level
      this.#at = this.#text.indexOf('{', at)
      this.#openRecord(this.#at)
      this.#at += 1
    } else if (this.#mark !== '') {
      if (character === '\\') this.#at += 1
      else if (character === this.#mark) this.#mark = ''
    } else if (character === '"' || character === "'") this.#mark = character
    else if (character === '{' || character === '[') {
      if (character === '{' && this.#start < 0 && this.#isPath()) this.#openRecord(at)
      else this.#open.push(character)
    } else if (CLOSERS.includes(character)) {
      this.#open.pop()
      if (this.#start >= 0 && this.#open.length <= this.#level) yield this.#piece(at + 1)
    }
  }

  /**
   * Whether records lie here. Where nothing but lists is around them it doesn't matter how many: exports are glued
   * together with a bracket too many.
   */
  #isPath(): boolean {
    const { path } = this.#dump
    const isList = (bracket: string): boolean => bracket === '['
    if (path.every(isList)) return this.#open.every(isList)
    return path.length === this.#open.length && path.every((bracket, at) => bracket === this.#open[at])
  }

  #openRecord(at: number): void {
    this.#start = at
    this.#level = this.#open.length
    this.#open.push('{')
    this.#begins = recordStart(this.#text, at)
  }

  /** Whether another record begins at a line end or brace inside the one that is being read. */
  #beginsAnew(at: number, character: string): boolean {
    const begins = this.#begins
    if (begins === null) return false
    if (character === '\n') return begins.inLine !== null && this.#matchesAt(begins.inLine, at)
    if (character !== '{' || this.#mark === '' || begins.anywhere === null) return false
    let before = at - 1
    while (before > 0 && at - before < LOOK_AHEAD / 2 && this.#text[before] === ' ') before -= 1
    return this.#matchesAt(begins.anywhere, before)
  }

  #matchesAt(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = 0
    return pattern.exec(this.#text.slice(at, at + LOOK_AHEAD))?.index === 0
  }

  #piece(end: number): Piece {
    if (end - this.#start > MOST_CHARACTERS) return this.#giveUp()
    this.#count += 1
    const text = this.#text.slice(this.#start, end).trim().replace(/,$/, '')
    this.#start = -1
    return { text, at: `record ${this.#count}` }
  }

  /** Leaves a record that is too long. */
  #giveUp(): Piece {
    this.#count += 1
    this.#at = this.#start + MOST_CHARACTERS
    this.#start = -1
    this.#over = true
    return { text: null, at: `record ${this.#count}` }
  }

  /** Drops what was read. The beginning of the line stays, as a record's indent is measured from it. */
  #forget(): void {
    const from = this.#start >= 0 ? this.#start : this.#at
    const keep = Math.max(0, this.#text.lastIndexOf('\n', Math.max(0, from - 1)), from - LOOK_AHEAD)
    this.#text = this.#text.slice(keep)
    this.#at -= keep
    if (this.#start >= 0) this.#start -= keep
  }

  /** Goes to where the next record begins; false when that is not to be seen yet. */
  #passOver(last: boolean): boolean {
    const next = this.#begins === null ? null : nextRecord(this.#text, this.#at, this.#begins)
    if (next === null || (!last && this.#text.length - next < LOOK_AHEAD)) {
      this.#at = Math.max(this.#at, this.#text.length - LOOK_AHEAD)
      return false
    }
    this.#over = false
    this.#mark = ''
    this.#open.length = this.#level
    this.#openRecord(next)
    this.#at = next + 1
    return true
  }
}
