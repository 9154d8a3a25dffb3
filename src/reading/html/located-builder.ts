/** Puts a located text together, piece by piece, with white space run together as HTML does it. */
import type { LocatedText } from '../located-text.ts'

const FIRST_CAPACITY = 64

/** A text that grows at its end. */
export class LocatedBuilder {
  #pieces: string[] = []
  #offsets = new Uint32Array(FIRST_CAPACITY)
  #length = 0
  #last = ''
  #end = 0
  /** Where a space stood that nothing has followed yet. */
  #space: number | null = null

  /** How many code units it has. */
  get length(): number {
    return this.#length
  }

  /** Its last code unit; empty when there is none. */
  get last(): string {
    return this.#last
  }

  /** Adds words that stand one code unit after the other from `start` on, or, if not `exact`, all for the whole span. */
  words(words: string, start: number, end: number, exact: boolean): void {
    if (this.#space !== null && this.#length > 0 && this.#last !== '\n') this.#append(' ', this.#space, false)
    this.#space = null
    this.#append(words, start, exact)
    this.#end = end
  }

  /** Adds a space, unless one is there, or the text or a line begins or ends here. */
  space(offset: number): void {
    this.#space ??= offset
  }

  /** Ends the line. */
  lineBreak(offset: number): void {
    this.#space = null
    if (this.#length > 0) this.#append('\n', offset, false)
  }

  /** The text without white space at its ends; the builder is empty afterwards. Null when there is nothing to see. */
  take(): LocatedText | null {
    const whole = this.#pieces.join('')
    const text = whole.trimEnd()
    const offsets = this.#offsets.slice(0, text.length + 1)
    const end = text.length < whole.length ? (this.#offsets[text.length] ?? this.#end) : this.#end
    offsets[text.length] = end
    this.#pieces = []
    this.#length = 0
    this.#last = ''
    this.#space = null
    return text.trim() === '' ? null : { text, offsets }
  }

  #append(piece: string, start: number, exact: boolean): void {
    this.#reserve(this.#length + piece.length + 1)
    for (let at = 0; at < piece.length; at++) this.#offsets[this.#length + at] = exact ? start + at : start
    this.#pieces.push(piece)
    this.#length += piece.length
    this.#last = piece.charAt(piece.length - 1)
  }

  #reserve(capacity: number): void {
    if (capacity <= this.#offsets.length) return
    const grown = new Uint32Array(Math.max(capacity, 2 * this.#offsets.length))
    grown.set(this.#offsets)
    this.#offsets = grown
  }
}
