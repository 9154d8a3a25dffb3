import { setTimeout as sleep } from 'node:timers/promises'
import { openCrawler } from '../ingest/crawler.ts'
import type { FeedOutcome } from '../ingest/feeds/poll-feed.ts'
import { pollFeeds } from '../ingest/feeds/poll-feeds.ts'
import { UnavailableError } from '../store/database-error.ts'
import { describeOutcome } from './feed-lines.ts'
import { exitCode, type Io, StoppedError } from './io.ts'
import { openStore } from './store.ts'

export type PollCommandOptions = {
  readonly all?: boolean
  readonly articles?: boolean
  readonly watch?: boolean
  readonly jobs: number
}

/** How often a watching poller looks whether a feed is due, in milliseconds. */
const watchPause = 15_000

/** Polls the feeds that are due, or all; with `watch` again and again until it is told to stop. */
export async function pollCommand(
  { all = false, articles = false, watch = false, jobs }: PollCommandOptions,
  io: Io,
): Promise<number> {
  await using store = await openStore(io)
  const crawler = openCrawler()
  const { signal } = io
  const poll = (which: 'DUE' | 'ALL'): Promise<FeedOutcome[]> =>
    pollFeeds(store, crawler, { which, articles, jobs, signal, onFeed: (outcome) => tell(outcome, io) })
  const first = poll(all ? 'ALL' : 'DUE')
  if (!watch) return summarize(await first, io)
  io.err('Watching; Ctrl-C stops it.\n')
  await first.catch((error: unknown) => endured(error, io))
  while (!signal.aborted) {
    await sleep(watchPause, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await poll('DUE').catch((error: unknown) => endured(error, io))
  }
  io.err('Stopped.\n')
  return exitCode.ok
}

async function tell(outcome: FeedOutcome, io: Io): Promise<void> {
  await io.out(describeOutcome(outcome))
  const { feed, error, refused } = outcome
  if (error !== null) io.err(`${feed.url}: ${error.message} (${error.code})\n`)
  for (const { stage, code, message } of refused) io.err(`${feed.url}: an entry: ${message} (${stage} ${code})\n`)
}

async function summarize(outcomes: readonly FeedOutcome[], io: Io): Promise<number> {
  const total = (count: (outcome: FeedOutcome) => number): number => outcomes.reduce((sum, one) => sum + count(one), 0)
  const failed = total(({ error }) => (error === null ? 0 : 1))
  const refused = total((one) => one.refused.length)
  const entries = `${total(({ stored }) => stored)} entries new, ${total(({ known }) => known)} known already, ${refused} refused`
  await io.out(`${outcomes.length} feeds polled, ${failed} failed; ${entries}.\n`)
  return failed + refused === 0 ? exitCode.ok : exitCode.failed
}

/** Being told to stop is how watching ends; a database that is away may come back, and what was due is due still. */
function endured(error: unknown, io: Io): FeedOutcome[] {
  if (error instanceof UnavailableError) io.err(`${error.message}\n`)
  else if (!(error instanceof StoppedError)) throw error
  return []
}
