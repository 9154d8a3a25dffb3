/**
 * What an input is before it is a document: a file, an answer from a server, standard input. It may hold one document, or
 * be a package of many (a compressed file, an archive, a web archive, a dump of records) which `unpack` takes apart.
 */
import type { RawDocument } from '../page.ts'
import type { Refusal } from '../refusal.ts'

/** Bytes with what is known of them. `open` may be called once. */
export type Package = {
  readonly name: string | null
  readonly mediaType: string | null
  readonly url: string | null
  readonly retrievedAt?: string | null
  open(): AsyncIterable<Uint8Array>
}

/** One thing found in a package, in its order: a document, or a part that is none and why. */
export type Unpacked =
  | { readonly at: string; readonly document: RawDocument; readonly refusal: null }
  | { readonly at: string; readonly document: null; readonly refusal: Refusal }
