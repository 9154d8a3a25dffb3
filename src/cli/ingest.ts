import { openCrawler } from '../ingest/crawler.ts'
import { FetchError } from '../ingest/fetch-error.ts'
import { findFiles } from '../ingest/find-files.ts'
import { ingestDocument } from '../ingest/ingest-document.ts'
import { ingestFiles } from '../ingest/ingest-files.ts'
import type { RawDocument } from '../reading/page.ts'
import type { Database } from '../store/database.ts'
import type { Failure } from '../store/dead-letters.ts'
import { preview } from './ingest-preview.ts'
import { exitCode, type Io } from './io.ts'
import { openProgress } from './progress.ts'
import { readInput } from './read-input.ts'
import { openStore } from './store.ts'

export type IngestOptions = { readonly dryRun?: boolean; readonly jobs: number }

/** What came of everything that was named. */
type Tally = { stored: number; duplicates: number; readonly failed: { path: string; failure: Failure | null }[] }

/** Reads files, folders, globs, addresses and standard input into the graph; exits 1 when anything was refused. */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<number> {
  const addresses = paths.filter((path) => /^https?:\/\//.test(path))
  const files = paths.filter((path) => path !== '-' && !addresses.includes(path))
  const others = paths.filter((path) => path === '-')
  if (options.dryRun === true) {
    const { files: found, missing } = await findFiles(files)
    return preview([...found, ...missing, ...others], io)
  }
  await using store = await openStore(io)
  const tally: Tally = { stored: 0, duplicates: 0, failed: [] }
  if (files.length > 0) await takeFiles(store, files, options.jobs, tally, io)
  const crawler = openCrawler()
  for (const url of addresses) {
    if (!io.signal.aborted) await takeOne(store, url, () => crawler.fetchDocument(url, io.signal), tally)
  }
  if (others.length > 0 && !io.signal.aborted) await takeOne(store, '-', () => standardInput(io), tally)
  for (const { path, failure } of tally.failed) {
    io.err(`${path}: ${failure?.message ?? 'failed'} (${failure?.stage ?? 'READ'} ${failure?.code ?? ''})\n`)
  }
  await io.out(`${tally.stored} documents read, ${tally.duplicates} known already, ${tally.failed.length} refused.\n`)
  if (io.signal.aborted) io.err('Stopped before the end; the same command goes on from here.\n')
  return tally.failed.length === 0 && !io.signal.aborted ? exitCode.ok : exitCode.failed
}

async function takeFiles(store: Database, files: readonly string[], jobs: number, tally: Tally, io: Io): Promise<void> {
  const progress = openProgress(io, 'ingest')
  try {
    const { stored, duplicates, failed } = await ingestFiles(store, files, {
      jobs,
      signal: io.signal,
      onProgress: ({ done, total }) => progress.tell(done, total),
    })
    tally.stored += stored
    tally.duplicates += duplicates
    // Several are worked on at once; the report has the order of the files all the same.
    tally.failed.push(...failed.toSorted((one, other) => (one.path < other.path ? -1 : 1)))
  } finally {
    progress.end()
  }
}

async function takeOne(store: Database, path: string, read: () => Promise<RawDocument>, tally: Tally): Promise<void> {
  try {
    const { duplicate, failure } = await ingestDocument(store, await read())
    if (failure !== null) tally.failed.push({ path, failure })
    else if (duplicate) tally.duplicates += 1
    else tally.stored += 1
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    tally.failed.push({ path, failure: { stage: 'READ', code: error.code, message: error.message } })
  }
}

async function standardInput(io: Io): Promise<RawDocument> {
  return { bytes: await readInput('-', io), filename: null, mediaType: null, url: null }
}
