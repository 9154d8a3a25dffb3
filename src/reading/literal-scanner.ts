/** Reads the smallest parts of literals (json-literals.ts): strings with their escapes, numbers, words, names, and gaps. */
import type { LocatedText } from './located-text.ts'

const BETWEEN = /(?:[\s,\u00a0\ufeff]|\/\/[^\n]*)*/y
const COMMENT_END = '*/'
const NAME = /[\p{L}\p{N}_$@][\p{L}\p{N}_$@.-]*/uy
const OTHER = /-?\d[\d.eE+-]*|(?:true|false|null|undefined|None|True|False|NaN|nan)(?![\p{L}\p{N}_])/uy
const CALL = /[\p{L}_][\p{L}\p{N}_.]*\(\s*([^()\n]{0,200}?)\s*\)/uy
const DATE_PARTS = /^\d{4}(?:\s*,\s*\d{1,6}){2,6}/
const PREFIXED = /(?:[ubr]|br)(?=["'])/iy
const PLAIN: { readonly [mark: string]: RegExp } = { '"': /[^"\\]*/y, "'": /[^'\\]*/y, '`': /[^`\\]*/y }
/** What may stand behind a string's last mark. */
const BEHIND_STRING =
  /\s*(?:$|[}\]):;]|,\s*(?:["'`{[(\d}\])-]|$|[\p{L}_$]+\s*:|(?:true|false|null|None|True|False)\s*[,}\])])|=>)/uy
const ESCAPES: { readonly [letter: string]: string } = { b: '\u0008', f: '\f', n: '\n', r: '\r', t: '\t', '\n': '' }
const CODES = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|U([\da-f]{8}))/iy

/** What is wrong with a literal, and where. */
export class Wrong extends Error {
  readonly at: number

  constructor(at: number, problem: string) {
    super(problem)
    this.at = at
  }
}

/** A place in a text that moves on with what is read. */
export class LiteralScanner {
  readonly #text: string
  at = 0
  /** Marks close strings only where a value may end. */
  wary = false

  constructor(text: string) {
    this.#text = text
  }

  /** Passes over the letter that Python puts before a string: u'…', b'…'. */
  prefix(): void {
    this.match(PREFIXED)
  }

  /** A member's name. */
  name(): string {
    this.prefix()
    const mark = this.#text[this.at]
    if (mark === '"' || mark === "'") return this.string().text
    const name = this.match(NAME)
    if (name === '') throw new Wrong(this.at, 'a field name in quotation marks is missing')
    return name
  }

  /** A string between marks. */
  string(): LocatedText {
    const opening = this.at
    const mark = this.#text[opening] ?? ''
    const closing = this.#text.startsWith(mark.repeat(3), opening) ? mark.repeat(3) : mark
    const plain = PLAIN[mark]
    if (plain === undefined) throw new Wrong(opening, 'a value is missing')
    this.at += closing.length
    const pieces: { readonly text: string; readonly at: number; readonly exact: boolean }[] = []
    for (;;) {
      const at = this.at
      const text = this.match(plain)
      if (text !== '') pieces.push({ text, at, exact: true })
      const next = this.#text[this.at]
      if (next === undefined) throw new Wrong(opening, 'a string has no end')
      if (next === '\\') pieces.push({ at: this.at, text: this.#escape(), exact: false })
      else if (this.#text.startsWith(closing, this.at) && this.#closesHere(closing.length)) break
      else pieces.push({ text: next, at: this.at++, exact: true })
    }
    const located = locate(pieces, this.at)
    this.at += closing.length
    return located
  }

  #closesHere(length: number): boolean {
    if (!this.wary) return true
    BEHIND_STRING.lastIndex = this.at + length
    return BEHIND_STRING.test(this.#text)
  }

  #escape(): string {
    CODES.lastIndex = this.at
    const code = CODES.exec(this.#text)
    if (code !== null) {
      this.at += code[0].length
      const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? code[4] ?? '', 16)
      return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value)
    }
    const letter = this.#text[this.at + 1] ?? ''
    if (/[uU]/.test(letter) && !this.wary) throw new Wrong(this.at, 'an escape is broken')
    this.at += 1 + letter.length
    return ESCAPES[letter] ?? letter
  }

  /** A number, a word, or a call that stands for a value. */
  other(): LocatedText {
    const start = this.at
    const text = this.match(OTHER)
    if (text !== '') return locate([{ text, at: start, exact: true }], this.at)
    CALL.lastIndex = start
    const call = CALL.exec(this.#text)
    if (call === null) throw new Wrong(start, 'a value is missing')
    this.at += call[0].length
    return locate([{ text: argument(call[1] ?? ''), at: start, exact: false }], this.at)
  }

  /** Passes over what stands between values: space, commas, comments. */
  skip(): void {
    for (;;) {
      this.match(BETWEEN)
      if (!this.#text.startsWith('/*', this.at)) break
      const end = this.#text.indexOf(COMMENT_END, this.at)
      if (end < 0) break
      this.at = end + COMMENT_END.length
    }
  }

  /** What a pattern finds here, which is then read; empty where it finds nothing. */
  match(pattern: RegExp, group = 0): string {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.#text)
    if (match === null) return ''
    this.at += match[0].length
    return match[group] ?? ''
  }
}

/** Pieces of a string as one text: exact ones stand in the document as they read, the others all for their escape. */
function locate(
  pieces: readonly { readonly text: string; readonly at: number; readonly exact: boolean }[],
  end: number,
): LocatedText {
  const offsets = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.text.length, 1))
  let length = 0
  for (const piece of pieces) {
    for (let at = 0; at < piece.text.length; at++) offsets[length + at] = piece.exact ? piece.at + at : piece.at
    length += piece.text.length
  }
  offsets[length] = end
  return { text: pieces.map((piece) => piece.text).join(''), offsets }
}

/** What a call in a literal stands for: the day of `datetime.date(2019, 6, 26)`, the text of `ObjectId("5d1")`. */
function argument(inner: string): string {
  if (!DATE_PARTS.test(inner)) return inner.replace(/^["']|["']$/g, '')
  const [year = '', month = '', day = '', ...time] = inner.split(/\s*,\s*/).map((part) => part.padStart(2, '0'))
  const clock = time.filter((part) => /^\d\d$/.test(part)).slice(0, 3)
  const date = `${year}-${month}-${day}`
  return clock.length < 2 ? date : `${date}T${clock.join(':')}`
}
