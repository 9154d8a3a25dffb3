import { buffer } from 'node:stream/consumers'
import { FetchError, fetchDocument } from '../ingest/fetch-document.ts'
import { findFiles } from '../ingest/find-files.ts'
import { ingestDocument } from '../ingest/ingest-document.ts'
import { type IngestSummary, ingestFiles } from '../ingest/ingest-files.ts'
import type { RawDocument } from '../reading/page.ts'
import type { Database } from '../store/database.ts'
import type { Failure } from '../store/dead-letters.ts'
import { preview } from './ingest-preview.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openProgress } from './progress.ts'
import { openStore } from './store.ts'

export type IngestOptions = { readonly dryRun?: boolean; readonly jobs: string }

/** What came of everything that was named. */
type Tally = { stored: number; duplicates: number; failed: { path: string; failure: Failure | null }[] }

/** Reads files, folders, globs, addresses and standard input into the graph; exits 1 when anything was refused. */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<number> {
  const jobs = Number(options.jobs)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new CommandError('--jobs takes a whole number from 1 to 64.')
  const addresses = paths.filter((path) => /^https?:\/\//.test(path))
  const files = paths.filter((path) => path !== '-' && !addresses.includes(path))
  if (options.dryRun === true) return preview((await findFiles(files)).files, io)
  await using store = await openStore(io)
  const tally: Tally = { stored: 0, duplicates: 0, failed: [] }
  if (files.length > 0) add(tally, await readFiles(store, files, jobs, io))
  for (const url of addresses) await takeIn(store, url, () => fetchDocument(url), tally)
  if (paths.includes('-')) await takeIn(store, '-', () => standardInput(io), tally)
  for (const { path, failure } of tally.failed) {
    io.err(`${path}: ${failure?.message ?? 'failed'} (${failure?.stage ?? 'READ'} ${failure?.code ?? ''})\n`)
  }
  io.out(`${tally.stored} documents read, ${tally.duplicates} known already, ${tally.failed.length} refused.\n`)
  if (io.signal.aborted) io.err('Stopped before the end; the same command goes on from here.\n')
  return tally.failed.length === 0 && !io.signal.aborted ? exitCode.ok : exitCode.failed
}

async function readFiles(store: Database, files: readonly string[], jobs: number, io: Io): Promise<IngestSummary> {
  const progress = openProgress(io, 'ingest')
  try {
    const { signal } = io
    return await ingestFiles(store, files, {
      jobs,
      signal,
      onProgress: ({ done, total }) => progress.tell(done, total),
    })
  } finally {
    progress.end()
  }
}

async function takeIn(store: Database, path: string, read: () => Promise<RawDocument>, tally: Tally): Promise<void> {
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
  return { bytes: await buffer(io.stdin), filename: null, mediaType: null, url: null }
}

function add(tally: Tally, summary: IngestSummary): void {
  tally.stored += summary.stored
  tally.duplicates += summary.duplicates
  tally.failed.push(...summary.failed)
}
