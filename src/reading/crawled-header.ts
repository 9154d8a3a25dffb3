/**
 * The lines above a story: publisher, crawl stamp, printed date, the title and its repetition, bylines, buttons, and on
 * some pages some thirty headlines of other stories before the title.
 *
 * Which line is the title: the one that is printed twice; else, under a long list of headlines, the last before the
 * date or the story; else the first that is more than a word or two.
 */
import { readByline } from './credits.ts'
import { type Furniture, furnitureOf, partKindOf } from './furniture.ts'
import { bulletLength, headlineKey, isHeadlineLike } from './line-shape.ts'
import type { Line } from './lines.ts'
import type { ArticleDraft, PageDraft } from './page-draft.ts'
import { readDate } from './printed-date.ts'
import { readStamp } from './stamps.ts'

/** The title's article and the index of the line that the story begins with. */
export type Header = { readonly article: ArticleDraft; readonly next: number }

/** From so many headlines on, a page opens with a list of other stories. */
const FEWEST_LISTED = 8
const MOST_DECK_LINES = 1
const FEWEST_TITLE_WORDS = 3
const MOST_PUBLISHER_WORDS = 5
const MOST_DATE_WORDS = 14
const PUBLISHER = /^[^:：]{2,60}[:：]$/u

type Role = {
  readonly line: Line
  readonly furniture: Furniture | null
  readonly date: boolean
  readonly stamp: boolean
}

/** Reads the header. Every line before `next` is claimed. */
export function readHeader(draft: PageDraft, lines: readonly Line[]): Header {
  const end = headerEnd(lines)
  const roles = lines.slice(0, end).map(roleOf)
  const title = titleIndex(roles)
  const titleLine = title < 0 ? undefined : lines[title]
  const article = draft.open('MAIN', titleLine?.text ?? '', (titleLine ?? lines[0])?.start ?? 0)
  if (titleLine === undefined) {
    draft.note('NO_HEADLINE', 'The page has no line that could be its headline; it opens with a paragraph.')
  }
  const next = claimHeader(draft, article, roles, title)
  return { article, next }
}

/** Index of the first line that could only stand in a story. */
function headerEnd(lines: readonly Line[]): number {
  const at = lines.findIndex((line) => !isHeadlineLike(line) && furnitureOf(line) === null)
  return at < 0 ? lines.length : at
}

function roleOf(line: Line, index: number): Role {
  const stamp = readStamp(line.text) !== null
  const date = stamp || (line.words <= MOST_DATE_WORDS && /\p{N}/u.test(line.text) && isDateLine(line.text))
  const furniture = date ? null : furnitureOf(line)
  return { line, furniture: index === 0 && isPublisherLine(line) ? null : furniture, date, stamp }
}

function isDateLine(text: string): boolean {
  return readDate(text) !== null
}

function isPublisherLine(line: Line): boolean {
  return PUBLISHER.test(line.text) && line.words <= MOST_PUBLISHER_WORDS && furnitureOf(line) === null
}

function isCandidate(role: Role, index: number): boolean {
  return role.furniture === null && !role.date && !(index === 0 && isPublisherLine(role.line))
}

function titleIndex(roles: readonly Role[]): number {
  const candidates = [...roles.keys()].filter((index) => {
    const role = roles[index]
    return role !== undefined && isCandidate(role, index)
  })
  const key = (index: number): string => headlineKey(roles[index]?.line.text ?? '')
  const words = (index: number): number => roles[index]?.line.words ?? 0
  const counts = new Map<string, number>()
  for (const index of candidates) counts.set(key(index), (counts.get(key(index)) ?? 0) + 1)
  const repeated = candidates.find((index) => (counts.get(key(index)) ?? 0) > 1 && words(index) >= FEWEST_TITLE_WORDS)
  if (repeated !== undefined) return repeated
  const titles = candidates.filter((index) => words(index) >= FEWEST_TITLE_WORDS)
  if (titles.length >= FEWEST_LISTED) {
    const date = roles.findIndex(
      (role, index) => (role.date || isDated(role)) && titles.filter((title) => title < index).length >= FEWEST_LISTED,
    )
    return titles.filter((index) => date < 0 || index < date).at(-1) ?? -1
  }
  return titles[0] ?? candidates[0] ?? -1
}

