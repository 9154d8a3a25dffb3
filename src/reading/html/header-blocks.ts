/**
 * What stands around a headline: dates, bylines and labels, alone or several in one line, each in an element of its own
 * ("By Sara Smith | March 18 at 7:05 PM").
 */
import { readByline } from '../credits.ts'
import { furnitureOf } from '../furniture.ts'
import { claimHeaderLine, type HeaderLine, headerLine } from '../header-lines.ts'
import { type Line, lineAt } from '../lines.ts'
import { placeIn } from '../located-text.ts'
import type { ArticleDraft, PageDraft } from '../page-draft.ts'
import { readDate } from '../printed-date.ts'
import type { TextBlock } from './text-blocks.ts'

const DIVIDER = /\s*[|•·\n]\s*/gu
const MOST_WORDS = 30
const MOST_DATED_WORDS = 14
const CREDITS: readonly string[] = ['DATE', 'STAMP', 'BYLINE', 'DATED_BYLINE']
/** What may be several lines in one block. */
const DIVISIBLE: readonly string[] = ['FURNITURE', 'DATED_BYLINE']
const LABELS: readonly string[] = ['PUBLICATION_DATE', 'UPDATE_DATE', 'BYLINE']

/** A block as one line that stands in the document. */
export function lineOf(block: TextBlock): Line {
  return piece(block, 0, block.text.length)
}

/** True for a block that dates an article or names its authors, wherever it stands. */
export function isCredit(block: TextBlock): boolean {
  return block.words <= MOST_WORDS && linesOf(block).some((header) => isCreditLine(header))
}

/** Reads a block that is a date, a byline, a label or several of them; false, and nothing claimed, when it is none. */
export function readCredit(draft: PageDraft, article: ArticleDraft, block: TextBlock): boolean {
  if (block.words > MOST_WORDS) return false
  const lines = linesOf(block)
  if (!lines.some((header) => header.role !== 'CANDIDATE')) return readLooseDate(draft, article, block)
  for (const header of lines) claimHeaderLine(draft, article, header, false)
  return true
}

/** A day among words that no list knows; a day of change is none of publication. */
function readLooseDate(draft: PageDraft, article: ArticleDraft, block: TextBlock): boolean {
  if (block.words > MOST_DATED_WORDS) return false
  const date =
    readDate(block.text) ??
    stretches(block)
      .map((text) => readDate(text))
      .find((found) => found !== null)
  if (date == null) return false
  article.publishedOn ??= date.day
  article.publishedAt ??= date.instant
  article.dateBasis ??= 'PAGE'
  for (const author of stretches(block).flatMap((text) => readByline(text)?.authors ?? [])) {
    if (!article.authors.includes(author)) article.authors.push(author)
  }
  draft.claim(lineOf(block), 'PUBLICATION_DATE', article)
  return true
}

/** The block as one line, or, where it is none that is known, as the lines that its markup divides it into. */
function linesOf(block: TextBlock): HeaderLine[] {
  const whole = headerLine(lineOf(block), false)
  if (whole.role !== 'CANDIDATE' && (!DIVISIBLE.includes(whole.role) || block.seams.length === 0)) return [whole]
  const byline = furnitureOf(whole.line)?.key === 'BYLINE' ? bylineIn(block) : null
  if (byline !== null) return byline
  const cuts = new Set(block.seams)
  for (const divider of block.text.matchAll(DIVIDER)) cuts.add(divider.index).add(divider.index + divider[0].length)
  const ends = [...cuts, block.text.length].sort((a, b) => a - b)
  const lines: HeaderLine[] = []
  let start = 0
  for (const end of ends) {
    const line = piece(block, start, end)
    if (line.words > 0) lines.push(headerLine(line, false))
    start = end
  }
  const known = lines.filter((header) => header.role !== 'CANDIDATE')
  // A label in an element of its own, its value in the next: the whole says more than the two.
  return known.some(isCreditLine) && (whole.role === 'CANDIDATE' || known.length > 1) ? lines : [whole]
}

/** A byline that fills the block up to one of its seams, and what follows it: "By Sara Smith March 18 at 7:05 PM". */
function bylineIn(block: TextBlock): HeaderLine[] | null {
  const cut = block.seams.findLast((seam) => (readByline(piece(block, 0, seam).text)?.authors.length ?? 0) > 0)
  if (cut === undefined || readByline(block.text) !== null) return null
  return [piece(block, 0, cut), piece(block, cut, block.text.length)].map((line) => headerLine(line, false))
}

/** The stretches between the block's seams and dividers. */
function stretches(block: TextBlock): string[] {
  return block.text.split(/\s+[|•·–-]\s*|\n/u).filter((text) => text !== '')
}

function isCreditLine(header: HeaderLine): boolean {
  return CREDITS.includes(header.role) || LABELS.includes(header.furniture?.key ?? '')
}

function piece(block: TextBlock, from: number, to: number): Line {
  const line = lineAt(block.text.replace(/\n/g, ' '), { start: from, end: to }, true)
  return { ...line, ...placeIn(block, line) }
}
