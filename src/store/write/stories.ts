import {
  gatherStories,
  type StoryArticle,
  type StoryLinkRow,
  type StoryReason,
  type StoryRow,
  storyLink,
} from '../../resolution/stories.ts'
import { Prisma } from '../generated/client.ts'
import { idsOf, uniqueBy } from './rows.ts'
import type { Transaction } from './transaction.ts'

type StoredArticle = Omit<StoryArticle, 'simhash'> & {
  readonly simhash: string | null
  readonly storyId: string | null
}

/** No link reaches further; `linkArticles` decides within. */
const reachInDays = 14

/** SimHashes that differ in few bits agree in one of these bands, each with its index: shift, mask. */
const bands = [
  [55, 511],
  [46, 511],
  [37, 511],
  [28, 511],
  [19, 511],
  [10, 511],
  [0, 1023],
] as const

/**
 * Links some articles anew to all that tell the same, and gathers the stories that this bears on; superseded ones belong
 * to none. Only in one's turn.
 * @param articleIds new articles, and those whose events changed or that another version superseded
 * @param storyIds stories that lost an article
 */
export async function relinkStories(
  tx: Transaction,
  articleIds: readonly string[],
  storyIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(articleIds)]
  await tx.$executeRaw`delete from story_link where from_id = any(${ids}::uuid[]) or to_id = any(${ids}::uuid[])`
  const pairs = await readCandidates(tx, ids)
  const near = await readArticles(tx, Prisma.sql`a.id = any(${[...ids, ...pairs.map(({ other }) => other)]}::uuid[])`)
  const links = linksOf(pairs, near)
  await writeLinks(tx, links)
  const linked = new Set([...ids, ...links.flatMap(({ fromId, toId }) => [fromId, toId])])
  const before = new Set([...storyIds, ...near.flatMap(({ id, storyId }) => (linked.has(id) ? (storyId ?? []) : []))])
  const members = await readArticles(
    tx,
    Prisma.sql`a.id = any(${[...linked]}::uuid[]) or a.story_id = any(${[...before]}::uuid[])`,
  )
  const stories = gatherStories(members.map(storyArticle), await readLinks(tx, idsOf(members)))
  await writeStories(tx, stories, idsOf(members), [...before])
}

function linksOf(pairs: readonly { id: string; other: string }[], articles: readonly StoredArticle[]): StoryLinkRow[] {
  const byId = new Map(articles.map((article) => [article.id, storyArticle(article)]))
  const links = pairs.flatMap(({ id, other }) => {
    const [a, b] = [byId.get(id), byId.get(other)]
    return (a && b && storyLink(a, b)) ?? []
  })
  return uniqueBy(links, ({ fromId, toId }) => `${fromId} ${toId}`)
}

/** Pairs that may be linked: the same words, the same headline as a bare one, nearly the same words, the same event. */
function readCandidates(tx: Transaction, ids: readonly string[]): Promise<{ id: string; other: string }[]> {
  const inReach = Prisma.sql`(
    c.sort_on between t.sort_on - ${reachInDays}::int and t.sort_on + ${reachInDays}::int
    or c.published_on is null or t.published_on is null)`
  const agreement = bands.map(
    ([shift, mask]) => Prisma.sql`
      select t.id, c.id from t join article c
        on ((c.simhash >> ${Prisma.raw(String(shift))}) & ${Prisma.raw(String(mask))})
         = ((t.simhash >> ${Prisma.raw(String(shift))}) & ${Prisma.raw(String(mask))})
      where c.simhash is not null and t.simhash is not null and not c.superseded and ${inReach}`,
  )
  return tx.$queryRaw`
    with t as (
      select id, kind, sort_on, published_on, text_key, headline_key, simhash
      from article where id = any(${ids}::uuid[]) and not superseded
    ), pair(id, other) as (
      select t.id, c.id from t join article c on c.text_key = t.text_key and not c.superseded
      union
      select t.id, c.id from t join article c on c.headline_key = t.headline_key
      where 'HEADLINE' in (t.kind, c.kind) and not c.superseded and ${inReach}
      union
      ${Prisma.join(agreement, ' union ')}
      union
      select t.id, c.id from t
        join event_report r on r.article_id = t.id
        join event_report o on o.event_id = r.event_id
        join article c on c.id = o.article_id
      where t.published_on is not null and ${inReach}
    )
    select id::text, other::text from pair where id <> other`
}

function readArticles(tx: Transaction, where: Prisma.Sql): Promise<StoredArticle[]> {
  return tx.$queryRaw`
    select
      a.id::text, a.kind::text, a.headline, a.language, a.published_on::text as "publishedOn", a.text_key as "textKey",
      a.simhash::text, a.story_id::text as "storyId",
      array(
        select distinct r.event_id::text from event_report r
        where r.article_id = a.id and r.event_id is not null order by 1) as "eventIds"
    from article a where ${where}`
}

async function readLinks(tx: Transaction, ids: readonly string[]): Promise<StoryLinkRow[]> {
  return tx.$queryRaw<{ fromId: string; toId: string; reason: StoryReason }[]>`
    select from_id::text as "fromId", to_id::text as "toId", reason from story_link where from_id = any(${ids}::uuid[])`
}

async function writeLinks(tx: Transaction, rows: readonly StoryLinkRow[]): Promise<void> {
  await tx.$executeRaw`
    insert into story_link (from_id, to_id, reason)
    select * from unnest(
      ${rows.map((row) => row.fromId)}::uuid[], ${rows.map((row) => row.toId)}::uuid[],
      ${rows.map((row) => row.reason)}::text[])
    on conflict (from_id, to_id) do update set reason = excluded.reason`
}

async function writeStories(
  tx: Transaction,
  stories: readonly StoryRow[],
  memberIds: readonly string[],
  before: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    insert into story (id, headline, first_published_on, last_published_on, article_count, sort_on)
    select * from unnest(
      ${idsOf(stories)}::uuid[], ${stories.map((row) => row.headline)}::text[],
      ${stories.map((row) => row.firstPublishedOn)}::date[], ${stories.map((row) => row.lastPublishedOn)}::date[],
      ${stories.map((row) => row.articleIds.length)}::int[], ${stories.map((row) => row.sortOn)}::date[])
    on conflict (id) do update set
      headline = excluded.headline, first_published_on = excluded.first_published_on,
      last_published_on = excluded.last_published_on, article_count = excluded.article_count, sort_on = excluded.sort_on
    where story.* is distinct from excluded.*`
  const told = stories.flatMap(({ id, articleIds }) => articleIds.map((articleId) => ({ id, articleId })))
  await tx.$executeRaw`
    update article a set story_id = n.story_id
    from unnest(${memberIds}::uuid[]) m(id)
    left join unnest(${told.map((row) => row.articleId)}::uuid[], ${idsOf(told)}::uuid[]) n(article_id, story_id)
      on n.article_id = m.id
    where a.id = m.id and a.story_id is distinct from n.story_id`
  await tx.$executeRaw`
    delete from story where id = any(${before}::uuid[]) and id <> all(${idsOf(stories)}::uuid[])`
}

function storyArticle({ simhash, storyId: _, ...article }: StoredArticle): StoryArticle {
  return { ...article, simhash: simhash === null ? null : BigInt(simhash) }
}
