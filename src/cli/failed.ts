import { type Retried, retryAll, retryFailed } from '../ingest/retry-failed.ts'
import type { Database } from '../store/database.ts'
import { type FailureEntry, failuresAfter, failuresBeginning, readFailed } from '../store/dead-letters.ts'
import { describeFailure, failureLine, nameOf } from './failed-lines.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openStore } from './store.ts'

export type ListFailedOptions = { readonly json?: boolean; readonly code?: string }
export type ShowFailedOptions = { readonly bytes?: boolean }
export type RetryFailedOptions = { readonly all?: boolean; readonly code?: string }

const entriesAtATime = 500
/** As many as are named when a beginning is not enough. */
const namedAtMost = 5

/** Lists the failed documents, the latest first, however many there are. */
export async function listFailed({ json = false, code }: ListFailedOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  let count = 0
  for (let after: FailureEntry | null = null; ; ) {
    const entries: FailureEntry[] = await failuresAfter(store.prisma, after, entriesAtATime, code ?? null)
    for (const entry of entries) await io.out(json ? `${jsonOf(entry)}\n` : failureLine(entry))
    io.signal.throwIfAborted()
    count += entries.length
    after = entries.at(-1) ?? null
    if (entries.length < entriesAtATime) break
  }
  if (!json)
    io.err(count === 0 ? 'No failed documents.\n' : `${count} failed; \`failed show HASH\` says more of one.\n`)
  return exitCode.ok
}

/** Shows why a document failed, what to do and how it begins, or gives its bytes as they came. */
export async function showFailed(hash: string, { bytes = false }: ShowFailedOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  const entry = await findFailed(store, hash)
  const document = await readFailed(store.prisma, entry.sha256)
  if (document === null) throw unknown(hash)
  await io.out(bytes ? document.bytes : describeFailure(entry, document.bytes))
  return exitCode.ok
}

/** Tries failed documents again: those that are named, those that failed for one reason, or all. Exits 1 when any failed again. */
export async function retryFailedCommand(
  hashes: readonly string[],
  { code }: RetryFailedOptions,
  io: Io,
): Promise<number> {
  await using store = await openStore(io)
  const counts = { STORED: 0, KNOWN: 0, FAILED: 0 }
  const onRetried = ({ entry, outcome, failure }: Retried): void => {
    counts[outcome] += 1
    if (failure !== null) io.err(`${nameOf(entry)}: ${failure.message} (${failure.stage} ${failure.code})\n`)
  }
  if (hashes.length === 0) {
    await retryAll(store, { ...(code === undefined ? {} : { code }), onRetried, signal: io.signal })
  }
  const named = []
  for (const hash of hashes) named.push(await findFailed(store, hash))
  for (const entry of named) {
    if (io.signal.aborted) break
    const retried = await retryFailed(store, entry)
    if (retried !== null) onRetried(retried)
  }
  await io.out(`${counts.STORED} documents read, ${counts.KNOWN} known already, ${counts.FAILED} failed again.\n`)
  if (io.signal.aborted) io.err('Stopped before the end; the same command goes on from here.\n')
  return counts.FAILED === 0 && !io.signal.aborted ? exitCode.ok : exitCode.failed
}

/** The one failed document whose hash begins so. @throws CommandError when there is none, or more than one */
async function findFailed({ prisma }: Database, hash: string): Promise<FailureEntry> {
  const digits = hash.toLowerCase()
  const found = /^[0-9a-f]{1,64}$/.test(digits) ? await failuresBeginning(prisma, digits, namedAtMost + 1) : []
  const [entry, ...others] = found
  if (entry === undefined) throw unknown(hash)
  if (others.length === 0) return entry
  const names = found.slice(0, namedAtMost).map(({ sha256 }) => sha256.slice(0, digits.length + 8))
  const more = found.length > namedAtMost ? ' …' : ''
  throw new CommandError(`${hash} is the beginning of several: ${names.join(' ')}${more}. Give more of its digits.`)
}

function unknown(hash: string): CommandError {
  return new CommandError(`No failed document has a hash that begins with ${hash}; \`failed list\` shows them.`)
}

function jsonOf({ id: _, ...entry }: FailureEntry): string {
  return JSON.stringify(entry)
}
