import { splitEntries } from '../../reading/feed/split-entries.ts'
import type { RawDocument } from '../../reading/page.ts'
import { isRefusal } from '../../reading/refusal.ts'
import type { Database } from '../../store/database.ts'
import { isUnavailable, UnavailableError } from '../../store/database-error.ts'
import type { Failure } from '../../store/dead-letters.ts'
import { hasDocument } from '../../store/documents.ts'
import { type Feed, type Polled, settleFeed } from '../../store/feeds.ts'
import type { Crawler } from '../crawler.ts'
import { sha256Of } from '../document-hash.ts'
import type { Fetched } from '../fetch-document.ts'
import { FetchError } from '../fetch-error.ts'
import { ingestDocument } from '../ingest-document.ts'
import { readChannel } from './channel.ts'
import { pageBehind } from './page-behind.ts'

/** What a poll of a feed came to. */
export type FeedOutcome = {
  /** As it was before the poll. */
  readonly feed: Pick<Feed, 'id' | 'url' | 'title'>
  readonly status: Polled['status']
  /** Where it is asked for from now on, when that has changed. */
  readonly movedTo: string | null
  /** Entries that were new or other than before, that were known, and that were refused. */
  readonly stored: number
  readonly known: number
  readonly refused: readonly Failure[]
  /** Why the poll failed; null when it did not. */
  readonly error: { readonly code: string; readonly message: string } | null
}

export type PollFeedOptions = {
  /** Whether the pages behind teasers are fetched, too. */
  readonly articles: boolean
  readonly signal: AbortSignal | null
}

/** A feed that fails again and again is asked for less and less often, but once a day. */
const longestBackoff = 86_400

/**
 * Asks for a feed and takes in its entries, each as a document of its own: those that are as they were are known by their
 * bytes. What the feed is to be asked by the next time is written down when all entries are in.
 * @throws UnavailableError when the database cannot be reached; the signal's reason when it aborts
 */
export async function pollFeed(
  database: Database,
  crawler: Crawler,
  feed: Feed,
  options: PollFeedOptions,
): Promise<FeedOutcome> {
  try {
    return await readFeed(database, crawler, feed, options)
  } catch (error) {
    if (options.signal?.aborted === true || isUnavailable(error) || error instanceof UnavailableError) throw error
    return settle(database, feed, failed(feed, faultOf(error)), nothing)
  }
}

async function readFeed(
  database: Database,
  crawler: Crawler,
  feed: Feed,
  options: PollFeedOptions,
): Promise<FeedOutcome> {
  const receivedAt = new Date()
  const fetched = await fetchFeed(crawler, feed, options.signal)
  if (fetched instanceof FetchError) return settle(database, feed, failed(feed, fetched), nothing)
  const url = fetched.movedTo ?? feed.url
  const { etag, lastModified } = fetched.validators
  const well = { url, title: null, siteUrl: null, etag, lastModified, error: null, failures: 0 } as const
  const next = { ...well, waitSeconds: feed.intervalSeconds }
  if (fetched.document === null) return settle(database, feed, { ...next, status: 'UNCHANGED' }, nothing)
  const entries = splitEntries(fetched.document)
  // A domain that was sold leads everything to a page of its own: only where a feed is does the address follow.
  if (isRefusal(entries)) return settle(database, feed, failed(feed, entries), nothing)
  const taken = await takeEntries(database, crawler, entries, receivedAt, options)
  return settle(database, feed, { ...next, ...readChannel(fetched.document), status: 'READ' }, taken)
}

type Taken = Pick<FeedOutcome, 'stored' | 'known' | 'refused'>

const nothing: Taken = { stored: 0, known: 0, refused: [] }

async function fetchFeed(crawler: Crawler, feed: Feed, signal: AbortSignal | null): Promise<Fetched | FetchError> {
  try {
    return await crawler.fetchChanged(feed.url, feed, signal)
  } catch (error) {
    if (error instanceof FetchError) return error
    throw error
  }
}

async function takeEntries(
  database: Database,
  crawler: Crawler,
  entries: readonly RawDocument[],
  receivedAt: Date,
  { articles, signal }: PollFeedOptions,
): Promise<Taken> {
  let stored = 0
  let known = 0
  const refused: Failure[] = []
  for (const entry of entries) {
    signal?.throwIfAborted()
    // The page comes first: a poll that is stopped between the two begins with this entry again.
    const isNew = articles && !(await hasDocument(database.prisma, sha256Of(entry.bytes)))
    const failed = isNew ? await takePage(database, crawler, entry, receivedAt, signal) : null
    if (failed !== null) refused.push(failed)
    const { duplicate, failure } = await ingestDocument(database, entry, { receivedAt })
    if (failure !== null) refused.push(failure)
    else if (duplicate) known += 1
    else stored += 1
  }
  return { stored, known, refused }
}

/** Takes in the page that an entry leads to, where the entry itself holds but a teaser. */
async function takePage(
  database: Database,
  crawler: Crawler,
  entry: RawDocument,
  receivedAt: Date,
  signal: AbortSignal | null,
): Promise<Failure | null> {
  const url = pageBehind(entry)
  if (url === null) return null
  try {
    const page = await crawler.fetchDocument(url, signal)
    const { failure } = await ingestDocument(database, page, { receivedAt })
    return failure === null ? null : { ...failure, message: `${url}: ${failure.message}` }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return { stage: 'READ', code: error.code, message: `${url}: ${error.message}` }
  }
}

/** A fault of ours, which must not keep the other feeds from being read. */
function faultOf(error: unknown): { readonly code: string; readonly message: string } {
  const what = String(error).replaceAll(/\s+/g, ' ').slice(0, 300)
  return { code: 'INTERNAL_FAULT', message: `Isnad itself failed on this feed (${what}): please report this.` }
}

/** What follows from a failure: 410 ends the polling, anything else makes it rarer. What the feed was last known by stays. */
function failed(feed: Feed, error: { readonly code: string; readonly message: string }): Polled {
  const { url, title, siteUrl, etag, lastModified, intervalSeconds } = feed
  const failures = feed.failures + 1
  const backoff = Math.min(intervalSeconds * 2 ** failures, Math.max(longestBackoff, intervalSeconds))
  const asked = error instanceof FetchError ? (error.retryAfter ?? 0) : 0
  const gone = error instanceof FetchError && error.status === 410
  const { code, message } = error
  const why = gone ? `The site says that this feed is gone for good: look for its new address. (${message})` : message
  return {
    ...{ url, title, siteUrl, etag, lastModified, failures },
    status: gone ? 'GONE' : 'FAILED',
    error: { code, message: why },
    waitSeconds: Math.max(backoff, asked),
  }
}

async function settle({ prisma }: Database, feed: Feed, polled: Polled, taken: Taken): Promise<FeedOutcome> {
  await settleFeed(prisma, feed.id, polled)
  const { status, error, url } = polled
  return { feed, status, error, movedTo: url === feed.url ? null : url, ...taken }
}
