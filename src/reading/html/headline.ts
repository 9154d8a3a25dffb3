/**
 * A page's headline: the heading that its readers see, if it is the one that the page names to machines or the only one;
 * else what it names to machines. Outlets give search engines other words than readers, so some difference is allowed.
 */

import type { Span } from '../../text/span.ts'
import { headlineKey } from '../line-shape.ts'
import { trimSpan } from '../lines.ts'
import { type LocatedText, placeIn } from '../located-text.ts'
import { titlePublisher } from '../title-publisher.ts'
import { textOf } from './markup-tree.ts'
import { factsAbout, type PageFacts } from './page-facts.ts'
import { countWords, type TextBlock } from './text-blocks.ts'

/** A headline, where it stands, and the block that it is; the block is null when the page only names it to machines. */
export type Headline = {
  readonly text: string
  readonly span: Span
  readonly block: TextBlock | null
  /** A publisher that was glued to it. */
  readonly publisher: string | null
}

type Named = { readonly text: string; readonly key: string; readonly span: Span; readonly publisher: string | null }

const FEWEST_WORDS = 3
const LONGEST = 400
/** Two printings of one headline share at least this part of the shorter one's words. */
const LEAST_SHARED = 0.6
const SUFFIX = /^.*[|\-–—]\s+([^|]{2,40})$/u
/** A title before its last divider, behind which outlets that no list has put their names. */
const FRONT = /^(.+)\s+[|\-–—]\s+[^|]{2,40}$/u
const HEADING = /^h([1-6])$/
/** An outlet's name before a title, whose own divider parts them. */
const PREFIX = /^([^|]{2,40}?)\s+[|\-–—:]\s+(.+)$/u
const MOST_SITE_WORDS = 4
const MOST_SEAMS = 6

/** The headline of a page; null when neither a heading nor a machine's name for it can be found. */
export function headlineOf(blocks: readonly TextBlock[], facts: PageFacts): Headline | null {
  const named = namedHeadlines(facts)
  const keys = named.map((name) => name.key)
  const headings = blocks.filter((block) => levelOf(block) !== null && block.words > 0)
  const same = headings.find((block) => keys.includes(headlineKey(block.text)))
  const tops = headings.filter((block) => levelOf(block) === 1)
  const close = [...tops, ...headings.filter((block) => levelOf(block) === 2)].find((block) =>
    keys.some((key) => isClose(headlineKey(block.text), key)),
  )
  const long = tops.filter((block) => block.words >= FEWEST_WORDS && block.linkWords === 0)
  const only = named.length === 0 || !named.some((name) => countWords(name.text) >= FEWEST_WORDS) ? long[0] : undefined
  const block =
    same ??
    close ??
    only ??
    blocks.find((candidate) => candidate.text.length < LONGEST && keys.includes(headlineKey(candidate.text)))
  if (block !== undefined) return withTitle(fromBlock(block, keys), facts)
  const openings = new Set(
    blocks.map((candidate) => headlineKey(candidate.text.slice(0, LONGEST).split('\n')[0] ?? '')),
  )
  const machine = named.find((name) => openings.has(name.key)) ?? named[0]
  if (machine !== undefined) return withTitle({ ...machine, block: null }, facts)
  return long[0] === undefined ? null : fromBlock(long[0], keys)
}

/** What the page calls its article in JSON-LD, OpenGraph and its title, most trusted first. */
function namedHeadlines(facts: PageFacts): Named[] {
  const named: Named[] = []
  const sites = sitesIn(facts)
  const add = (text: string, span: Span, publisher: string | null): void => {
    if (text !== '') named.push({ text, key: headlineKey(text), span, publisher })
  }
  for (const article of facts.linked) {
    if (article.headline !== null) add(oneLine(article.headline.text), wholeOf(article.headline), null)
  }
  for (const fact of factsAbout(facts, 'TITLE')) {
    const { title, name } = parted(oneLine(fact.value), sites)
    add(title, fact.span, name)
  }
  if (facts.title === null) return named
  const title = textOf(facts.title)
  const whole = oneLine(title.text)
  const front = FRONT.exec(whole)?.[1] ?? ''
  const { title: words, name } = parted(whole, sites)
  add(words, placeOf(title, words), name)
  if (front !== words && countWords(front) >= FEWEST_WORDS) add(front, placeOf(title, front), null)
  const [, site, rest] = PREFIX.exec(whole) ?? []
  if (rest !== undefined && countWords(site ?? '') <= MOST_SITE_WORDS && countWords(rest) >= FEWEST_WORDS)
    add(rest, placeOf(title, rest), null)
  return named
}

