import { createReadStream } from 'node:fs'
import type { Package } from '../reading/unpack/package.ts'

/** Wide enough to read from disk at its speed. */
const blockBytes = 64 * 1024

/** A file as a package. It is opened when it is read; what the disk then says against it is thrown to the reader. */
export function openPackage(path: string): Package {
  const open = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: blockBytes })
  return { name: path, mediaType: null, url: null, open }
}

/** A stream without a name, such as standard input, as a package. */
export function packageOfStream(stream: AsyncIterable<Uint8Array>): Package {
  return { name: null, mediaType: null, url: null, open: () => stream }
}
