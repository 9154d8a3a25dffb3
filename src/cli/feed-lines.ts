import type { FeedOutcome } from '../ingest/feeds/poll-feed.ts'
import type { Feed } from '../store/feeds.ts'

/** A feed and how its polling stands, for people: its line, and a second one for what is wrong. */
export function describeFeed(feed: Feed): string {
  const { url, title, status, failures, errorMessage } = feed
  const name = title === null ? '' : `  ${printable(title)}`
  const trouble = errorMessage === null ? '' : `           ${failures} times in a row: ${errorMessage}\n`
  return `${status.toLowerCase().padEnd(9)}  ${nextPoll(feed)}  ${url}${name}\n${trouble}`
}

/** What a poll of a feed came to, in one line. */
export function describeOutcome({ feed, status, movedTo, stored, known, refused }: FeedOutcome): string {
  const counts = status === 'READ' ? `  ${stored} new, ${known} known, ${refused.length} refused` : ''
  const moved = movedTo === null ? '' : `  moved to ${movedTo}`
  return `${status.toLowerCase().padEnd(9)}  ${feed.url}${counts}${moved}\n`
}

/** A text from elsewhere without what a terminal would obey: control characters, and marks that turn the rest about. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

function nextPoll({ nextPollAt }: Feed): string {
  return nextPollAt === null ? 'polled no more      ' : `next ${nextPollAt.toISOString().slice(0, 16)}Z`
}
