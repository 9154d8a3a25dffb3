/** Dumps that are tables: each row with the header before it, so that it reads alone. */
import { type Dialect, RowReader, type TableRow } from '../table-rows.ts'
import { MOST_CHARACTERS, type Piece, type Splitter } from './splitter.ts'

/** How a table is laid out: `start` is where its first row begins, behind a `sep=` line. */
export type TableDump = { readonly dialect: Dialect; readonly start: number; readonly header: boolean }

/** Splits after each row. */
export class TableSplitter implements Splitter {
  readonly #dump: TableDump
  readonly #reader: RowReader
  #rest = ''
  #line: number
  #skip: number
  #header: string | null = null
  /** A row that is not complete is tried again when so much text is there. */
  #tryAt = 0
  /** The rest of a row that is too long is passed over to the next line end. */
  #over = false

  constructor(dump: TableDump) {
    this.#dump = dump
    this.#reader = new RowReader(dump.dialect)
    this.#skip = dump.start
    this.#line = dump.start > 1 ? 2 : 1
  }

  get held(): number {
    return this.#rest.length
  }

  *push(text: string, last: boolean): Iterable<Piece> {
    this.#rest += text
    if (this.#skip > 0) {
      const skipped = Math.min(this.#skip, this.#rest.length)
      this.#rest = this.#rest.slice(skipped)
      this.#skip -= skipped
    }
    if (this.#rest.length < this.#tryAt && !last) return
    let at = 0
    while (at < this.#rest.length) {
      if (this.#over) {
        const end = this.#rest.indexOf('\n', at)
        if (end < 0) {
          this.#rest = ''
          return
        }
        at = end + 1
        this.#line += 1
        this.#over = false
        continue
      }
      const row = this.#reader.read(this.#rest, at, last)
      const length = (row?.end ?? this.#rest.length) - at
      if (length > MOST_CHARACTERS) {
        yield { text: null, at: `line ${this.#line}` }
        at += MOST_CHARACTERS
        this.#over = true
        continue
      }
      if (row === null) break
      yield* this.#take(row)
      at = row.next
    }
    this.#rest = this.#rest.slice(at)
    this.#tryAt = Math.min(2 * this.#rest.length, MOST_CHARACTERS + 1)
  }

  *#take(row: TableRow): Iterable<Piece> {
    const at = `line ${this.#line}`
    this.#line += row.lines
    if (row.cells.length === 0) return
    const text = this.#rest.slice(row.start, row.end)
    if (this.#dump.header && this.#header === null) this.#header = text
    else yield { text: `${this.#opening()}${text}\n`, at }
  }

  /** What stands before each row: its delimiter where it is not plain, and the columns' names. */
  #opening(): string {
    const { delimiter } = this.#dump.dialect
    const sep = delimiter === ',' || delimiter === '\t' ? '' : `sep=${delimiter}\n`
    return this.#header === null ? sep : `${sep}${this.#header}\n`
  }
}
