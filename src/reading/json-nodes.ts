/**
 * JSON with the place of every string, which JSON.parse forgets. It also takes what JSON.parse refuses and dumps are full
 * of: several values in a row (JSON Lines, `][` where two exports were glued) and bare line ends inside strings.
 */
import type { LocatedText } from './located-text.ts'

/** A value; strings know where their letters stand. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly start: number; readonly value: LocatedText }
  | { readonly kind: 'other'; readonly start: number; readonly value: LocatedText }

/** A member of an object. */
type JsonMember = { readonly name: string; readonly value: JsonNode }

/** Where and why a text is no JSON. */
export type JsonError = { readonly at: number; readonly problem: string }

const MOST_DEPTH = 64
const BETWEEN = /[\s,]*/y
const OTHER = /-?\d[\d.eE+-]*|true|false|null/y
const PLAIN = /[^"\\]*/y
const ESCAPES: { readonly [letter: string]: string } = { b: '\u0008', f: '\f', n: '\n', r: '\r', t: '\t' }

/** All values of a text in order, or the first thing that is wrong. */
export function parseJson(text: string): readonly JsonNode[] | JsonError {
  const parser = new Parser(text)
  try {
    return parser.values()
  } catch (error) {
    if (error instanceof Wrong) return { at: error.at, problem: error.message }
    throw error
  }
}

class Wrong extends Error {
  readonly at: number

  constructor(at: number, problem: string) {
    super(problem)
    this.at = at
  }
}

class Parser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  values(): JsonNode[] {
    const nodes: JsonNode[] = []
    for (this.#skip(); this.#at < this.#text.length; this.#skip()) nodes.push(this.#value(0))
    return nodes
  }

  #value(depth: number): JsonNode {
    if (depth > MOST_DEPTH) throw new Wrong(this.#at, `values are nested deeper than ${MOST_DEPTH}`)
    const start = this.#at
    switch (this.#text[start]) {
      case '{':
        return { kind: 'object', start, members: this.#members(depth) }
      case '[':
        return { kind: 'array', start, items: this.#items(depth) }
      case '"':
        return { kind: 'string', start, value: this.#string() }
      default:
        return { kind: 'other', start, value: this.#other() }
    }
  }

  #members(depth: number): JsonMember[] {
    const members: JsonMember[] = []
    this.#at += 1
    for (this.#skip(); this.#text[this.#at] !== '}'; this.#skip()) {
      if (this.#text[this.#at] !== '"') throw new Wrong(this.#at, 'a field name in quotation marks is missing')
      const name = this.#string().text
      this.#skip()
      if (this.#text[this.#at] !== ':') throw new Wrong(this.#at, `the colon after "${name}" is missing`)
      this.#at += 1
      this.#skip()
      members.push({ name, value: this.#value(depth + 1) })
    }
    this.#at += 1
    return members
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = []
    this.#at += 1
    for (this.#skip(); this.#text[this.#at] !== ']'; this.#skip()) items.push(this.#value(depth + 1))
    this.#at += 1
    return items
  }

  #string(): LocatedText {
    const opening = this.#at
    this.#at += 1
    let value = ''
    const offsets: number[] = []
    for (;;) {
      const plain = this.#match(PLAIN)
      for (let at = 0; at < plain.length; at++) offsets.push(this.#at - plain.length + at)
      value += plain
      const next = this.#text[this.#at]
      if (next === undefined) throw new Wrong(opening, 'a string has no end')
      if (next === '"') break
      offsets.push(this.#at)
      value += this.#escape()
    }
    offsets.push(this.#at)
    this.#at += 1
    return { text: value, offsets: Uint32Array.from(offsets) }
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? ''
    if (letter !== 'u') {
      this.#at += 2
      return ESCAPES[letter] ?? letter.charAt(0)
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 6)
    if (!/^[\da-f]{4}$/i.test(digits)) throw new Wrong(this.#at, 'an escape is broken')
    this.#at += 6
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  #other(): LocatedText {
    const start = this.#at
    const text = this.#match(OTHER)
    if (text === '') throw new Wrong(start, 'a value is missing')
    return { text, offsets: Uint32Array.from({ length: text.length + 1 }, (_, at) => start + at) }
  }

  #skip(): void {
    this.#match(BETWEEN)
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += match.length
    return match
  }
}
