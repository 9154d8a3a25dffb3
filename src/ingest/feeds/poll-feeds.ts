import type { Database } from '../../store/database.ts'
import { isUnavailable, UnavailableError } from '../../store/database-error.ts'
import { claimFeed, feedsToPoll, releaseFeed } from '../../store/feeds.ts'
import type { Crawler } from '../crawler.ts'
import { type FeedOutcome, type PollFeedOptions, pollFeed } from './poll-feed.ts'

export type PollOptions = PollFeedOptions & {
  /** Those that are due, or all that are polled at all. */
  readonly which: 'DUE' | 'ALL'
  /** Feeds asked for at once, of whichever hosts: a host is asked one thing at a time all the same. */
  readonly jobs: number
  /** Called as each feed is done. */
  readonly onFeed: (outcome: FeedOutcome, done: number, total: number) => Promise<void>
}

/**
 * Polls feeds, each by one process at a time. One that fails is no error here.
 * @throws UnavailableError when the database cannot be reached; the signal's reason when it aborts, after the entries
 *   that are being taken in; feeds that were not finished stay due
 */
export async function pollFeeds(database: Database, crawler: Crawler, options: PollOptions): Promise<FeedOutcome[]> {
  const { which, jobs, onFeed } = options
  const { prisma } = database
  const outcomes: FeedOutcome[] = []
  const broken = new AbortController()
  const signal = options.signal === null ? broken.signal : AbortSignal.any([options.signal, broken.signal])
  const work = async (ids: IteratorObject<string>, total: number): Promise<void> => {
    for (const id of ids) {
      signal.throwIfAborted()
      const feed = await claimFeed(prisma, id, which)
      if (feed === null) continue
      try {
        const outcome = await pollFeed(database, crawler, feed, { articles: options.articles, signal })
        outcomes.push(outcome)
        await onFeed(outcome, outcomes.length, total)
      } catch (error) {
        if (signal.aborted) await releaseFeed(prisma, id)
        throw error
      }
    }
  }
  try {
    const ids = await feedsToPoll(prisma, which)
    const queue = ids.values()
    const workers = Array.from({ length: jobs }, () =>
      work(queue, ids.length).catch((error: unknown) => {
        broken.abort(error)
        throw error
      }),
    )
    for (const worker of await Promise.allSettled(workers)) if (worker.status === 'rejected') throw broken.signal.reason
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError(error) : error
  }
  return outcomes
}
