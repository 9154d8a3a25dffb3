/**
 * Walks a page's blocks in order and says what each is for. Blocks of the story become the lines of a flow, as if they
 * were crawled text, so that one set of rules knows "read also", source lines and tags by their words, whatever the
 * format; what the markup itself shows to be furniture never gets there.
 */

import type { Span } from '../../text/span.ts'
import { readFlow } from '../article-flow.ts'
import { furnitureOf } from '../furniture.ts'
import { headerLine } from '../header-lines.ts'
import { headlineKey, isHeadlineLike } from '../line-shape.ts'
import { lineAt, splitLines } from '../lines.ts'
import { joinLocated, type LocatedText, placeIn } from '../located-text.ts'
import type { PartKind } from '../page.ts'
import type { ArticleDraft, PageDraft } from '../page-draft.ts'
import { isTimeLine } from '../printed-date.ts'
import { isCredit, lineOf, readCredit } from './header-blocks.ts'
import type { MarkupElement } from './markup-tree.ts'
import { isHeading, proseWords, type Zones } from './page-zones.ts'
import { pullQuotes } from './pull-quotes.ts'
import { isCardHeading } from './story-cards.ts'
import type { BlockLink, TextBlock } from './text-blocks.ts'

/** What is known of a page before its blocks are walked. */
export type StoryPage = {
  readonly draft: PageDraft
  readonly article: ArticleDraft
  readonly blocks: readonly TextBlock[]
  readonly zones: Zones
  /** Blocks that stand in the story's box; none on a page without a story. */
  readonly story: readonly TextBlock[]
  readonly headline: TextBlock | null
  /** The address that links are relative to. */
  readonly base: string | null
}

