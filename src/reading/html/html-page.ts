/**
 * The reader for HTML pages: a saved page or one that was fetched. The page's own words to machines say what it is about,
 * the markup says where its story lies, and the words of its lines what is no story.
 *
 * Readability was weighed and left: it moves the tree about, so that no letter knows its place afterwards, its time grows
 * with the square of a page's depth (2000 nested elements took it a minute), and its text runs paragraphs, captions and
 * "read also" together.
 */

import { furnitureOf } from '../furniture.ts'
import { headlineKey } from '../line-shape.ts'
import type { Page, RawDocument, Reader } from '../page.ts'
import { PageDraft } from '../page-draft.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { lineOf } from './header-blocks.ts'
import { headlineOf } from './headline.ts'
import type { LinkedArticle } from './json-ld.ts'
import { type MarkupElement, parseMarkup, textOf } from './markup-tree.ts'
import { otherStories, readOtherStory } from './other-stories.ts'
import { factsAbout, type PageFacts, pageFacts } from './page-facts.ts'
import { proseWords, type Zones, zonesOf } from './page-zones.ts'
import { stateArticle } from './state-article.ts'
import { flow, isLinkedHeadline, readStory } from './story-blocks.ts'
import { firstCard, isCardHeading } from './story-cards.ts'
import { addressIn, readCredits, readDates, readSource } from './story-facts.ts'
import { inside, storyRoot } from './story-root.ts'
import { type TextBlock, textBlocks } from './text-blocks.ts'

