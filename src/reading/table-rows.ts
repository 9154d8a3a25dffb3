/**
 * The rows of a table in text: CSV (RFC 4180) and its kin by tab, semicolon or bar, with places for every cell, so that a
 * page's parts tile the document. Tables in the wild break the rules: quotation marks stand undoubled inside quoted
 * cells, a mark opens a cell and is never closed, rows end differently in one file. A mark closes a cell only before a
 * delimiter or a line's end; one that never closes is a letter like others.
 */
import type { Span } from '../text/span.ts'
import type { LocatedText } from './located-text.ts'

/** How a table parts its cells. */
export type Dialect = {
  readonly delimiter: string
  /** Whether marks inside quoted cells are escaped by a backslash instead of doubled. */
  readonly backslash: boolean
}

/** A cell's text without the marks around it. */
export type Cell = Span & { readonly quoted: boolean }

/** A row, without its line end. */
export type TableRow = Span & {
  readonly cells: readonly Cell[]
  /** Where the next row begins. */
  readonly next: number
  /** Line ends in it and behind it. */
  readonly lines: number
}

const QUOTE = '"'
const MOST_UNCLOSED = 20
/** A cell that is longer than this has lost its last mark. */
const LONGEST_CELL = 4 * 1024 * 1024
const SPACES = / */y
const LINE_END = /\r\n|\r|\n/g
const LINE_BREAK = /\r\n|\r|\n/y

/** The rows of a whole text from an offset on; a row of an empty line has no cells. */
export function* tableRows(text: string, dialect: Dialect, from = 0): Generator<TableRow> {
  const reader = new RowReader(dialect)
  for (let at = from; at < text.length; ) {
    const row = reader.read(text, at, true)
    if (row === null) return
    yield row
    at = row.next
  }
}

/** Reads rows one by one, of a text that may still grow. */
export class RowReader {
  readonly #dialect: Dialect
  readonly #stop: RegExp
  /** How many marks were found to have no end. */
  #unclosed = 0

  constructor(dialect: Dialect) {
    this.#dialect = dialect
    this.#stop = new RegExp(`[\\u${dialect.delimiter.charCodeAt(0).toString(16).padStart(4, '0')}\\r\\n]`, 'g')
  }

  /**
   * The row that begins at an offset. Null when it may go on behind the text's end, unless the text is `complete`; cost
   * is linear in the row's length.
   */
  read(text: string, from: number, complete: boolean): TableRow | null {
    const cells: Cell[] = []
    let at = from
    for (;;) {
      const cell = this.#cell(text, at, complete)
      if (cell === null) return null
      cells.push(cell.cell)
      at = cell.end
      if (text[at] !== this.#dialect.delimiter) break
      at += 1
    }
    const next = at + lineBreakAt(text, at)
    const [first] = cells
    const empty = cells.length === 1 && first !== undefined && !first.quoted && first.end === first.start
    const lines = text.slice(from, next).match(LINE_END)?.length ?? 0
    return { start: from, end: at, cells: empty ? [] : cells, next, lines }
  }

  #cell(text: string, from: number, complete: boolean): { readonly cell: Cell; readonly end: number } | null {
    const opening = skipSpaces(text, from)
    if (text[opening] === QUOTE) {
      const closing = this.#closingMark(text, opening + 1, complete)
      if (closing === null) return null
      if (closing >= 0) {
        return { cell: { start: opening + 1, end: closing, quoted: true }, end: skipSpaces(text, closing + 1) }
      }
    }
    this.#stop.lastIndex = from
    const end = this.#stop.exec(text)?.index ?? text.length
    if (!complete && isOpenEnd(text, end)) return null
    return { cell: { start: from, end, quoted: false }, end }
  }

  /** Where a quoted cell closes; -1 when it never does, null when more text has to tell. */
  #closingMark(text: string, from: number, complete: boolean): number | null {
    // Each mark without an end costs a walk to the text's end: after some of them, marks must close on their line.
    const limit = this.#unclosed < MOST_UNCLOSED ? from + LONGEST_CELL : lineEndAt(text, from)
    for (let at = text.indexOf(QUOTE, from); at >= 0 && at < limit; at = text.indexOf(QUOTE, at)) {
      if (this.#dialect.backslash ? isEscaped(text, at, from) : text[at + 1] === QUOTE) {
        at += this.#dialect.backslash ? 1 : 2
        continue
      }
      const after = skipSpaces(text, at + 1)
      if (isOpenEnd(text, after)) return complete ? at : null
      const next = text[after]
      if (next === this.#dialect.delimiter || next === '\n' || next === '\r') return at
      at += 1
    }
    if (!complete && limit >= text.length) return null
    this.#unclosed += 1
    return -1
  }
}

/** What a cell holds, its doubled marks single again. */
export function cellText(text: string, cell: Span & { readonly quoted: boolean }, dialect: Dialect): LocatedText {
  const escaped = dialect.backslash ? /\\["\\]/g : /""/g
  const offsets: number[] = []
  let value = ''
  let at = cell.start
  const copy = (end: number): void => {
    for (let place = at; place < end; place++) offsets.push(place)
    value += text.slice(at, end)
  }
  for (const match of cell.quoted ? text.slice(cell.start, cell.end).matchAll(escaped) : []) {
    copy(cell.start + match.index)
    at = cell.start + match.index + 1
    copy(at + 1)
    at += 1
  }
  copy(cell.end)
  offsets.push(cell.end)
  return { text: value, offsets: Uint32Array.from(offsets) }
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number, from: number): boolean {
  let start = at
  while (start > from && text[start - 1] === '\\') start -= 1
  return (at - start) % 2 === 1
}

/** Whether a text ends here, or may: a carriage return may be followed by the line feed that belongs to it. */
function isOpenEnd(text: string, at: number): boolean {
  return at >= text.length || (text[at] === '\r' && at + 1 >= text.length)
}

function lineEndAt(text: string, from: number): number {
  LINE_END.lastIndex = from
  const end = LINE_END.exec(text)?.index ?? text.length
  LINE_END.lastIndex = 0
  return end
}

function skipSpaces(text: string, at: number): number {
  SPACES.lastIndex = at
  return at + (SPACES.exec(text)?.[0].length ?? 0)
}

function lineBreakAt(text: string, at: number): number {
  LINE_BREAK.lastIndex = at
  return LINE_BREAK.exec(text)?.[0].length ?? 0
}
