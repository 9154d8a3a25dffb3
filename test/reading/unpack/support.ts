/** Packages for the tests of unpacking, written by the libraries that others use, and what comes of them in short. */
import { BlobWriter, configure, Uint8ArrayReader, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js'
import tarStream from 'tar-stream'
import { defaultLimits, type UnpackLimits } from '../../../src/reading/unpack/limits.ts'
import type { Package } from '../../../src/reading/unpack/package.ts'
import { unpack } from '../../../src/reading/unpack/unpack.ts'

configure({ useWebWorkers: false })

/** A member: its path and its text or bytes. */
export type Entry = readonly [path: string, content: string | Uint8Array]

/** A page as a newsroom would pack it. */
export const PAGE =
  '<html><body><h1>افتتاح جسر الواحة</h1><p>افتتح وزير النقل الجسر الجديد صباح اليوم.</p></body></html>'

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** A ZIP archive. */
export async function zipOf(entries: readonly Entry[], options: ZipWriterAddDataOptions = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { dataDescriptor: false, extendedTimestamp: false, ...options })
  for (const [path, content] of entries) await writer.add(path, new Uint8ArrayReader(bytesOf(content)), options)
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

/** A tape archive of files, and of whatever else a header may announce. */
export async function tarOf(
  entries: readonly (Entry | (Partial<tarStream.Header> & { name: string }))[],
): Promise<Uint8Array> {
  const pack = tarStream.pack()
  for (const entry of entries) {
    if ('name' in entry) pack.entry(entry)
    else pack.entry({ name: entry[0] }, Buffer.from(bytesOf(entry[1])))
  }
  pack.finalize()
  const pieces: Uint8Array[] = []
  for await (const piece of pack) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}

/** A package that hands its bytes over in pieces of some sizes, in turn. */
export function packageOf(bytes: Uint8Array, name: string | null, sizes: readonly number[] = [bytes.length]): Package {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
      yield bytes.subarray(at, at + size)
      at += size
    }
  }
  return { name, mediaType: null, url: null, open }
}

/** What a package holds: where, and its text or the code of its refusal. */
export async function contents(
  input: Uint8Array | Package,
  limits: Partial<UnpackLimits> = {},
): Promise<[at: string, what: string][]> {
  const given = input instanceof Uint8Array ? packageOf(input, 'news') : input
  const found: [string, string][] = []
  for await (const { at, document, refusal } of unpack(given, { ...defaultLimits, ...limits })) {
    found.push([at, document === null ? refusal.code : new TextDecoder().decode(document.bytes)])
  }
  return found
}
