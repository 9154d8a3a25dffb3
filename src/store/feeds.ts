import { feedId } from '../resolution/ids.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { withoutNul } from './write/rows.ts'

/** How the polling of a feed stands. GONE is polled no more. */
export type FeedStatus = 'NEW' | 'READ' | 'UNCHANGED' | 'FAILED' | 'GONE'

/** A feed that is polled. */
export type Feed = {
  /** UUID. */
  readonly id: string
  readonly url: string
  readonly title: string | null
  readonly siteUrl: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly addedAt: Date
  readonly polledAt: Date | null
  /** Null when it is polled no more. */
  readonly nextPollAt: Date | null
  readonly status: FeedStatus
  readonly errorCode: string | null
  readonly errorMessage: string | null
  /** Failed polls in a row. */
  readonly failures: number
  /** Between two polls that go well. */
  readonly intervalSeconds: number
}

/** What is known of a feed when it is added. */
export type NewFeed = Pick<Feed, 'url' | 'title' | 'siteUrl' | 'intervalSeconds'>

/** What a poll came to. */
export type Polled = {
  /** Where it is asked for from now on. */
  readonly url: string
  /** Null keeps what is known. */
  readonly title: string | null
  readonly siteUrl: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly status: Exclude<FeedStatus, 'NEW'>
  readonly error: { readonly code: string; readonly message: string } | null
  readonly failures: number
  /** Until the next poll; of no meaning for GONE. */
  readonly waitSeconds: number
}

const columns = Prisma.sql`
  id::text, url, title, site_url as "siteUrl", etag, last_modified as "lastModified", added_at as "addedAt",
  polled_at as "polledAt", next_poll_at as "nextPollAt", status, error_code as "errorCode",
  error_message as "errorMessage", failures, interval_seconds as "intervalSeconds"`

/** More feeds than anybody lists by hand. */
const mostFeeds = 10_000

/** How long a poll that is under way keeps others away: one whose process was killed is taken up again after that. */
const claimSeconds = 900

/**
 * Adds a feed, to be polled at once. One that is known, by the address that it was added by or by its present one, is left
 * alone, but one that was gone is polled again.
 */
export async function addFeed(
  db: PrismaClient,
  { url, title, siteUrl, intervalSeconds }: NewFeed,
): Promise<'ADDED' | 'KNOWN' | 'REVIVED'> {
  const added = await db.$executeRaw`
    insert into feed (id, url, title, site_url, added_at, next_poll_at, status, interval_seconds)
    values (${feedId(url)}::uuid, ${url}, ${withoutNul(title)}, ${withoutNul(siteUrl)}, now(), now(), 'NEW', ${intervalSeconds})
    on conflict do nothing`
  if (added > 0) return 'ADDED'
  const revived = await db.$executeRaw`
    update feed set status = 'NEW', next_poll_at = now(), failures = 0, error_code = null, error_message = null
    where (url = ${url} or id = ${feedId(url)}::uuid) and status = 'GONE'`
  return revived > 0 ? 'REVIVED' : 'KNOWN'
}

/** All feeds, by their addresses. */
export function listFeeds(db: PrismaClient): Promise<Feed[]> {
  return db.$queryRaw`
    select ${columns} from feed order by url collate "C" limit ${mostFeeds}`
}

/** Removes the feed of an address or id; what it brought stays. False when there is none. */
export async function removeFeed(db: PrismaClient, urlOrId: string): Promise<boolean> {
  const removed = await db.$executeRaw`
    delete from feed where url = ${urlOrId} or id = ${feedId(urlOrId)}::uuid or id::text = ${urlOrId.toLowerCase()}`
  return removed > 0
}

/** Ids of feeds to poll, the longest due first: those that are due, or all that are polled at all. */
export async function feedsToPoll(db: PrismaClient, which: 'DUE' | 'ALL'): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text from feed where next_poll_at <= now() or (${which === 'ALL'} and next_poll_at is not null)
    order by next_poll_at, id limit ${mostFeeds}`
  return rows.map(({ id }) => id)
}

/** Takes a feed up for polling; null when another process has it or it is polled no more. */
export async function claimFeed(db: PrismaClient, id: string, which: 'DUE' | 'ALL'): Promise<Feed | null> {
  const [feed] = await db.$queryRaw<Feed[]>`
    update feed set next_poll_at = now() + ${claimSeconds} * interval '1 second'
    where id = ${id}::uuid and (next_poll_at <= now() or (${which === 'ALL'} and next_poll_at is not null))
    returning ${columns}`
  return feed ?? null
}

/** Gives back a feed whose poll was stopped: it is due at once. */
export async function releaseFeed(db: PrismaClient, id: string): Promise<void> {
  await db.$executeRaw`update feed set next_poll_at = now() where id = ${id}::uuid and next_poll_at is not null`
}

/** Writes down what a poll came to. A feed that has moved to where another one is goes, as the other is polled already. */
export async function settleFeed(db: PrismaClient, id: string, polled: Polled): Promise<void> {
  const { url, title, siteUrl, etag, lastModified, status, error, failures, waitSeconds } = polled
  await db.$transaction([
    db.$executeRaw`delete from feed where id = ${id}::uuid and exists (
      select from feed other where other.url = ${url} and other.id <> ${id}::uuid)`,
    db.$executeRaw`
      update feed set url = ${url}, title = coalesce(${withoutNul(title)}, title),
        site_url = coalesce(${withoutNul(siteUrl)}, site_url), etag = ${etag}, last_modified = ${lastModified},
        polled_at = now(), status = ${status}, error_code = ${error?.code ?? null},
        error_message = ${withoutNul(error?.message ?? null)}, failures = ${failures},
        next_poll_at = case when ${status} = 'GONE' then null else now() + ${waitSeconds} * interval '1 second' end
      where id = ${id}::uuid`,
  ])
}
