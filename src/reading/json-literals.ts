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
import { LiteralScanner, Wrong } from './literal-scanner.ts'
import { nextRecord, type RecordStart, recordStart } from './record-start.ts'

const MOST_DEPTH = 64
const MOST_FAULTS = 1000
/** How often a text may be gone through again, all faults together. */
const MOST_TRIALS = 8
const FREE_TRIALS = 1_000_000
const ASSIGNMENT = /(?:[\p{L}_$][\p{L}\p{N}_$.<>?,]*\s+){0,4}[\p{L}_$][\p{L}\p{N}_$.<>]*\s*=\s*(?=[[{(])/uy
const LABEL = /([\p{L}_][\p{L}\p{N}_]{0,60})\s*:\s*(?=[[{("'\d]|[ub]?['"]|None|null)/uy
const COLON = /\s*(?::|=>)\s*/y
const CLOSERS: { readonly [opener: string]: string } = { '[': ']', '(': ')' }

/** Reads one text. */
export class LiteralParser {
  readonly #text: string
  readonly #scanner: LiteralScanner
  readonly #faults: JsonFault[] = []
  readonly #repaired: number[] = []
  /** How the first record at the top begins. */
  #first: RecordStart | null = null
  /** Characters that were read in vain. */
  #spent = 0
  /** Inside a record: what is wrong is the whole record's fault. */
  #inRecord = false
  /** Nothing more can be read; what is open is closed by that. */
  #cut = false

  constructor(text: string) {
    this.#text = text
    this.#scanner = new LiteralScanner(text)
  }

  values(): JsonValues {
    const nodes: JsonNode[] = []
    let labelled: { name: string; value: JsonNode }[] = []
    const flush = (): void => {
      const [first] = labelled
      if (first !== undefined) nodes.push({ kind: 'object', start: first.value.start, members: labelled })
      labelled = []
    }
    for (this.#skipTop(); this.#scanner.at < this.#text.length && !this.#cut; this.#skipTop()) {
      const label = this.#scanner.match(LABEL, 1)
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
    const start = this.#scanner.at
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
    const start = this.#scanner.at
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
      this.#scanner.at = start
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
    this.#scanner.at = start
    this.#inRecord = true
    this.#scanner.wary = wary
    try {
      return this.#value(depth)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      this.#spent += Math.max(this.#scanner.at, error.at) - start
      return error
    } finally {
      this.#inRecord = false
      this.#scanner.wary = false
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
    this.#scanner.at = given || next === null ? this.#text.length : next
    this.#faults.push({ start, end: this.#scanner.at, at: wrong.at, problem: wrong.message })
  }

  #budget(): number {
    return MOST_TRIALS * this.#text.length + FREE_TRIALS
  }

  #value(depth: number): JsonNode {
    if (depth > MOST_DEPTH) throw new Wrong(this.#scanner.at, `values are nested deeper than ${MOST_DEPTH}`)
    const start = this.#scanner.at
    this.#scanner.prefix()
    switch (this.#text[this.#scanner.at]) {
      case '{':
        return { kind: 'object', start, members: this.#members(depth) }
      case '[':
      case '(':
        return { kind: 'array', start, items: this.#items(depth) }
      case '"':
      case "'":
      case '`':
        return { kind: 'string', start, value: this.#scanner.string() }
      default:
        return { kind: 'other', start, value: this.#scanner.other() }
    }
  }

  #members(depth: number): JsonMember[] {
    const members: JsonMember[] = []
    this.#scanner.at += 1
    for (this.#scanner.skip(); this.#text[this.#scanner.at] !== '}'; this.#scanner.skip()) {
      if (this.#cut) return members
      if (this.#endsEarly('the record has no end')) return members
      const name = this.#scanner.name()
      if (this.#scanner.match(COLON) === '') throw new Wrong(this.#scanner.at, `the colon after "${name}" is missing`)
      members.push({ name, value: this.#value(depth + 1) })
    }
    this.#scanner.at += 1
    return members
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = []
    const closer = CLOSERS[this.#text[this.#scanner.at] ?? '']
    this.#scanner.at += 1
    let first: RecordStart | null = null
    for (this.#scanner.skip(); this.#text[this.#scanner.at] !== closer; this.#scanner.skip()) {
      if (this.#cut) return items
      if (this.#endsEarly('the list has no end')) return items
      if (this.#inRecord) items.push(this.#value(depth + 1))
      else {
        if (this.#text[this.#scanner.at] === '{') first ??= recordStart(this.#text, this.#scanner.at)
        const item = this.#item(depth + 1, first)
        if (item !== null) items.push(item)
      }
    }
    this.#scanner.at += 1
    return items
  }

  /** Whether the text ends where more must come: a fault that harms nothing that was read before, but for a record. */
  #endsEarly(problem: string): boolean {
    if (this.#scanner.at < this.#text.length) return false
    const wrong = new Wrong(this.#scanner.at, problem)
    if (this.#inRecord) throw wrong
    this.#fault(this.#scanner.at, wrong, null)
    return true
  }

  /** An item of a list that may hold records; null when it is broken. */
  #item(depth: number, sibling: RecordStart | null): JsonNode | null {
    const start = this.#scanner.at
    if (sibling !== null && this.#text[start] === '{') return this.#record(depth, sibling)
    try {
      return this.#value(depth)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      this.#fault(start, error, sibling === null ? null : this.#nextRecord(start, [sibling]))
      return null
    }
  }

  #skipTop(): void {
    for (;;) {
      this.#scanner.skip()
      if (this.#text[this.#scanner.at] === ';' || (this.#text[this.#scanner.at] === ']' && this.#faults.length > 0))
        this.#scanner.at += 1
      else if (this.#scanner.match(ASSIGNMENT) === '') return
    }
  }
}