const OPENS = /^\s*(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i
const XHTML = /^\s*<\?xml[^>]*>\s*(?:<!doctype\s+html|<html)[\s>]/i
const XML = /^\s*<(?:\?xml|!doctype\s+(?!html)|nitf|newsml|newsmessage|newsitem)[\s>]/i
const TAG = /<\/?(?:a|article|br|div|h[1-6]|img|li|link|meta|p|script|section|span|table|td|ul)(?:\s[^<>]*)?\/?>/gi
const HEAD = 6000
const MOST_CHARACTERS = 16_000_000
const FEWEST_TAGS = 10
/** A page with so many linked headlines may be an index. */
const FEWEST_CARDS = 6
/** Without a paragraph beside them, fewer are enough. */
const FEWEST_CARDS_ALONE = 3
const FEWEST_HEADLINE_WORDS = 4
const FEWEST_LEAD_WORDS = 12
/** A front page may open with a story, but not with one so long. */
const MOST_FRONT_WORDS = 200
/** A page whose prose is less than this for each linked headline is made of the headlines. */
const FEWEST_WORDS_A_CARD = 2
/** A story with fewer words, on a page that is not free to read, is cut. */
const FEWEST_WORDS_FREE = 150
const LEAST_BODY = 1.5
/** A page that shows fewer words of prose may need its scripts to show the rest. */
const FEWEST_WORDS_SHOWN = 60
const FEWEST_WORDS_INSTEAD = 20
/** Among so many of its first lines such a page's headline may stand. */
const MOST_TITLES = 20

/** Reads HTML. */
export const htmlPage: Reader = {
  name: 'html-page',
  sniff: (text, raw) => {
    const head = text.slice(0, HEAD)
    if (OPENS.test(head) || XHTML.test(head)) return 0.9
    // Other XML may hold HTML's elements and is still something else: a wire format, a feed.
    if (!head.includes('<') || XML.test(head)) return 0
    const tags = head.match(TAG)?.length ?? 0
    const named = /html/i.test(`${raw.mediaType ?? ''} ${raw.filename ?? ''}`)
    return tags >= FEWEST_TAGS || (named && tags > 0) ? 0.85 : 0
  },
  read: readHtml,
}

function readHtml(text: string, raw: RawDocument): Page | Refusal {
  if (text.length > MOST_CHARACTERS) {
    return refuse(
      'DOCUMENT_TOO_LARGE',
      `The page is longer than ${MOST_CHARACTERS} characters, which no page of news is: send its text.`,
    )
  }
  const tree = parseMarkup(text, 'html')
  if (isRefusal(tree)) return tree
  const { blocks: all, facts } = contentOf(tree)
  if (all.length === 0 && facts.linked.every((article) => article.body === null)) {
    return refuse(
      'PAGE_WITHOUT_TEXT',
      'The page shows no text without running its scripts: save it from a browser, or send its text.',
    )
  }
  const draft = new PageDraft(text)
  for (const span of facts.brokenJson)
    draft.note('JSON_LD_BROKEN', 'The page describes itself in JSON-LD that cannot be read.', span)
  const headline = headlineOf(all, facts)
  const others = otherStories(all, zonesOf(all, headline?.block ?? null), headline?.block ?? null)
  const elsewhere = new Set(others.flatMap((story) => story.blocks))
  const blocks = all.filter((block) => !elsewhere.has(block))
  const zones = zonesOf(blocks, headline?.block ?? null)
  const root = storyRoot(blocks, zones)
  const linked = linkedOf(facts, headline?.text ?? '')
  const url = addressIn(facts, linked, raw.url)
  const box = root === null ? [] : inside(blocks, root)
  const whole = box.filter((block) => zones.of(block.holder) === null)
  const story = whole.slice(0, firstCard(whole))
  if (headline === null || isIndex({ facts, linked, headline: headline.block, story: whole, box, blocks, url }))
    return readIndex(draft, raw, blocks, zones, facts)

  const article = draft.open('MAIN', headline.text, headline.span.start)
  draft.claim(headline.span, 'HEADLINE', article)
  article.url = url
  readCredits(article, facts, linked)
  readSource(article, facts, linked, headline.publisher)
  const fromMachines = article.authors.length > 0
  const credited = article.authors
  readStory({ draft, article, blocks, zones, story, headline: headline.block, base: url })
  if (fromMachines) article.authors = credited
  for (const other of others) readOtherStory(draft, other, facts.linked)
  readDates(draft, article, facts, linked)
  takeLinkedBody(draft, article, linked)
  noteLimits(draft, article, linked, blocks)
  return draft.finish('text/html', raw.url, 'MARKUP')
}

/**
 * What a page shows and says of itself. Where it shows next to nothing, its text may lie in what scripts would show, or
 * in what is shown where they do not run.
 */
function contentOf(tree: MarkupElement): { blocks: TextBlock[]; facts: PageFacts } {
  const blocks = textBlocks(tree)
  const facts = pageFacts(tree)
  if (proseIn(blocks) >= FEWEST_WORDS_SHOWN || facts.linked.some((article) => article.body !== null))
    return { blocks, facts }
  const titles = [
    ...(facts.title === null ? [] : [textOf(facts.title).text]),
    ...factsAbout(facts, 'TITLE').map((fact) => fact.value),
    ...facts.linked.flatMap((article) => (article.headline === null ? [] : [article.headline.text])),
    ...blocks.slice(0, MOST_TITLES).map((block) => block.text),
  ]
  const state = stateArticle(tree, titles)
  if (state !== null) return { blocks, facts: { ...facts, linked: withState(facts.linked, state) } }
  const instead = textBlocks(tree, true)
  return { blocks: proseIn(instead) > FEWEST_WORDS_INSTEAD + proseIn(blocks) ? instead : blocks, facts }
}

/** Adds what scripts' data hold of an article to what JSON-LD says of it. */
function withState(linked: readonly LinkedArticle[], state: LinkedArticle): LinkedArticle[] {
  const key = headlineKey(state.headline?.text ?? '')
  const same = linked.find((article) => article.headline !== null && headlineKey(article.headline.text) === key)
  if (same === undefined) return [...linked, state]
  const filled: LinkedArticle = {
    ...same,
    body: state.body,
    published: same.published ?? state.published,
    updated: same.updated ?? state.updated,
    authors: same.authors.length > 0 ? same.authors : state.authors,
    keywords: same.keywords.length > 0 ? same.keywords : state.keywords,
  }
  return linked.map((article) => (article === same ? filled : article))
}

function proseIn(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + proseWords(block), 0)
}

/** The article of the page's JSON-LD that is the page's own. */
function linkedOf(facts: PageFacts, headline: string): LinkedArticle | null {
  const key = headlineKey(headline)
  const same = facts.linked.find((article) => article.headline !== null && headlineKey(article.headline.text) === key)
  return same ?? facts.linked.find((article) => article.published !== null) ?? facts.linked[0] ?? null
}

