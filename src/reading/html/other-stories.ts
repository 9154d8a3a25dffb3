/**
 * Whole other stories that a page holds below its own, as pages do that go on and on when one scrolls: each has a
 * heading of the same rank as the page's headline, in a box of its own with paragraphs, and is marked up as an article
 * or names its day or its author. They are articles embedded in the page's, and nothing in them is about that.
 */
import { headlineKey } from '../line-shape.ts'
import { type PageDraft, printDate } from '../page-draft.ts'
import { readDate } from '../printed-date.ts'
import { isCredit, lineOf, readCredit } from './header-blocks.ts'
import { levelOf } from './headline.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { MarkupElement } from './markup-tree.ts'
import { ancestors, proseWords, type Zones } from './page-zones.ts'
import { claimBlock, flow } from './story-blocks.ts'
import type { TextBlock } from './text-blocks.ts'

/** A story's heading and what lies in its box. */
export type OtherStory = { readonly heading: TextBlock; readonly blocks: readonly TextBlock[] }

const MOST_STORIES = 20
const FEWEST_HEADING_WORDS = 3
const FEWEST_PARAGRAPHS = 2
const FEWEST_WORDS = 30
/** Above the heading of a story stand a section and a picture's caption at most. */
const MOST_BEFORE = 4
const MOST_HEADER_BLOCKS = 10
const ARTICLE = /Article$|BlogPosting$/

/** The stories beside the one under `headline`, in page order. */
export function otherStories(blocks: readonly TextBlock[], zones: Zones, headline: TextBlock | null): OtherStory[] {
  const level = headline === null ? null : levelOf(headline)
  if (headline === null || level === null) return []
  const key = headlineKey(headline.text)
  const headings = blocks
    .slice(blocks.indexOf(headline) + 1)
    .filter(
      (block) => levelOf(block) === level && block.words >= FEWEST_HEADING_WORDS && headlineKey(block.text) !== key,
    )
    .slice(0, MOST_STORIES)
  if (headings.length === 0) return []
  const claimed = new Map<MarkupElement, number>()
  for (const heading of [headline, ...headings]) {
    for (const element of ancestors(heading.holder)) claimed.set(element, (claimed.get(element) ?? 0) + 1)
  }
  return headings.flatMap((heading) => {
    const story = storyUnder(heading, blocks, claimed)
    return story !== null && isStory(story, zones) ? [story] : []
  })
}

/** Reads a story into an article of its own; `linked` is what the page says of its articles in JSON-LD. */
export function readOtherStory(draft: PageDraft, story: OtherStory, linked: readonly LinkedArticle[]): void {
  const { heading } = story
  const article = draft.open('EMBEDDED', lineOf(heading).text, heading.offsets[0] ?? 0)
  claimBlock(draft, heading, 'HEADLINE', article)
  const below = story.blocks.slice(story.blocks.indexOf(heading) + 1)
  const first = Math.max(
    0,
    below.findIndex((block) => proseWords(block) > 0 && !isCredit(block)),
  )
  for (const block of below.slice(0, first)) {
    if (!readCredit(draft, article, block)) claimBlock(draft, block, 'NAVIGATION')
  }
  const key = headlineKey(article.headline)
  const same = linked.find((one) => one.headline !== null && headlineKey(one.headline.text) === key)
  const stated = same?.published == null ? null : readDate(same.published.text)
  if (stated !== null) printDate(draft, article, stated, 'METADATA', null)
  flow(
    { draft, article },
    below.slice(first).filter((block) => block.linkWords < block.words),
  )
}

/** The largest box that holds this heading and none of the others. */
function storyUnder(
  heading: TextBlock,
  blocks: readonly TextBlock[],
  claimed: ReadonlyMap<MarkupElement, number>,
): OtherStory | null {
  let box: MarkupElement | null = null
  for (const element of ancestors(heading.holder)) {
    if ((claimed.get(element) ?? 0) > 1) break
    box = element
  }
  if (box === null) return null
  const { start, end } = box
  return { heading, blocks: blocks.filter((block) => block.holder.start >= start && block.holder.end <= end) }
}

function isStory({ heading, blocks }: OtherStory, zones: Zones): boolean {
  const at = blocks.indexOf(heading)
  const prose = blocks.slice(at).filter((block) => proseWords(block) > 0 && zones.of(block.holder) === null)
  const words = prose.reduce((sum, block) => sum + proseWords(block), 0)
  if (at > MOST_BEFORE || prose.length < FEWEST_PARAGRAPHS || words < FEWEST_WORDS) return false
  return isMarked(heading) || blocks.slice(at + 1, at + 1 + MOST_HEADER_BLOCKS).some(isCredit)
}

function isMarked(heading: TextBlock): boolean {
  for (const element of ancestors(heading.holder)) {
    if (element.name === 'article' || ARTICLE.test(element.attributes['itemtype'] ?? '')) return true
  }
  return false
}