const FEWEST_HEADLINE_WORDS = 4
const MOST_HEADLINES = 60
const MOST_KEY_WORDS = 60
/** A block whose words are links to this share is a link, not a sentence with one. */
const LINKED = 0.8
/** Above a story without a headline of its own. */
const MOST_HEADER_BLOCKS = 11
const FEWEST_TAIL_WORDS = 8
const MOST_MOMENT_WORDS = 6
const STOP = /[.؟!۔…»”")\]]$/u
const BREAK = '\n\n'
const NO_PAGE = /^\s*(?:#|(?:javascript|mailto|tel|sms|whatsapp|tg|fb-messenger):)/i

/** Reads all blocks of a page into its draft. */
export function readStory(page: StoryPage): void {
  const story = new Set(page.story)
  const first = firstOf(page, story)
  const header = headerStart(page, first)
  const last = page.blocks.findLastIndex((block) => story.has(block) && isProse(page, block))
  const known = new Set([headlineKey(page.article.headline)])
  const linked = new Set(page.blocks.filter(isLinkedHeadline).map((block) => keyOf(block)))
  const lines: TextBlock[] = []
  const quotes = pullQuotes(page.story)
  const headline = headlineKey(page.article.headline)
  for (const [index, block] of page.blocks.entries()) {
    const key = keyOf(block)
    const zone = page.zones.of(block.holder)
    if (block === page.headline) continue
    if (key !== '' && key === headline) claim(page, block, 'HEADLINE_REPEATED', page.article)
    else if (linked.has(key) && !isLinkedHeadline(block)) claim(page, block, 'HEADLINE_REPEATED')
    else if (quotes.has(block)) claim(page, block, 'CAPTION', page.article)
    else if (zone === null && story.has(block) && index >= first && isText(block, index > last)) lines.push(block)
    else if (zone === null && index < first && index >= header) readHeaderBlock(page, block)
    else if (index < first && index >= header && isCredit(block)) readHeaderBlock(page, block)
    else if (
      (isLinkedHeadline(block) || isCardHeading(block)) &&
      zone !== 'NAVIGATION' &&
      zone !== 'FOOTER' &&
      zone !== 'KEYWORDS'
    )
      openHeadline(page, block, known)
    else readZone(page, block, zone)
  }
  flow(page, lines)
  addressHeadlines(page)
}

/** Reads blocks of a story that has no page around it. */
export function flow(page: Pick<StoryPage, 'draft' | 'article'>, blocks: readonly LocatedText[]): void {
  const joined = joinLocated(blocks, BREAK)
  const lines = splitLines(joined.text)
  readFlow({ ...page, text: joined.text, lines, place: (span: Span) => placeIn(joined, span) }, 0)
}

/** Index of the first block of prose in the story, behind the headline where that stands in it, too. */
function firstOf(page: StoryPage, story: ReadonlySet<TextBlock>): number {
  const headline = page.headline === null ? -1 : page.blocks.indexOf(page.headline)
  const first = page.blocks.findIndex((block, index) => index > headline && story.has(block) && isProse(page, block))
  if (first >= 0) return first
  const any = page.blocks.findIndex((block) => story.has(block) && isProse(page, block))
  return any < 0 ? page.blocks.length : any
}

function isProse(page: StoryPage, block: TextBlock): boolean {
  if (proseWords(block) === 0 || page.zones.of(block.holder) !== null) return false
  const role = headerLine(lineOf(block), false).role
  return role === 'CANDIDATE'
}

/**
 * A block of the story that is no mere link, unless that calls itself "read also", and no time of day beside an entry;
 * behind the last paragraph a few words are a label, not a sentence.
 */
function isText(block: TextBlock, behind: boolean): boolean {
  if (block.words > 0 && block.linkWords >= LINKED * block.words) return furnitureOf(lineOf(block))?.key === 'READ_ALSO'
  if (isMoment(block)) return false
  return (
    !behind ||
    (!isHeading(block) && (block.words >= FEWEST_TAIL_WORDS || STOP.test(block.text) || /[:：]/.test(block.text)))
  )
}

/** A time of day, or how long ago, alone: between the entries of a page that is written as things happen. */
function isMoment(block: TextBlock): boolean {
  if (block.words > MOST_MOMENT_WORDS) return false
  return isInTime(block.holder) || isTimeLine(lineOf(block))
}

function isInTime(element: MarkupElement): boolean {
  return element.name === 'time' || element.parent?.name === 'time'
}

/** What a block has in common with other printings of it; nothing where it is too long to be a headline. */
function keyOf(block: TextBlock): string {
  return block.words > MOST_KEY_WORDS ? '' : headlineKey(block.text)
}

/** Between the headline and the first paragraph stand the date, the byline and the deck. */
function headerStart(page: StoryPage, first: number): number {
  if (page.story.length === 0) return page.blocks.length
  const headline = page.headline === null ? -1 : page.blocks.indexOf(page.headline)
  return headline >= 0 ? headline + 1 : first - MOST_HEADER_BLOCKS
}

function readHeaderBlock(page: StoryPage, block: TextBlock): void {
  if (readCredit(page.draft, page.article, block)) return
  const prose = proseWords(block) > 0
  const author = page.article.authors.includes(block.text)
  claim(page, block, author ? 'BYLINE' : prose ? 'ABSTRACT' : 'NAVIGATION', author || prose ? page.article : null)
}

function readZone(page: StoryPage, block: TextBlock, zone: PartKind | null): void {
  if ((zone === 'PUBLICATION_DATE' || zone === 'BYLINE') && readCredit(page.draft, page.article, block)) return
  const summary = page.story.length === 0 && zone === null && proseWords(block) > 0
  if (summary) claim(page, block, 'ABSTRACT', page.draft.articles.at(-1) ?? null)
  else claim(page, block, zone ?? 'NAVIGATION', zone === 'CAPTION' || zone === 'KEYWORDS' ? page.article : null)
}

/** A link that is a block of its own and reads like a headline. */
export function isLinkedHeadline(block: TextBlock): boolean {
  if (block.links.length !== 1 || block.linkWords < LINKED * block.words) return false
  const line = lineOf(block)
  if (line.words < FEWEST_HEADLINE_WORDS || !isHeadlineLike(line)) return false
  return headerLine(line, false).role === 'CANDIDATE' && line.text.split(' ').length >= FEWEST_HEADLINE_WORDS - 1
}

/** Gives headlines that were known by their words the addresses that they lead to. */
function addressHeadlines(page: StoryPage): void {
  const links = new Map<string, string>()
  for (const block of page.blocks) {
    for (const link of block.links) {
      for (const words of [block.text.slice(link.start, link.end), unlabelled(block, link)]) {
        const key = headlineKey(words)
        if (!links.has(key)) links.set(key, link.href)
      }
    }
  }
  for (const article of page.draft.articles) {
    const href = article.kind === 'HEADLINE' ? links.get(headlineKey(article.headline)) : undefined
    if (href !== undefined) article.url ??= addressOf(href, page.base)
  }
}

/** A link's words behind the "read also" that it begins with. */
function unlabelled(block: TextBlock, link: BlockLink): string {
  const line = lineAt(block.text, link, false)
  const value = furnitureOf(line)?.value ?? null
  return value === null ? line.text : line.text.slice(value.start, value.end)
}

function openHeadline(page: StoryPage, block: TextBlock, known: Set<string>): void {
  const key = keyOf(block)
  const href = block.links[0]?.href ?? ''
  const leaves = !leadsOn(href, page.base)
  if (known.has(key)) claim(page, block, 'HEADLINE_REPEATED')
  else if (known.size > MOST_HEADLINES || leaves) claim(page, block, 'NAVIGATION')
  if (known.has(key) || known.size > MOST_HEADLINES || leaves) return
  known.add(key)
  const article = page.draft.open('HEADLINE', block.text, block.offsets[0] ?? 0)
  article.url = addressOf(href, page.base)
  claim(page, block, 'HEADLINE', article)
}

/** Whether a link leads to another page of the same outlet: not within the page, to a program or to another site. */
function leadsOn(href: string, base: string | null): boolean {
  if (NO_PAGE.test(href)) return false
  const url = addressOf(href, base)
  return url === null || base === null || siteOf(url) === siteOf(base)
}

/** A host's last two names: those before them are sections of one house. */
function siteOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').split('.').slice(-2).join('.')
}

/** An address as it stands in a link, made whole; null when it leads to no page. */
export function addressOf(href: string, base: string | null): string | null {
  const url = URL.parse(href.trim(), base ?? undefined)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

function claim(page: StoryPage, block: TextBlock, kind: PartKind, article: ArticleDraft | null = null): void {
  claimBlock(page.draft, block, kind, article)
}

/** Says what a whole block is for. */
export function claimBlock(
  draft: PageDraft,
  block: TextBlock,
  kind: PartKind,
  article: ArticleDraft | null = null,
): void {
  draft.claim(placeIn(block, { start: 0, end: block.text.length }), kind, article)
}
