/** Lines above a story one by one: what each could be, and what a page learns from it once that is settled. */
import { creditRole } from './credit-names.ts'
import { readByline, sourceName } from './credits.ts'
import { type Furniture, furnitureOf, partKindOf } from './furniture.ts'
import { bulletLength, headlineKey } from './line-shape.ts'
import { type Line, lineAt } from './lines.ts'
import { type ArticleDraft, nameSource, type PageDraft, printDate } from './page-draft.ts'
import { isDateLine, readDate } from './printed-date.ts'
import { readStamp } from './stamps.ts'

/** What a line is before the title is known. A CANDIDATE may be the title, a deck, a button or another headline. */
type HeaderRole = 'PUBLISHER' | 'STAMP' | 'DATE' | 'BYLINE' | 'DATED_BYLINE' | 'FURNITURE' | 'CANDIDATE'

/** A line of the header. */
export type HeaderLine = { readonly line: Line; readonly role: HeaderRole; readonly furniture: Furniture | null }

const MOST_PUBLISHER_WORDS = 5
const MOST_CREDIT_WORDS = 16
const DIVIDER = /\s*[|•·]\s*|\s+[-–—]\s+/u
const PUBLISHER = /^[^:：]{2,60}[:：]$/u

/** Reads a line by its own words; `first` is the page's first line, where a publisher stands. */
export function headerLine(line: Line, first: boolean): HeaderLine {
  const furniture = furnitureOf(line)
  if (readStamp(line.text) !== null) return { line, role: 'STAMP', furniture: null }
  if (isDateLine(line)) return { line, role: 'DATE', furniture: null }
  if (furniture !== null && !isSentence(furniture, line)) return { line, role: 'FURNITURE', furniture }
  if (isPublisher(line, first)) return { line, role: 'PUBLISHER', furniture: null }
  if (!first && readByline(line.text)?.certain === true) return { line, role: 'BYLINE', furniture: null }
  if (!first && datedByline(line) !== null) return { line, role: 'DATED_BYLINE', furniture: null }
  return { line, role: 'CANDIDATE', furniture: null }
}

/** A by-word before a name that goes on as a sentence. */
function isSentence(furniture: Furniture, line: Line): boolean {
  if (furniture.key !== 'BYLINE' || furniture.value === null) return false
  return readByline(line.text.slice(furniture.value.start, furniture.value.end)) === null
}

/** "سلمى الخطيب - المرسى | 1 فبراير 2025": who wrote it and when, in one line. */
function datedByline(line: Line): { readonly date: string; readonly authors: readonly string[] } | null {
  if (line.words > MOST_CREDIT_WORDS) return null
  const pieces = line.text.split(DIVIDER).filter((piece) => piece !== '')
  const isDay = (piece: string): boolean => isDateLine(lineAt(piece, { start: 0, end: piece.length }, false))
  const date = pieces.find(isDay)
  if (date === undefined || pieces.length < 2) return null
  const credit = readByline(pieces.filter((piece) => !isDay(piece)).join(' - '))
  return credit === null || !(credit.certain || credit.authors.length > 0) ? null : { date, authors: credit.authors }
}

function isPublisher(line: Line, first: boolean): boolean {
  if (line.words > MOST_PUBLISHER_WORDS) return false
  return (first && PUBLISHER.test(line.text)) || creditRole(line.text) === 'OUTLET'
}

/** Claims a line that is not the title. `listed` lines stand above the title of a page that opens with headlines. */
export function claimHeaderLine(draft: PageDraft, article: ArticleDraft, header: HeaderLine, listed: boolean): void {
  const { line, furniture } = header
  if (header.role === 'STAMP') claimStamp(draft, article, line)
  else if (header.role === 'DATE') claimDate(draft, article, line, line.text)
  else if (header.role === 'BYLINE') claimByline(draft, article, line)
  else if (header.role === 'DATED_BYLINE') claimDatedByline(draft, article, line)
  else if (header.role === 'PUBLISHER') claimPublisher(draft, article, line)
  else if (furniture !== null) claimFurniture(draft, article, line, furniture)
  else if (headlineKey(line.text) === headlineKey(article.headline)) draft.claim(line, 'HEADLINE_REPEATED', article)
  else if (article.authors.includes(line.text)) draft.claim(line, 'BYLINE', article)
  else if (listed) claimListed(draft, line)
  else draft.claim(line, 'NAVIGATION')
}

function claimStamp(draft: PageDraft, article: ArticleDraft, line: Line): void {
  const stamp = readStamp(line.text)
  if (stamp?.instant != null && draft.crawledAt === null) {
    draft.crawledAt = stamp.instant
    draft.claim(line, 'CRAWL_TIME')
  } else claimDate(draft, article, line, line.text)
}

function claimDate(draft: PageDraft, article: ArticleDraft, line: Line, value: string): void {
  const date = readDate(value)
  if (date !== null) printDate(draft, article, date, 'PAGE', line)
  draft.claim(line, 'PUBLICATION_DATE', article)
}

function claimPublisher(draft: PageDraft, article: ArticleDraft, line: Line): void {
  nameSource(article, line.text.replace(/\s*[:：]$/u, ''))
  draft.claim(line, 'PUBLISHER', article)
}

function claimListed(draft: PageDraft, line: Line): void {
  const bullet = bulletLength(line.text)
  draft.claim({ start: line.start, end: line.start + bullet }, 'RELATED_BULLET')
  const span = { start: line.start + bullet, end: line.end }
  draft.claim(span, 'HEADLINE', draft.open('HEADLINE', line.text.slice(bullet), span.start))
}

function claimByline(draft: PageDraft, article: ArticleDraft, line: Line): void {
  const authors = readByline(line.text)?.authors ?? []
  article.authors.push(...authors.filter((author) => !article.authors.includes(author)))
  draft.claim(line, 'BYLINE', article)
}

function claimDatedByline(draft: PageDraft, article: ArticleDraft, line: Line): void {
  const credit = datedByline(line)
  article.authors.push(...(credit?.authors ?? []).filter((author) => !article.authors.includes(author)))
  claimDate(draft, article, line, credit?.date ?? '')
}

function claimFurniture(draft: PageDraft, article: ArticleDraft, line: Line, furniture: Furniture): void {
  const value = furniture.value === null ? '' : line.text.slice(furniture.value.start, furniture.value.end)
  if (furniture.key === 'PUBLICATION_DATE') {
    nameSource(article, furniture.outlet)
    claimDate(draft, article, line, value)
  } else if (furniture.key === 'BYLINE') claimByline(draft, article, line)
  else {
    const instant = readDate(value)?.instant ?? null
    if (furniture.key === 'UPDATE_DATE') article.updatedAt ??= instant
    if (furniture.key === 'CRAWL_TIME') draft.crawledAt ??= instant
    if (furniture.key === 'SOURCE_LINE') nameSource(article, sourceName(value))
    draft.claim(line, partKindOf(furniture.key), furniture.key === 'UPDATE_DATE' ? article : null)
  }
}
