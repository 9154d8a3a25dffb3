import type { Database } from '../../store/database.ts'
import { addFeed, type Feed } from '../../store/feeds.ts'
import type { Crawler } from '../crawler.ts'
import { readAddress } from '../web-address.ts'
import { type Channel, offeredFeeds, readChannel } from './channel.ts'

/** What was added or found. */
export type Added = Pick<Feed, 'url' | 'title'> & { readonly outcome: 'ADDED' | 'KNOWN' | 'REVIVED' }

/** An address that is no feed's, and what to do. */
export class NotAFeedError extends Error {
  override readonly name = 'NotAFeedError'
  readonly code = 'NOT_A_FEED'
}

/**
 * Adds the feed at an address, or the one that the page there offers. It is asked for once, to see that it is a feed;
 * polling reads it.
 * @throws FetchError when it cannot be fetched, NotAFeedError when it is none
 */
export async function addFeedAt(
  { prisma }: Database,
  crawler: Crawler,
  url: string,
  intervalSeconds: number,
  signal: AbortSignal | null,
): Promise<Added> {
  const { url: found, title, siteUrl } = await findFeed(crawler, url, signal)
  return { url: found, title, outcome: await addFeed(prisma, { url: found, title, siteUrl, intervalSeconds }) }
}

/**
 * Adds a feed of a list as it stands there: lists are long and old, and what is wrong with their feeds polling tells.
 * @throws FetchError BAD_URL, PORT_REFUSED
 */
export async function addListedFeed(
  { prisma }: Database,
  listed: Pick<Feed, 'url' | 'title'>,
  intervalSeconds: number,
): Promise<Added> {
  const { href: url } = readAddress(listed.url)
  const { title } = listed
  return { url, title, outcome: await addFeed(prisma, { url, title, siteUrl: null, intervalSeconds }) }
}

async function findFeed(
  crawler: Crawler,
  given: string,
  signal: AbortSignal | null,
): Promise<Channel & { url: string }> {
  const page = await fetchOnce(crawler, given, signal)
  if (page.channel !== null) return { url: page.url, ...page.channel }
  const [offered, ...others] = offeredFeeds(page.document)
  if (offered === undefined) throw new NotAFeedError(`There is no feed at this address, and ${noOffer}`)
  if (others.length > 0) {
    const list = [offered, ...others].slice(0, mostOffered).map((url) => `\n  ${url}`)
    throw new NotAFeedError(`This page offers several feeds; add those that you want:${list.join('')}`)
  }
  const feed = await fetchOnce(crawler, offered, signal)
  if (feed.channel === null) throw new NotAFeedError(`This page offers ${offered} as its feed, which is none.`)
  return { url: feed.url, ...feed.channel }
}

const noOffer = 'the page there offers none: look for “RSS” on the site, or read single pages with `ingest`.'

const mostOffered = 20

async function fetchOnce(crawler: Crawler, given: string, signal: AbortSignal | null) {
  const { document, movedTo } = await crawler.fetchChanged(given, null, signal)
  // Without validators a server has nothing to leave out.
  if (document === null) throw new NotAFeedError('The server left out the feed; try again later.')
  return { url: movedTo ?? readAddress(given).href, document, channel: readChannel(document) }
}
