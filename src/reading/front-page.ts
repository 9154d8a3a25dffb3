/**
 * A front page, or any page of links: many headlines, each alone or with one short summary, and no story. It yields its
 * headlines and a note, and no article is made out of it.
 */
import { furnitureOf, partKindOf } from './furniture.ts'
import { bulletLength, headlineKey, isParagraph } from './line-shape.ts'
import type { Line } from './lines.ts'
import type { PageDraft } from './page-draft.ts'
import { readStamp } from './stamps.ts'

const FEWEST_HEADLINES = 6
const FEWEST_HEADLINE_WORDS = 4
const MOST_SUMMARY_WORDS = 45
/** Fewer paragraphs than these, and one of them long, are a story under a list of headlines. */
const FEWEST_SUMMARIES = 3
const MOST_BLURB_WORDS = 20
const DATED: readonly string[] = ['PUBLICATION_DATE', 'BYLINE']

/** Reads the page when it is one; false, and nothing claimed, when it is not. */
export function readFrontPage(draft: PageDraft, lines: readonly Line[]): boolean {
  if (!isFrontPage(lines)) return false
  draft.note('NO_ARTICLE', 'The page is a list of headlines and holds no article of its own.')
  const known = new Set<string>()
  for (const line of lines) {
    const furniture = furnitureOf(line)
    const stamp = readStamp(line.text)
    if (stamp !== null) {
      draft.crawledAt ??= stamp.instant
      draft.claim(line, 'CRAWL_TIME')
    } else if (furniture !== null) {
      draft.claim(line, partKindOf(furniture.key))
    } else if (isParagraph(line)) draft.claim(line, 'ABSTRACT', draft.articles.at(-1) ?? null)
    else if (line.words < FEWEST_HEADLINE_WORDS) draft.claim(line, 'NAVIGATION')
    else claimHeadline(draft, line, known)
  }
  return true
}

function claimHeadline(draft: PageDraft, line: Line, known: Set<string>): void {
  const bullet = bulletLength(line.text)
  const span = { start: line.start + bullet, end: line.end }
  const headline = line.text.slice(bullet)
  const key = headlineKey(headline)
  draft.claim({ start: line.start, end: span.start }, 'RELATED_BULLET')
  if (known.has(key)) draft.claim(span, 'HEADLINE_REPEATED')
  else draft.claim(span, 'HEADLINE', draft.open('HEADLINE', headline, span.start))
  known.add(key)
}

/** No two paragraphs follow each other, none is long, none stands under a date of its own, and headlines outnumber them. */
function isFrontPage(lines: readonly Line[]): boolean {
  let headlines = 0
  let longest = 0
  let summaries = 0
  let before: 'HEADLINE' | 'PARAGRAPH' | 'DATED' | null = null
  for (const line of lines) {
    const furniture = furnitureOf(line)
    if (before === 'HEADLINE' && DATED.includes(furniture?.key ?? '')) before = 'DATED'
    if (furniture !== null || readStamp(line.text) !== null) continue
    if (isParagraph(line)) {
      if (before !== 'HEADLINE' || line.words > MOST_SUMMARY_WORDS) return false
      longest = Math.max(longest, line.words)
      summaries += 1
      before = 'PARAGRAPH'
    } else if (line.words >= FEWEST_HEADLINE_WORDS) {
      headlines += 1
      before = 'HEADLINE'
    }
  }
  if (summaries > 0 && summaries < FEWEST_SUMMARIES && longest > MOST_BLURB_WORDS) return false
  return headlines >= FEWEST_HEADLINES && headlines >= summaries
}
