import { ingestOffers } from '../ingest/ingest-offers.ts'
import { offersOf } from '../ingest/offers.ts'
import type { Tally } from '../ingest/tally.ts'
import { parseRecordMap, type RecordMap, withMap } from '../reading/record-map.ts'
import { isRefusal } from '../reading/refusal.ts'
import { inputsOf } from './ingest-inputs.ts'
import { openIngestProgress } from './ingest-progress.ts'
import { describeRefusals, describeTally, tallyAsJson } from './ingest-summary.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { ownWorkers } from './own-workers.ts'
import { openStore } from './store.ts'

export type IngestOptions = {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly progress?: boolean
  readonly map?: readonly string[]
  /** 1 works within this process; left out, there are as many workers as this machine bears. */
  readonly jobs?: number
}

/** Reads files, folders, globs, addresses and standard input into the graph; exits 1 when anything was refused. */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<number> {
  const { dryRun = false, json = false, jobs } = options
  const map = mapOf(options)
  const receivedAt = new Date()
  const { inputs, bytes } = await inputsOf(paths, io)
  const progress = openIngestProgress(io, bytes, options.progress === true)
  let read = 0
  const offers = offersOf(inputs, {
    onBytes: (count) => {
      read += count
    },
    retype: (mediaType) => withMap(mediaType, map),
  })
  if (dryRun) {
    const { preview } = await import('./ingest-preview.ts')
    return conclude(await preview(offers, json, io), options, io)
  }
  await using store = await openStore(io)
  try {
    const tally = await ingestOffers(store, offers, {
      jobs: jobs === 1 ? 0 : (jobs ?? ownWorkers),
      receivedAt,
      signal: io.signal,
      onProgress: ({ found, done }) => progress.tell({ found, done, bytes: read }),
    })
    progress.end()
    if (!json) io.err(describeRefusals(tally))
    return await conclude(tally, options, io)
  } finally {
    progress.end()
  }
}

async function conclude(tally: Tally, { json = false, dryRun = false }: IngestOptions, io: Io): Promise<number> {
  const stopped = io.signal.aborted
  await io.out(json ? `${JSON.stringify(tallyAsJson(tally, stopped))}\n` : describeTally(tally, dryRun))
  if (stopped && !json) io.err('Stopped before the end; the same command goes on from here.\n')
  return tally.refused === 0 && !stopped ? exitCode.ok : exitCode.failed
}

function mapOf({ map = [] }: IngestOptions): RecordMap {
  const parsed = parseRecordMap(map)
  if (isRefusal(parsed)) throw new CommandError(parsed.message)
  return parsed
}