function isDated(role: Role): boolean {
  return role.furniture?.key === 'PUBLICATION_DATE' || role.furniture?.key === 'BYLINE'
}

/** Claims the lines of the header and says where the story begins. */
function claimHeader(draft: PageDraft, article: ArticleDraft, roles: readonly Role[], title: number): number {
  const key = headlineKey(article.headline)
  const listed = roles.filter((role, index) => index < title && isCandidate(role, index)).length >= FEWEST_LISTED - 1
  const isStory = (role: Role, index: number): boolean =>
    index > title && isCandidate(role, index) && headlineKey(role.line.text) !== key && !isCertainByline(role.line)
  const lastFurniture = roles.findLastIndex((role, index) => index > title && !isStory(role, index))
  const deck = roles.filter((role, index) => isStory(role, index) && (index > lastFurniture || lastFurniture < 0))
  for (const [index, role] of roles.entries()) {
    if (isStory(role, index)) {
      // One short line under the title is its deck; several are the story itself, printed without full stops.
      const whole = index === roles.length - 1 && deck.length <= MOST_DECK_LINES
      if (index > lastFurniture && (deck.length > MOST_DECK_LINES || whole)) return index
      draft.claim(role.line, 'ABSTRACT', article)
    } else claimLine(draft, article, role, index, index === title, listed && index < title)
  }
  return roles.length
}

function isCertainByline(line: Line): boolean {
  return readByline(line.text)?.certain === true
}

function claimLine(
  draft: PageDraft,
  article: ArticleDraft,
  role: Role,
  index: number,
  isTitle: boolean,
  isListed: boolean,
): void {
  const { line, furniture } = role
  if (isTitle) draft.claim(line, 'HEADLINE', article)
  else if (role.stamp) claimStamp(draft, article, line)
  else if (role.date) claimDate(draft, article, line, line.text)
  else if (furniture !== null) claimFurniture(draft, article, line, furniture)
  else if (index === 0 && isPublisherLine(line)) claimPublisher(draft, article, line)
  else if (headlineKey(line.text) === headlineKey(article.headline)) draft.claim(line, 'HEADLINE_REPEATED', article)
  else if (isListed && line.words >= FEWEST_TITLE_WORDS) claimListed(draft, line)
  else if (isCertainByline(line)) claimByline(draft, article, line)
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
  if (date !== null && article.publishedOn === null) {
    article.publishedOn = date.day
    article.publishedAt = date.instant
    article.dateBasis = 'PAGE'
  }
  draft.claim(line, 'PUBLICATION_DATE', article)
}

function claimPublisher(draft: PageDraft, article: ArticleDraft, line: Line): void {
  article.source = { name: line.text.replace(/\s*[:：]$/u, ''), domain: null }
  draft.claim(line, 'PUBLISHER')
}

function claimListed(draft: PageDraft, line: Line): void {
  const bullet = bulletLength(line.text)
  draft.claim({ start: line.start, end: line.start + bullet }, 'RELATED_BULLET')
  const span = { start: line.start + bullet, end: line.end }
  draft.claim(span, 'HEADLINE', draft.open('HEADLINE', line.text.slice(bullet), span.start))
}

function claimByline(draft: PageDraft, article: ArticleDraft, line: Line): void {
  article.authors.push(...(readByline(line.text)?.authors ?? []))
  draft.claim(line, 'BYLINE')
}

function claimFurniture(draft: PageDraft, article: ArticleDraft, line: Line, furniture: Furniture): void {
  const value = furniture.value === null ? '' : line.text.slice(furniture.value.start, furniture.value.end)
  if (furniture.key === 'PUBLICATION_DATE') claimDate(draft, article, line, value)
  else if (furniture.key === 'BYLINE') claimByline(draft, article, line)
  else {
    const instant = readDate(value)?.instant ?? null
    if (furniture.key === 'UPDATE_DATE') article.updatedAt ??= instant
    if (furniture.key === 'CRAWL_TIME') draft.crawledAt ??= instant
    if (furniture.key === 'SOURCE_LINE' && value !== '') article.source ??= { name: value, domain: null }
    draft.claim(line, partKindOf(furniture.key))
  }
}
