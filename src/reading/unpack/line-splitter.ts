/** Dumps with a record a line: JSON Lines, an array printed so, and literals of programs. A broken line harms no other. */
import { MOST_CHARACTERS, type Piece, type Splitter } from './splitter.ts'

const OPENING = /^[\s,[]+(?=[{[(])/
const CLOSING = /(?<=[}\])])[\s,;]+$/
const BRACKETS = /^[\s[\],;]*$/

/** Splits at line ends. The brackets of an array around the lines, and the commas between them, are left out. */
export class LineSplitter implements Splitter {
  #rest = ''
  #line = 1
  /** The line that is being read is too long, and passed over to its end. */
  #over = false

  get held(): number {
    return this.#rest.length
  }

  *push(text: string, last: boolean): Iterable<Piece> {
    this.#rest += text
    let start = 0
    for (let end = this.#rest.indexOf('\n'); end >= 0; end = this.#rest.indexOf('\n', start)) {
      yield* this.#take(this.#rest.slice(start, end))
      this.#line += 1
      start = end + 1
    }
    this.#rest = this.#rest.slice(start)
    if (last) yield* this.#take(this.#rest)
    else if (this.#over || this.#rest.length > MOST_CHARACTERS) {
      this.#over = true
      this.#rest = ''
    }
  }

  *#take(line: string): Iterable<Piece> {
    const at = `line ${this.#line}`
    const over = this.#over || line.length > MOST_CHARACTERS
    this.#over = false
    if (over) yield { text: null, at }
    else if (!BRACKETS.test(line)) yield { text: withoutArray(line), at }
  }
}

function withoutArray(line: string): string {
  const inner = line
    .replace(OPENING, (match) => (match.includes('[') && !isList(line) ? '' : match))
    .replace(CLOSING, '')
  return inner.trim()
}

/** Whether a line is a list of its own, not the first of an array's items. */
function isList(line: string): boolean {
  return /^\s*\[/.test(line) && /\][\s,;]*$/.test(line)
}
