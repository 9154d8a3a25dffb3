/**
 * The parser behind json-nodes.ts. Beside JSON it reads literals as Python, JavaScript and Dart print them (single
 * quotation marks, `None`, `\xa0`, bare names, `name = [...]`, comments, `datetime.datetime(2019, 6, 26)`), and lines of
 * `name: value` as the members of a record that ends where a name comes again.
 *
 * A record is an object at the top or in the outermost list of objects. One that breaks off is tried again with marks
 * that close a string only where a value may end; if that fails, too, it is a fault, and reading goes on where the next
 * record begins. All trials together are linear in the text's length.
 */
import type { JsonFault, JsonMember, JsonNode, JsonValues } from './json-nodes.ts'
import type { LocatedText } from './located-text.ts'
import { nextRecord, type RecordStart, recordStart } from './record-start.ts'

const MOST_DEPTH = 64
const MOST_FAULTS = 1000
/** How often a text may be gone through again, all faults together. */
const MOST_TRIALS = 8
const FREE_TRIALS = 1_000_000
const BETWEEN = /(?:[\s,\u00a0\ufeff]|\/\/[^\n]*)*/y
const COMMENT_END = '*/'
const ASSIGNMENT = /(?:[\p{L}_$][\p{L}\p{N}_$.<>?,]*\s+){0,4}[\p{L}_$][\p{L}\p{N}_$.<>]*\s*=\s*(?=[[{(])/uy
const LABEL = /([\p{L}_][\p{L}\p{N}_]{0,60})\s*:\s*(?=[[{("'\d]|[ub]?['"]|None|null)/uy
const NAME = /[\p{L}\p{N}_$@][\p{L}\p{N}_$@.-]*/uy
const COLON = /\s*(?::|=>)\s*/y
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
const CLOSERS: { readonly [opener: string]: string } = { '[': ']', '(': ')' }

class Wrong extends Error {
  readonly at: number

  constructor(at: number, problem: string) {
    super(problem)
    this.at = at
  }
}

/** Reads one text. */
export class LiteralParser {
  readonly #text: string
  readonly #faults: JsonFault[] = []
  readonly #repaired: number[] = []
  #at = 0
  /** How the first record at the top begins. */
  #first: RecordStart | null = null
  /** Characters that were read in vain. */
  #spent = 0
  /** Inside a record: what is wrong is the whole record's fault. */
  #inRecord = false
  /** Marks close strings only where a value may end. */
  #wary = false
  /** Nothing more can be read; what is open is closed by that. */
  #cut = false

  constructor(text: string) {
    this.#text = text
  }

  values(): JsonValues {
    const nodes: JsonNode[] = []
    let labelled: { name: string; value: JsonNode }[] = []
    const flush = (): void => {
      const [first] = labelled
      if (first !== undefined) nodes.push({ kind: 'object', start: first.value.start, members: labelled })
      labelled = []
    }
    for (this.#skipTop(); this.#at < this.#text.length && !this.#cut; this.#skipTop()) {
      const label = this.#match(LABEL, 1)
      if (label === '' || labelled.some((member) => member.name === label)) flush()
      const value = this.#topValue()
      if (value !== null && label !== '') labelled.push({ name: label, value })
      else if (value !== null) nodes.push(value)
    }
    flush()
    return { nodes, faults: this.#faults, repaired: this.#repaired }
  }

  /** A value at the top; where a list breaks, what was read of it is lost with it unless its items are records. */
  #topValue(): JsonNode | null {
    const start = this.#at
    if (this.#text[start] === '{') {
      this.#first ??= recordStart(this.#text, start)
      return this.#record(0, this.#first)
    }
    try {
      return this.#value(0)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      const line = this.#text.indexOf('\n', error.at)
      this.#fault(start, error, line < 0 ? null : line + 1)
      return null
    }
  }

  /** An object that is a record, or null and a fault. */
  #record(depth: number, sibling: RecordStart): JsonNode | null {
    const start = this.#at
    const first = this.#try(start, depth, false)
    if (!(first instanceof Wrong)) return first
    const second = this.#spent > this.#budget() ? first : this.#try(start, depth, true)
    if (!(second instanceof Wrong)) {
      this.#repaired.push(start)
      return second
    }
    const next = this.#nextRecord(start + 1, [recordStart(this.#text, start), sibling])
    const alone = depth === 0 && next === null
    if (alone && this.#spent <= this.#budget()) {
      // An answer that holds its records in a list, one of which is broken.
      this.#at = start
      const before = this.#faults.length
      try {
        return this.#value(depth)
      } catch (error) {
        if (!(error instanceof Wrong)) throw error
        this.#faults.length = before
        this.#cut = false
      }
    }
    this.#fault(start, first, next)
    return null
  }

  #try(start: number, depth: number, wary: boolean): JsonNode | Wrong {
    this.#at = start
    this.#inRecord = true
    this.#wary = wary
    try {
      return this.#value(depth)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      this.#spent += Math.max(this.#at, error.at) - start
      return error
    } finally {
      this.#inRecord = false
      this.#wary = false
    }
  }

  #nextRecord(from: number, starts: readonly RecordStart[]): number | null {
    const found = starts.map((start) => nextRecord(this.#text, from, start)).filter((at) => at !== null)
    return found.length === 0 ? null : Math.min(...found)
  }

  /** Notes what could not be read from `start` on, and goes on at `next`; at null there is nothing more to read. */
  #fault(start: number, wrong: Wrong, next: number | null): void {
    const given = this.#faults.length >= MOST_FAULTS || this.#spent > this.#budget()
    this.#cut = given || next === null
    this.#at = given || next === null ? this.#text.length : next
    this.#faults.push({ start, end: this.#at, at: wrong.at, problem: wrong.message })
  }

  #budget(): number {
    return MOST_TRIALS * this.#text.length + FREE_TRIALS
  }

  #value(depth: number): JsonNode {
    if (depth > MOST_DEPTH) throw new Wrong(this.#at, `values are nested deeper than ${MOST_DEPTH}`)
    const start = this.#at
    this.#match(PREFIXED)
    switch (this.#text[this.#at]) {
      case '{':
        return { kind: 'object', start, members: this.#members(depth) }
      case '[':
      case '(':
        return { kind: 'array', start, items: this.#items(depth) }
      case '"':
      case "'":
      case '`':
        return { kind: 'string', start, value: this.#string() }
      default:
        return { kind: 'other', start, value: this.#other() }
    }
  }

  #members(depth: number): JsonMember[] {
    const members: JsonMember[] = []
    this.#at += 1
    for (this.#skip(); this.#text[this.#at] !== '}'; this.#skip()) {
      if (this.#cut) return members
      if (this.#endsEarly('the record has no end')) return members
      const name = this.#name()
      if (this.#match(COLON) === '') throw new Wrong(this.#at, `the colon after "${name}" is missing`)
      members.push({ name, value: this.#value(depth + 1) })
    }
    this.#at += 1
    return members
  }

  #name(): string {
    this.#match(PREFIXED)
    const mark = this.#text[this.#at]
    if (mark === '"' || mark === "'") return this.#string().text
    const name = this.#match(NAME)
    if (name === '') throw new Wrong(this.#at, 'a field name in quotation marks is missing')
    return name
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = []
    const closer = CLOSERS[this.#text[this.#at] ?? '']
    this.#at += 1
    let first: RecordStart | null = null
    for (this.#skip(); this.#text[this.#at] !== closer; this.#skip()) {
      if (this.#cut) return items
      if (this.#endsEarly('the list has no end')) return items
      if (this.#inRecord) items.push(this.#value(depth + 1))
      else {
        if (this.#text[this.#at] === '{') first ??= recordStart(this.#text, this.#at)
        const item = this.#item(depth + 1, first)
        if (item !== null) items.push(item)
      }
    }
    this.#at += 1
    return items
  }

  /** Whether the text ends where more must come: a fault that harms nothing that was read before, but for a record. */
  #endsEarly(problem: string): boolean {
    if (this.#at < this.#text.length) return false
    const wrong = new Wrong(this.#at, problem)
    if (this.#inRecord) throw wrong
    this.#fault(this.#at, wrong, null)
    return true
  }

  /** An item of a list that may hold records; null when it is broken. */
  #item(depth: number, sibling: RecordStart | null): JsonNode | null {
    const start = this.#at
    if (sibling !== null && this.#text[start] === '{') return this.#record(depth, sibling)
    try {
      return this.#value(depth)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      this.#fault(start, error, sibling === null ? null : this.#nextRecord(start, [sibling]))
      return null
    }
  }

  #string(): LocatedText {
    const opening = this.#at
    const mark = this.#text[opening] ?? ''
    const closing = this.#text.startsWith(mark.repeat(3), opening) ? mark.repeat(3) : mark
    const plain = PLAIN[mark]
    if (plain === undefined) throw new Wrong(opening, 'a value is missing')
    this.#at += closing.length
    const pieces: { readonly text: string; readonly at: number; readonly exact: boolean }[] = []
    for (;;) {
      const at = this.#at
      const text = this.#match(plain)
      if (text !== '') pieces.push({ text, at, exact: true })
      const next = this.#text[this.#at]
      if (next === undefined) throw new Wrong(opening, 'a string has no end')
      if (next === '\\') pieces.push({ at: this.#at, text: this.#escape(), exact: false })
      else if (this.#text.startsWith(closing, this.#at) && this.#closesHere(closing.length)) break
      else pieces.push({ text: next, at: this.#at++, exact: true })
    }
    const located = locate(pieces, this.#at)
    this.#at += closing.length
    return located
  }

  #closesHere(length: number): boolean {
    if (!this.#wary) return true
    BEHIND_STRING.lastIndex = this.#at + length
    return BEHIND_STRING.test(this.#text)
  }

  #escape(): string {
    CODES.lastIndex = this.#at
    const code = CODES.exec(this.#text)
    if (code !== null) {
      this.#at += code[0].length
      const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? code[4] ?? '', 16)
      return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value)
    }
    const letter = this.#text[this.#at + 1] ?? ''
    if (/[uU]/.test(letter) && !this.#wary) throw new Wrong(this.#at, 'an escape is broken')
    this.#at += 1 + letter.length
    return ESCAPES[letter] ?? letter
  }

  #other(): LocatedText {
    const start = this.#at
    const text = this.#match(OTHER)
    if (text !== '') return locate([{ text, at: start, exact: true }], this.#at)
    CALL.lastIndex = start
    const call = CALL.exec(this.#text)
    if (call === null) throw new Wrong(start, 'a value is missing')
    this.#at += call[0].length
    return locate([{ text: argument(call[1] ?? ''), at: start, exact: false }], this.#at)
  }

  #skipTop(): void {
    for (;;) {
      this.#skip()
      if (this.#text[this.#at] === ';' || (this.#text[this.#at] === ']' && this.#faults.length > 0)) this.#at += 1
      else if (this.#match(ASSIGNMENT) === '') return
    }
  }

  #skip(): void {
    for (;;) {
      this.#match(BETWEEN)
      if (!this.#text.startsWith('/*', this.#at)) break
      const end = this.#text.indexOf(COMMENT_END, this.#at)
      if (end < 0) break
      this.#at = end + COMMENT_END.length
    }
  }

  #match(pattern: RegExp, group = 0): string {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match === null) return ''
    this.#at += match[0].length
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
