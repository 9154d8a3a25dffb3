/**
 * The lines above a story: publisher, crawl stamp, printed date, the title and its repetition, bylines, buttons, and on
 * some pages some thirty headlines of other stories before the title.
 *
 * Which line is the title: the one that is printed twice; else, under a long list of headlines, the last before the
 * date or the story; else the first, unless it is a word or two over a longer line.
 */

import { claimHeaderLine, type HeaderLine, headerLine } from './header-lines.ts'
import { endsSentence, headlineKey, isHeadlineLike } from './line-shape.ts'
import type { Line } from './lines.ts'
import type { ArticleDraft, PageDraft } from './page-draft.ts'
import { titlePublisher } from './title-publisher.ts'

/** The title's article and the index of the line that the story begins with. */
export type Header = { readonly article: ArticleDraft; readonly next: number }

/** From so many headlines on, a page opens with a list of other stories. */
const FEWEST_LISTED = 8
const MOST_DECK_LINES = 1
const FEWEST_TITLE_WORDS = 3
/** A kicker or an outlet's name over the title has so few words, and the title twice as many. */
const MOST_KICKER_WORDS = 4
/** Limits of a title that does not look like one. */
const MOST_SENTENCE_TITLE_WORDS = 14
const MOST_TITLE_WORDS = 40
const DATED: readonly string[] = ['DATE', 'BYLINE', 'DATED_BYLINE']
/** From so many dates on, each headline of the list has its own. */
const FEWEST_DATES = 3

/** Reads the header. Every line before `next` is claimed. */
export function readHeader(draft: PageDraft, lines: readonly Line[]): Header {
  const header = lines.slice(0, headerEnd(lines)).map((line, index) => headerLine(line, index === 0))
  const title = titleIndex(header)
  const line = lines[title]
  const article = draft.open('MAIN', '', (line ?? lines[0])?.start ?? 0)
  if (line === undefined) {
    draft.note('NO_HEADLINE', 'The page has no line that could be its headline; it opens with a paragraph.')
  } else claimTitle(draft, article, line, lines[title + 1]?.text ?? '')
  return { article, next: claimHeader(draft, article, header, title, header.length === lines.length) }
}

/** Index of the first line that could only stand in a story. */
function headerEnd(lines: readonly Line[]): number {
  let opening = true
  for (const [index, line] of lines.entries()) {
    if (headerLine(line, index === 0).role !== 'CANDIDATE') continue
    if (!isHeadlineLike(line) && !(opening && isUnusualTitle(line, lines[index + 1]))) return index
    opening = false
  }
  return lines.length
}

/** A page's first line that is long for a title, or has a full stop, but stands alone over a much longer one. */
function isUnusualTitle(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.words < 1.5 * line.words) return false
  return line.words <= (endsSentence(line) ? MOST_SENTENCE_TITLE_WORDS : MOST_TITLE_WORDS)
}

function titleIndex(header: readonly HeaderLine[]): number {
  const candidates = [...header.entries()].filter(([, line]) => line.role === 'CANDIDATE')
  const titles = candidates.filter(([, { line }]) => line.words >= FEWEST_TITLE_WORDS).map(([index]) => index)
  const keys = titles.map((index) => headlineKey(header[index]?.line.text ?? ''))
  const repeated = titles.find((_, at) => keys.indexOf(keys[at] ?? '') < at)
  if (repeated !== undefined) return titles[keys.indexOf(headlineKey(header[repeated]?.line.text ?? ''))] ?? -1
  if (titles.length >= FEWEST_LISTED) {
    const date =
      datesIn(header) >= FEWEST_DATES
        ? -1
        : header.findIndex((line, index) => isDated(line) && titles.filter((at) => at < index).length >= FEWEST_LISTED)
    return titles.filter((index) => date < 0 || index < date).at(-1) ?? -1
  }
  const [first, second] = titles
  return (isKicker(header[first ?? -1], header[second ?? -1]) ? second : first) ?? candidates[0]?.[0] ?? -1
}

function datesIn(header: readonly HeaderLine[]): number {
  return header.filter((line) => line.role === 'DATE').length
}

function isKicker(first: HeaderLine | undefined, second: HeaderLine | undefined): boolean {
  if (first === undefined || second === undefined) return false
  return first.line.words <= MOST_KICKER_WORDS && second.line.words >= 2 * first.line.words
}

function isDated(header: HeaderLine): boolean {
  return DATED.includes(header.role) || ['PUBLICATION_DATE', 'BYLINE'].includes(header.furniture?.key ?? '')
}

function claimTitle(draft: PageDraft, article: ArticleDraft, line: Line, below: string): void {
  const publisher = titlePublisher(line.text, below)
  const start = line.start + (publisher?.title.start ?? 0)
  const end = line.start + (publisher?.title.end ?? line.text.length)
  article.headline = draft.text.slice(start, end)
  if (publisher !== null) article.source = { name: publisher.name, domain: null }
  draft.claim({ start: line.start, end: start }, 'PUBLISHER', article)
  draft.claim({ start, end }, 'HEADLINE', article)
  draft.claim({ start: end, end: line.end }, 'PUBLISHER', article)
}

/** Claims the lines around the title and says where the story begins; `whole`: the page has no longer lines than these. */
function claimHeader(
  draft: PageDraft,
  article: ArticleDraft,
  header: readonly HeaderLine[],
  title: number,
  whole: boolean,
): number {
  const key = headlineKey(article.headline)
  // The list ends at the title, or, on a page that begins with it, where it is printed again.
  const again = header.findLastIndex((line, index) => index > title && headlineKey(line.line.text) === key)
  const between = (from: number, to: number): boolean =>
    header.filter((line, index) => index > from && index < to && line.role === 'CANDIDATE').length >= FEWEST_LISTED - 1
  const listEnd = between(-1, title) ? title : between(title, again) ? again : -1
  const eachDated = datesIn(header.slice(0, Math.max(0, listEnd))) >= FEWEST_DATES
  const isStory = (line: HeaderLine, index: number): boolean =>
    index > title && line.role === 'CANDIDATE' && headlineKey(line.line.text) !== key
  const lastFurniture = header.findLastIndex((line, index) => index > title && !isStory(line, index))
  const loose = header.filter((line, index) => index > lastFurniture && isStory(line, index)).length
  for (const [index, line] of header.entries()) {
    if (index === title) continue
    if (index < listEnd && eachDated && line.role === 'DATE') draft.claim(line.line, 'PUBLICATION_DATE')
    else if (isStory(line, index) && index > listEnd) {
      // One short line under the title is its deck; several are the story itself, printed without full stops.
      const ends = index === header.length - 1 && lastFurniture > title
      if (whole || (index > lastFurniture && (loose > MOST_DECK_LINES || ends))) return index
      draft.claim(line.line, 'ABSTRACT', article)
    } else claimHeaderLine(draft, article, line, index < listEnd && line.line.words >= FEWEST_TITLE_WORDS)
  }
  return header.length
}
