import type { RawDocument } from '../reading/page.ts'
import type { Package, Unpacked } from '../reading/unpack/package.ts'
import { unpack } from '../reading/unpack/unpack.ts'
import type { Failure } from '../store/dead-letters.ts'

/** Something that was named to be read: a file, an address, standard input. */
export type Input = {
  /** As it was named. */
  readonly path: string
  /** Opens it; a failure is a value here. */
  open(): Promise<Package | Failure>
}

/** A document that is handed over, or something that is none and why. `at` says where it was found. */
export type Offer =
  | { readonly at: string; readonly document: RawDocument; readonly failure: null }
  | { readonly at: string; readonly document: null; readonly failure: Failure }

export type OfferOptions = {
  /** Told how many more bytes of the inputs were read. */
  readonly onBytes?: (count: number) => void
  /** Changes what is said of a document's type, e.g. adds which columns mean what. */
  readonly retype?: (mediaType: string | null) => string | null
}

/** Takes inputs apart, one after the other and only as fast as they are asked for. One that breaks off is no end to the others. */
export async function* offersOf(inputs: Iterable<Input>, options: OfferOptions = {}): AsyncGenerator<Offer> {
  const { onBytes, retype = (mediaType) => mediaType } = options
  for (const input of inputs) {
    const opened = await input.open()
    if ('code' in opened) {
      yield { at: input.path, document: null, failure: opened }
      continue
    }
    try {
      const retyped = { ...opened, mediaType: retype(opened.mediaType) }
      for await (const unpacked of unpack(counted(retyped, onBytes))) yield offer(unpacked, retype)
    } catch (error) {
      yield { at: input.path, document: null, failure: unreadable(error) }
    }
  }
}

/** Why a file cannot be read, or not to its end. */
export function unreadable(error: unknown): Failure {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  return { stage: 'READ', code: 'FILE_UNREADABLE', message: `It cannot be read (${reason}); check its rights.` }
}

function offer({ at, document, refusal }: Unpacked, retype: (mediaType: string | null) => string | null): Offer {
  if (document === null) {
    return { at, document, failure: { stage: 'READ', code: refusal.code, message: refusal.message } }
  }
  return { at, document: { ...document, mediaType: retype(document.mediaType) }, failure: null }
}

function counted(input: Package, onBytes: ((count: number) => void) | undefined): Package {
  if (onBytes === undefined) return input
  return {
    ...input,
    async *open() {
      for await (const piece of input.open()) {
        onBytes(piece.length)
        yield piece
      }
    },
  }
}
