import { setTimeout as sleep } from 'node:timers/promises'
import { openCrawler } from '../ingest/crawler.ts'
import { type Added, addFeedAt, addListedFeed, NotAFeedError } from '../ingest/feeds/add-feed.ts'
import type { FeedOutcome } from '../ingest/feeds/poll-feed.ts'
import { pollFeeds } from '../ingest/feeds/poll-feeds.ts'
import { FetchError } from '../ingest/fetch-error.ts'
import { decode } from '../reading/decode.ts'
import { readOpml } from '../reading/feed/opml.ts'
import { isRefusal } from '../reading/refusal.ts'
import { listFeeds, removeFeed } from '../store/feeds.ts'
import { describeFeed, describeOutcome } from './feed-lines.ts'
import { writeOpml } from './feed-list.ts'
import { CommandError, exitCode, type Io, StoppedError } from './io.ts'
import { readInput } from './read-input.ts'
import { openStore } from './store.ts'

export type AddOptions = { readonly every: number }
export type PollCommandOptions = {
  readonly all?: boolean
  readonly articles?: boolean
  readonly watch?: boolean
  readonly jobs: number
}

/** How often a watching poller looks whether a feed is due, in milliseconds. */
const watchPause = 15_000

/** Adds feeds by their addresses, or by those of pages that offer one; exits 1 when one could not be added. */
export async function addFeeds(urls: readonly string[], { every }: AddOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  const crawler = openCrawler()
  return addEach(
    urls,
    (url) => url,
    (url) => addFeedAt(store, crawler, url, every * 60, io.signal),
    io,
  )
}

/** Adds the feeds of an OPML list; names those that cannot be added, and exits 1 when there are any. */
export async function importFeeds(file: string, { every }: AddOptions, io: Io): Promise<number> {
  const decoded = decode(await readInput(file, io))
  if (isRefusal(decoded)) throw new CommandError(`${file}: ${decoded.message} (${decoded.code})`)
  const { feeds, problems } = readOpml(decoded.text)
  for (const problem of problems) io.err(`${file}: ${problem}\n`)
  if (feeds.length === 0) return exitCode.failed
  await using store = await openStore(io)
  const code = await addEach(
    feeds,
    ({ url }) => url,
    (feed) => addListedFeed(store, feed, every * 60),
    io,
  )
  return problems.length === 0 ? code : exitCode.failed
}

/** Shows the feeds and how their polling stands. */
export async function showFeeds({ json = false }: { readonly json?: boolean }, io: Io): Promise<number> {
  await using store = await openStore(io)
  const feeds = await listFeeds(store.prisma)
  if (json) await io.out(`${JSON.stringify(feeds, null, 2)}\n`)
  else if (feeds.length === 0)
    io.err('No feeds yet; `feeds add` takes the address of one, or of a page that offers one.\n')
  else await io.out(feeds.map(describeFeed).join(''))
  return exitCode.ok
}

/** Writes the feeds as OPML, which feed readers and `feeds import` take. */
export async function exportFeeds(io: Io): Promise<number> {
  await using store = await openStore(io)
  await io.out(writeOpml(await listFeeds(store.prisma)))
  return exitCode.ok
}

/** Removes feeds, and exits 1 when there was none of an address; what they brought stays. */
export async function removeFeeds(urls: readonly string[], io: Io): Promise<number> {
  await using store = await openStore(io)
  let missing = 0
  for (const url of urls) {
    if (await removeFeed(store.prisma, URL.parse(url)?.href ?? url)) await io.out(`removed  ${url}\n`)
    else {
      missing += 1
      io.err(`${url}: there is no such feed; \`feeds list\` shows them.\n`)
    }
  }
  return missing === 0 ? exitCode.ok : exitCode.failed
}

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
  const outcomes = await poll(all ? 'ALL' : 'DUE').catch((error: unknown) => stopped(error, watch))
  if (!watch) return summarize(outcomes, io)
  io.err('Watching; Ctrl-C stops it.\n')
  while (!signal.aborted) {
    await sleep(watchPause, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await poll('DUE').catch((error: unknown) => stopped(error, watch))
  }
  io.err('Stopped.\n')
  return exitCode.ok
}

async function addEach<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  add: (item: T) => Promise<Added>,
  io: Io,
): Promise<number> {
  let refused = 0
  for (const item of items) {
    io.signal.throwIfAborted()
    try {
      const { outcome, url, title } = await add(item)
      await io.out(`${outcome.toLowerCase().padEnd(8)} ${url}${title === null ? '' : `  ${title}`}\n`)
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof NotAFeedError)) throw error
      refused += 1
      io.err(`${nameOf(item)}: ${error.message} (${error.code})\n`)
    }
  }
  return refused === 0 ? exitCode.ok : exitCode.failed
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

/** Being told to stop is how watching ends. */
function stopped(error: unknown, watch: boolean): FeedOutcome[] {
  if (watch && error instanceof StoppedError) return []
  throw error
}
