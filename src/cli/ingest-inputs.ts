import { stat } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { type Crawler, openCrawler } from '../ingest/crawler.ts'
import { FetchError } from '../ingest/fetch-error.ts'
import { fileInputs } from '../ingest/file-inputs.ts'
import { findFiles } from '../ingest/find-files.ts'
import type { Input } from '../ingest/offers.ts'
import { packageOfStream } from '../ingest/open-package.ts'
import type { Package } from '../reading/unpack/package.ts'
import type { Failure } from '../store/dead-letters.ts'
import type { Io } from './io.ts'

/** What some paths mean, in the order in which it is read, and how many bytes that is: null when nobody knows before. */
export type NamedInputs = { readonly inputs: readonly Input[]; readonly bytes: number | null }

/** Finds files, folders, globs, addresses of the web, and `-`. Nothing is opened before its turn. */
export async function inputsOf(paths: readonly string[], io: Io): Promise<NamedInputs> {
  const addresses = paths.filter((path) => /^https?:\/\//i.test(path))
  const streams = paths.includes('-') ? ['-'] : []
  const found = await findFiles(paths.filter((path) => path !== '-' && !addresses.includes(path)))
  const crawler = openCrawler()
  const inputs: Input[] = [
    ...fileInputs(found),
    ...addresses.map((path): Input => ({ path, open: () => fetched(crawler, path, io.signal) })),
    ...streams.map((path): Input => ({ path, open: async () => packageOfStream(addAbortSignal(io.signal, io.stdin)) })),
  ]
  return { inputs, bytes: addresses.length + streams.length > 0 ? null : await sizeOf(found.files) }
}

async function fetched(crawler: Crawler, url: string, signal: AbortSignal): Promise<Package | Failure> {
  try {
    const { bytes, filename, mediaType, retrievedAt = null, ...page } = await crawler.fetchDocument(url, signal)
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes
    }
    return { name: filename, mediaType, url: page.url, retrievedAt, open }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return { stage: 'READ', code: error.code, message: error.message }
  }
}

async function sizeOf(files: readonly string[]): Promise<number> {
  let bytes = 0
  for (const file of files) bytes += (await stat(file).catch(() => null))?.size ?? 0
  return bytes
}
