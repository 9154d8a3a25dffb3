import { type ReprocessSummary, reprocessAll, reprocessDocument } from '../ingest/reprocess.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openProgress } from './progress.ts'
import { openStore } from './store.ts'

export type ReprocessOptions = { readonly document?: string }

/** Understands stored documents anew; names those that this release cannot read, and exits 1 when there are any. */
export async function reprocess(options: ReprocessOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  const summary = options.document === undefined ? await all(store, io) : await one(store, options.document)
  for (const { sha256, failure } of summary.failed) io.err(`${sha256}: ${failure.message} (${failure.code})\n`)
  await io.out(`${summary.done} documents understood anew, ${summary.failed.length} not.\n`)
  return summary.failed.length === 0 ? exitCode.ok : exitCode.failed
}

async function all(store: Parameters<typeof reprocessAll>[0], io: Io): Promise<ReprocessSummary> {
  const progress = openProgress(io, 'reprocess')
  try {
    return await reprocessAll(store, ({ done, total }) => {
      // It all happens in one transaction: leaving it here leaves the graph as it was.
      io.signal.throwIfAborted()
      progress.tell(done, total)
    })
  } finally {
    progress.end()
  }
}

async function one(store: Parameters<typeof reprocessDocument>[0], sha256: string): Promise<ReprocessSummary> {
  const summary = await reprocessDocument(store, sha256.toLowerCase())
  if (summary === null)
    throw new CommandError(`No document has the SHA-256 ${sha256}. \`sha256sum FILE\` gives a file's.`)
  return summary
}
