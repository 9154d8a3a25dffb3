/** Dumps of TREC records: each from its `<DOC>` to its `</DOC>`. */
import { MOST_CHARACTERS, type Piece, type Splitter } from './splitter.ts'

const END = /<\/DOC>\s*/gi
const LONGEST_END = 64

/** Splits after each closing tag. */
export class TrecSplitter implements Splitter {
  #rest = ''
  #count = 0
  #over = false
  #seen = 0

  get held(): number {
    return this.#rest.length
  }

  *push(text: string, last: boolean): Iterable<Piece> {
    this.#rest += text
    let start = 0
    END.lastIndex = Math.max(0, this.#seen - LONGEST_END)
    for (let end = END.exec(this.#rest); end !== null; end = END.exec(this.#rest)) {
      yield* this.#take(this.#rest.slice(start, end.index + end[0].trimEnd().length))
      start = end.index + end[0].length
    }
    this.#rest = this.#rest.slice(start)
    if (last) yield* this.#take(this.#rest)
    else if (this.#over || this.#rest.length > MOST_CHARACTERS) {
      this.#over = true
      this.#rest = this.#rest.slice(-LONGEST_END)
    }
    this.#seen = this.#rest.length
  }

  *#take(text: string): Iterable<Piece> {
    const over = this.#over || text.length > MOST_CHARACTERS
    this.#over = false
    if (text.trim() === '' && !over) return
    this.#count += 1
    yield { text: over ? null : text.trim(), at: `record ${this.#count}` }
  }
}
