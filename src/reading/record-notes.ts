/** Notes about single records of a dump, each with its line; of very many alike, one note says how many there are. */
import type { Span } from '../text/span.ts'
import type { PageDraft } from './page-draft.ts'

const MOST_ALIKE = 20

/** Leaves notes in a page, records in the document's order within each code. */
export class RecordNotes {
  readonly #draft: PageDraft
  readonly #counts = new Map<string, number>()
  #at = 0
  #line = 1

  constructor(draft: PageDraft) {
    this.#draft = draft
  }

  /** Notes something about the record that begins at an offset; `span` is what the note is about, if not that place. */
  add(code: string, message: (line: number) => string, at: number, span: Span | null = null): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= MOST_ALIKE) this.#draft.note(code, message(this.#lineOf(at)), span ?? { start: at, end: at + 1 })
    else if (count === MOST_ALIKE + 1) this.#draft.note(code, 'The same is true of more records, which are not named.')
  }

  #lineOf(at: number): number {
    if (at < this.#at) [this.#at, this.#line] = [0, 1]
    for (let end = this.#draft.text.indexOf('\n', this.#at); end >= 0 && end < at; ) {
      this.#line += 1
      this.#at = end + 1
      end = this.#draft.text.indexOf('\n', this.#at)
    }
    return this.#line
  }
}
