/** What the splitters of the kinds of dump have in common. */

/** A record's text and where it stands in the dump, or, where it has none, why. */
export type Piece = { readonly text: string | null; readonly at: string }

/** Cuts a text that comes in pieces of any length into records; what it gives does not depend on those lengths. */
export type Splitter = {
  /** The records that are complete with this text, the dump's next; after the `last` one there is no more. */
  push(text: string, last: boolean): Iterable<Piece>
  /** Characters of the record that is being read. */
  readonly held: number
}

/** Characters that a record may have; as many bytes or more are too many for a document. */
export const MOST_CHARACTERS = 16 * 1024 * 1024
