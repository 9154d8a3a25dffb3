import { openCrawler } from '../ingest/crawler.ts'
import { type Added, addFeedAt, addListedFeed, NotAFeedError } from '../ingest/feeds/add-feed.ts'
import { FetchError } from '../ingest/fetch-error.ts'
import { decode } from '../reading/decode.ts'
import { readOpml } from '../reading/feed/opml.ts'
import { isRefusal } from '../reading/refusal.ts'
import { listFeeds, removeFeed } from '../store/feeds.ts'
import { describeFeed, printable } from './feed-lines.ts'
import { writeOpml } from './feed-list.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { readInput } from './read-input.ts'
import { openStore } from './store.ts'

export type AddOptions = { readonly every: number }

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
      await io.out(`${outcome.toLowerCase().padEnd(8)} ${url}${title === null ? '' : `  ${printable(title)}`}\n`)
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof NotAFeedError)) throw error
      refused += 1
      io.err(`${nameOf(item)}: ${error.message} (${error.code})\n`)
    }
  }
  return refused === 0 ? exitCode.ok : exitCode.failed
}
