import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RawDocument } from '../reading/page.ts'
import type { Database } from '../store/database.ts'
import type { Failure } from '../store/dead-letters.ts'
import { findFiles } from './find-files.ts'
import { ingestDocument } from './ingest-document.ts'

/** A file that was taken in, was there, or was refused. */
type FileOutcome = {
  readonly path: string
  readonly documentId: string | null
  readonly duplicate: boolean
  readonly failure: Failure | null
}

type IngestProgress = {
  /** Files done so far, this one with them. */
  readonly done: number
  readonly total: number
  readonly outcome: FileOutcome
}

export type IngestSummary = {
  readonly stored: number
  readonly duplicates: number
  readonly failed: readonly FileOutcome[]
}

export type IngestFilesOptions = {
  /** Files worked on at once; 4 unless told. */
  readonly jobs?: number
  readonly onProgress?: (progress: IngestProgress) => void
  /** Stops after the files that are being worked on. */
  readonly signal?: AbortSignal
}

/** A larger file is no page: reading would refuse it, and it is not worth the memory. */
const mostBytes = 64 * 1024 * 1024

/**
 * Takes in files, folders and globs. A file that fails is named in the summary, and its neighbours go on.
 * @throws UnavailableError when the database cannot be reached; a later run goes on where this one stopped
 */
export async function ingestFiles(
  database: Database,
  paths: readonly string[],
  options: IngestFilesOptions = {},
): Promise<IngestSummary> {
  const { jobs = 4, onProgress, signal } = options
  const { files, missing } = await findFiles(paths)
  const total = files.length + missing.length
  const outcomes: FileOutcome[] = []
  const report = (outcome: FileOutcome): void => {
    outcomes.push(outcome)
    onProgress?.({ done: outcomes.length, total, outcome })
  }
  for (const path of missing) report(failed(path, noSuchFile))
  const queue = files.values()
  let broken = false
  const work = async (): Promise<void> => {
    for (const path of queue) {
      if (broken || signal?.aborted === true) return
      try {
        report(await ingestFile(database, path))
      } catch (error) {
        broken = true
        throw error
      }
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: Math.max(1, jobs) }, work))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
  return {
    stored: outcomes.filter(({ failure, duplicate }) => failure === null && !duplicate).length,
    duplicates: outcomes.filter(({ duplicate }) => duplicate).length,
    failed: outcomes.filter(({ failure }) => failure !== null),
  }
}

const noSuchFile: Failure = {
  stage: 'READ',
  code: 'FILE_NOT_FOUND',
  message: 'There is no such file, and no file that the pattern matches.',
}

async function ingestFile(database: Database, path: string): Promise<FileOutcome> {
  const raw = await readFile(path)
  if ('code' in raw) return failed(path, raw)
  const { documentId, duplicate, failure } = await ingestDocument(database, raw)
  return { path, documentId, duplicate, failure }
}

async function readFile(path: string): Promise<RawDocument | Failure> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) {
      const message = `The file is larger than ${mostBytes} bytes: cut it into single pages first.`
      return { stage: 'READ', code: 'FILE_TOO_LARGE', message }
    }
    await using file = await open(path)
    return { bytes: await file.readFile(), filename: basename(path), mediaType: null, url: null }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { stage: 'READ', code: 'FILE_UNREADABLE', message: `The file cannot be read (${reason}); check its rights.` }
  }
}

function failed(path: string, failure: Failure): FileOutcome {
  return { path, documentId: null, duplicate: false, failure }
}