/**
 * A page of cards, each a linked headline with a line of prose at most, or one with no prose at all. A page that calls
 * itself an article is one, unless it is the outlet's front door.
 */
function isIndex(page: {
  facts: PageFacts
  linked: LinkedArticle | null
  headline: TextBlock | null
  story: readonly TextBlock[]
  /** All blocks that lie where the story does, furniture too. */
  box: readonly TextBlock[]
  blocks: readonly TextBlock[]
  url: string | null
}): boolean {
  const { facts, linked, story } = page
  const front = page.url !== null && URL.parse(page.url)?.pathname === '/'
  const type = factsAbout(facts, 'TYPE')[0]?.value.toLowerCase() ?? ''
  const dated = factsAbout(facts, 'DATE').some((fact) => fact.strong)
  if (!front && (type.includes('article') || linked?.headline != null || dated)) return false
  if (!front && leadsToProse(page.headline, page.blocks)) return false
  const paragraphs = story.filter((block) => proseWords(block) > 0)
  const loose = story.slice(0, firstCard(story)).some((block) => proseWords(block) > 0)
  if (!loose && page.blocks.filter(isLinkedHeadline).length >= FEWEST_CARDS_ALONE) return true
  const among = page.box.filter((block) => isLinkedHeadline(block) || isCardHeading(block)).length
  if (among >= FEWEST_CARDS && 2 * among > paragraphs.length) return true
  const words = paragraphs.reduce((sum, block) => sum + proseWords(block), 0)
  const cards = page.blocks.filter(isLinkedHeadline).length
  return cards >= FEWEST_CARDS && words < (front ? MOST_FRONT_WORDS : cards * FEWEST_WORDS_A_CARD)
}

/** A headline that is no link, with a paragraph under it before any card: a section's page has cards under its name. */
function leadsToProse(headline: TextBlock | null, blocks: readonly TextBlock[]): boolean {
  if (headline === null || headline.words < FEWEST_HEADLINE_WORDS || headline.linkWords > 0) return false
  for (const block of blocks.slice(blocks.indexOf(headline) + 1)) {
    if (isLinkedHeadline(block) || isCardHeading(block)) return false
    if (proseWords(block) >= FEWEST_LEAD_WORDS) return true
  }
  return false
}

function readIndex(
  draft: PageDraft,
  raw: RawDocument,
  blocks: readonly TextBlock[],
  zones: Zones,
  facts: PageFacts,
): Page {
  draft.note('NO_ARTICLE', 'The page is a list of headlines and holds no article of its own.')
  const article = draft.open('MAIN', '', 0)
  readStory({ draft, article, blocks, zones, story: [], headline: null, base: addressIn(facts, null, raw.url) })
  draft.articles.splice(draft.articles.indexOf(article), 1)
  return draft.finish('text/html', raw.url, 'MARKUP')
}

/** Where scripts would have shown the story, its text stands in JSON-LD alone. */
function takeLinkedBody(draft: PageDraft, article: { text: string }, linked: LinkedArticle | null): void {
  const body = linked?.body ?? null
  if (body === null || body.text.trim().length < LEAST_BODY * article.text.length) return
  const other = draft.articles.find((candidate) => candidate === article)
  if (other === undefined) return
  if (other.text !== '')
    draft.note('BODY_FROM_METADATA', 'The page shows less of the text than its JSON-LD holds; that was read.')
  other.text = ''
  flow({ draft, article: other }, [{ ...body, offsets: body.offsets }])
}

function noteLimits(
  draft: PageDraft,
  article: { text: string },
  linked: LinkedArticle | null,
  blocks: readonly TextBlock[],
): void {
  const words = article.text.split(/\s+/).length
  if (article.text === '') draft.note('NO_TEXT', 'The page has a headline and no text under it.')
  else if (words < FEWEST_WORDS_FREE && draft.notes.every((note) => note.code !== 'PAYWALL')) {
    if (linked?.free === false || blocks.some((block) => furnitureOf(lineOf(block))?.key === 'PAYWALL'))
      draft.note('PAYWALL', 'The page is not free to read and holds only the beginning of its text.')
  }
}