/** What the page calls its outlet. */
function sitesIn(facts: PageFacts): ReadonlySet<string> {
  const names = [
    ...factsAbout(facts, 'SOURCE').map((fact) => fact.value),
    ...facts.linked.map((article) => article.publisher?.text ?? ''),
  ]
  return new Set(names.map(headlineKey).filter((key) => key !== ''))
}

/** The block's words without a publisher or a label at their ends: the page's names for its article tell them apart. */
function fromBlock(block: TextBlock, keys: readonly string[]): Headline {
  const text = block.text.replace(/\n/g, ' ')
  const named = pieceNamed(block, text, keys)
  const publisher = named === null ? titlePublisher(text, '') : null
  const span = trimSpan(text, named ?? publisher?.title ?? { start: 0, end: text.length })
  return {
    text: text.slice(span.start, span.end),
    span: placeIn(block, span),
    block,
    publisher: publisher?.name ?? null,
  }
}

/** The stretch of the block, between ends of its markup, that is what the page calls its article. */
function pieceNamed(block: TextBlock, text: string, keys: readonly string[]): Span | null {
  if (keys.includes(headlineKey(text))) return null
  const cuts = [0, ...block.seams.slice(0, MOST_SEAMS), text.length]
  for (const [index, start] of cuts.entries()) {
    for (const end of cuts.slice(index + 1).reverse()) {
      const key = headlineKey(text.slice(start, end))
      if (countWords(key) >= FEWEST_WORDS && keys.includes(key)) return { start, end }
    }
  }
  return null
}

/** What follows the headline in the page's title is the outlet's name. */
function withTitle(headline: Headline, facts: PageFacts): Headline {
  if (headline.publisher !== null || facts.title === null) return headline
  const title = textOf(facts.title).text.replace(/\s+/g, ' ').trim()
  const rest = title.startsWith(headline.text) ? SUFFIX.exec(title.slice(headline.text.length)) : null
  return { ...headline, publisher: rest?.[1] ?? null }
}

/** The rank of the heading that a block is; null when it is none. */
export function levelOf(block: TextBlock): number | null {
  for (let element = block.holder, steps = 0; steps < 4; steps++) {
    const level = HEADING.exec(element.name)?.[1]
    if (level !== undefined) return Number(level)
    if (element.parent === null) return null
    element = element.parent
  }
  return null
}

/** One holds the other, or they share most of their words. */
function isClose(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)]
  const fewest = Math.min(one.size, two.size)
  if (fewest < FEWEST_WORDS) return false
  let shared = 0
  for (const word of one) if (two.has(word)) shared += 1
  return shared >= LEAST_SHARED * fewest
}

function wordsOf(key: string): Set<string> {
  return new Set(key.split(' ').filter((word) => word !== ''))
}

/** A title without the publisher glued to its front or its end. */
function parted(line: string, sites: ReadonlySet<string>): { title: string; name: string | null } {
  const [, before, rest] = PREFIX.exec(line) ?? []
  if (before !== undefined && rest !== undefined && sites.has(headlineKey(before))) return { title: rest, name: before }
  const front = FRONT.exec(line)?.[1] ?? ''
  const behind = line.slice(front.length).replace(/^\s*[|\-–—]\s*/u, '')
  if (front !== '' && sites.has(headlineKey(behind))) return { title: front, name: behind }
  const publisher = titlePublisher(line, '')
  if (publisher === null) return { title: line, name: null }
  return { title: line.slice(publisher.title.start, publisher.title.end), name: publisher.name }
}

/** Where words stand in a text; the whole text where white space hides them. */
function placeOf(text: LocatedText, words: string): Span {
  const at = text.text.indexOf(words)
  return at < 0 ? wholeOf(text) : placeIn(text, { start: at, end: at + words.length })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function wholeOf(text: LocatedText): Span {
  return placeIn(text, { start: 0, end: text.text.length })
}
