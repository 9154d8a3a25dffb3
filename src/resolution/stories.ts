/**
 * Which articles tell one story: copies, near copies, and those that report the same occurrence at the same time.
 * Precision first: a missed link shows one story as two, a wrong one buries an article in another's story.
 */
import type { ArticleKind } from '../reading/page.ts'
import { daysBetween, NO_DAY } from './days.ts'
import { storyId } from './ids.ts'
import { isNearCopy, textKey } from './text-key.ts'

/** What linking needs to know of an article. */
export type StoryArticle = {
  readonly id: string
  readonly kind: ArticleKind
  readonly headline: string
  readonly language: string
  readonly publishedOn: string | null
  readonly textKey: string
  readonly simhash: bigint | null
  /** Of its reports; ids of `EventRow`. */
  readonly eventIds: readonly string[]
}

export type StoryReason = 'COPY' | 'NEAR_COPY' | 'SHARED_EVENT'

/** `fromId` is the smaller id. */
export type StoryLinkRow = { readonly fromId: string; readonly toId: string; readonly reason: StoryReason }

export type StoryRow = {
  readonly id: string
  /** Of its first article. */
  readonly headline: string
  readonly firstPublishedOn: string | null
  readonly lastPublishedOn: string | null
  readonly sortOn: string
  /** First published first. */
  readonly articleIds: readonly string[]
}

const NEAR_DAYS = 14
const EVENT_DAYS = 3
/** A shorter headline ("عاجل", "رياضة") may stand over anything. */
const FEWEST_HEADLINE_WORDS = 4

/** Why two articles belong to one story; null when they don't. Free of order. */
export function linkArticles(a: StoryArticle, b: StoryArticle): StoryReason | null {
  if (a.id === b.id) return null
  if (a.textKey === b.textKey && (a.simhash !== null || isTelling(a.headline))) return 'COPY'
  const days = daysApart(a, b)
  if (a.kind === 'HEADLINE' || b.kind === 'HEADLINE') {
    // A related headline points to the article under it.
    const same = isTelling(a.headline) && textKey(a.headline, '') === textKey(b.headline, '')
    return same && (days === null || days <= NEAR_DAYS) ? 'COPY' : null
  }
  if (a.simhash !== null && b.simhash !== null && isNearCopy(a.simhash, b.simhash)) {
    if (days === null || days <= NEAR_DAYS) return 'NEAR_COPY'
  }
  const shared = a.eventIds.some((id) => b.eventIds.includes(id))
  return shared && days !== null && days <= EVENT_DAYS ? 'SHARED_EVENT' : null
}

/** The link between two articles, if any, as it is stored. */
export function storyLink(a: StoryArticle, b: StoryArticle): StoryLinkRow | null {
  const reason = linkArticles(a, b)
  if (reason === null) return null
  return a.id < b.id ? { fromId: a.id, toId: b.id, reason } : { fromId: b.id, toId: a.id, reason }
}

/** Stories of two or more articles: what the links connect, sorted by id. Links to articles not given are passed over. */
export function gatherStories(articles: readonly StoryArticle[], links: readonly StoryLinkRow[]): StoryRow[] {
  const parents = new Map(articles.map(({ id }) => [id, id]))
  for (const { fromId, toId } of links) {
    if (!parents.has(fromId) || !parents.has(toId)) continue
    const [a, b] = [rootOf(parents, fromId), rootOf(parents, toId)].sort()
    if (a !== undefined && b !== undefined) parents.set(b, a)
  }
  const members = new Map<string, StoryArticle[]>()
  for (const article of [...articles].sort(byPublication)) {
    const root = rootOf(parents, article.id)
    members.set(root, [...(members.get(root) ?? []), article])
  }
  return [...members.values()]
    .filter((story) => story.length > 1)
    .flatMap(storyOf)
    .sort((a, b) => compare(a.id, b.id))
}

function storyOf(articles: readonly StoryArticle[]): StoryRow[] {
  const [first] = articles
  if (first === undefined) return []
  const days = articles.flatMap(({ publishedOn }) => (publishedOn === null ? [] : [publishedOn])).sort()
  const lastPublishedOn = days.at(-1) ?? null
  return [
    {
      id: storyId(first.id),
      headline: first.headline,
      firstPublishedOn: days[0] ?? null,
      lastPublishedOn,
      sortOn: lastPublishedOn ?? NO_DAY,
      articleIds: articles.map(({ id }) => id),
    },
  ]
}

function rootOf(parents: Map<string, string>, id: string): string {
  let root = id
  for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
  parents.set(id, root)
  return root
}

function daysApart(a: StoryArticle, b: StoryArticle): number | null {
  if (a.publishedOn === null || b.publishedOn === null) return null
  return Math.abs(daysBetween(a.publishedOn, b.publishedOn))
}

function isTelling(headline: string): boolean {
  return headline.trim().split(/\s+/u).length >= FEWEST_HEADLINE_WORDS
}

/** Whole articles before bare headlines, dated before undated, then by day. */
function byPublication(a: StoryArticle, b: StoryArticle): number {
  const rank = (article: StoryArticle) => (article.kind === 'HEADLINE' ? '1' : '0') + (article.publishedOn ?? '9999')
  return compare(rank(a), rank(b)) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
