/**
 * Gives an article what its page says of it to machines: date, authors, outlet, keywords, address. JSON-LD is trusted
 * first, then OpenGraph and its kin, then the rest; what the reader of the page sees has the last word on the day, as
 * many outlets write their instants in UTC.
 */

import type { Span } from '../../text/span.ts'
import { creditRole } from '../credit-names.ts'
import { authorsOf, joinedNames } from '../credits.ts'
import { splitKeywords } from '../keywords.ts'
import { placeIn } from '../located-text.ts'
import type { ArticleDraft, PageDraft } from '../page-draft.ts'
import { printDate } from '../page-draft.ts'
import { type PageDate, readDate } from '../printed-date.ts'
import { dayInId, dayInUrl } from '../stamps.ts'
import type { LinkedArticle } from './json-ld.ts'
import { factsAbout, type MarkedTime, type PageFacts } from './page-facts.ts'
import { addressOf } from './story-blocks.ts'
import { countWords } from './text-blocks.ts'

const ADDRESS = /^(?:https?:)?\/\/|^@|^www\./i
const COMPACT_DAY = /^\d{8}$/
const MOST_KEYWORDS = 100
/** Longer ones are sentences: the headline as a rule. */
const MOST_KEYWORD_WORDS = 8
const DAY = 24 * 60 * 60 * 1000

/** The address of the page's article: the canonical one, unless that is the outlet's front door. */
export function addressIn(facts: PageFacts, linked: LinkedArticle | null, given: string | null): string | null {
  const named = [facts.canonical, ...factsAbout(facts, 'URL').map((fact) => fact.value), linked?.url ?? null]
  for (const candidate of named) {
    const url = candidate === null ? null : addressOf(candidate, given)
    if (url !== null && new URL(url).pathname !== '/') return url
  }
  return given
}

/** Names the outlet. */
export function readSource(
  article: ArticleDraft,
  facts: PageFacts,
  linked: LinkedArticle | null,
  glued: string | null,
): void {
  const host = article.url === null ? null : (URL.parse(article.url)?.hostname ?? null)
  const domain = host === null ? null : host.replace(/^www\./, '')
  const named = [linked?.publisher?.text, ...factsAbout(facts, 'SOURCE').map((fact) => fact.value), glued]
  const name = named.find((candidate) => candidate != null && candidate.trim() !== '' && !ADDRESS.test(candidate))
  const known = name?.trim() ?? domain
  if (known !== null) article.source = { name: known, domain }
}

/** Names the authors and the tags. */
export function readCredits(article: ArticleDraft, facts: PageFacts, linked: LinkedArticle | null): void {
  const authors: string[] = []
  for (const { name, person } of linked?.authors ?? []) authors.push(...peopleIn(name.text, person))
  if (authors.length === 0) {
    for (const fact of factsAbout(facts, 'AUTHOR')) {
      if (authors.length === 0 || fact.strong) authors.push(...peopleIn(fact.value, false))
    }
  }
  article.authors = [...new Set(authors)]
  const linkedWords = (linked?.keywords ?? []).flatMap((word) => splitKeywords(word.text))
  const strong = factsAbout(facts, 'KEYWORDS').filter((fact) => fact.strong || linkedWords.length === 0)
  // A property that stands once holds a list; one that is repeated holds a tag each, commas and all.
  const tags =
    strong.length > 2 ? strong.map((fact) => fact.value) : strong.flatMap((fact) => splitKeywords(fact.value))
  const words = [...linkedWords, ...tags].filter((word) => countWords(word) <= MOST_KEYWORD_WORDS)
  article.keywords = [...new Set(words)].slice(0, MOST_KEYWORDS)
}

/** Dates the article by what the page says to machines; what it prints has been read before. */
export function readDates(
  draft: PageDraft,
  article: ArticleDraft,
  facts: PageFacts,
  linked: LinkedArticle | null,
): void {
  const printed = article.publishedOn
  const instant = article.publishedAt
  article.publishedOn = null
  article.publishedAt = null
  const stated = statedDate(facts, linked)
  if (stated !== null) printDate(draft, article, stated.date, 'METADATA', stated.span)
  if (article.publishedOn === null && printed !== null) {
    article.publishedOn = printed
    article.publishedAt = instant
    article.dateBasis = 'PAGE'
  }
  const shown = printed ?? shownDay(facts.times, article)
  if (
    article.publishedOn !== null &&
    shown !== null &&
    isNextTo(article.publishedOn, shown) &&
    stated?.moved === true
  ) {
    article.publishedOn = shown
    article.dateBasis = 'PAGE'
  }
  if (article.publishedOn === null) {
    article.publishedOn = dayInUrl(article.url ?? '')
    article.dateBasis = article.publishedOn === null ? null : 'URL'
  }
  const updates = [linked?.updated?.text, ...factsAbout(facts, 'UPDATED').map((fact) => fact.value)]
  const updated = updates
    .map((value) => (value === undefined ? null : (readDate(value)?.instant ?? null)))
    .find((at) => at !== null)
  if (updated != null && (article.publishedAt === null || Date.parse(updated) >= Date.parse(article.publishedAt)))
    article.updatedAt = updated
}

type Stated = { readonly date: PageDate; readonly span: Span; readonly moved: boolean }

/** The first date that can be read; `moved` when it is written in UTC, which need not be the outlet's day. */
function statedDate(facts: PageFacts, linked: LinkedArticle | null): Stated | null {
  const published = linked?.published ?? null
  const candidates: { value: string; span: Span }[] = []
  if (published !== null)
    candidates.push({ value: published.text, span: placeIn(published, { start: 0, end: published.text.length }) })
  const about = factsAbout(facts, 'DATE')
  for (const fact of about.filter((candidate) => candidate.strong)) candidates.push(fact)
  for (const time of facts.times.filter((candidate) => candidate.published)) candidates.push(timeFact(time))
  for (const fact of about.filter((candidate) => !candidate.strong)) candidates.push(fact)
  const all = candidates.map(({ value, span }) => ({ value, span, date: dateIn(value) }))
  // An instant says more than a day; of two that name one day, the one with its own zone counts.
  const first = all.find(({ date }) => date !== null)
  const best =
    all.find(({ date }) => date?.instant != null && first?.date != null && isNextTo(date.day, first.date.day)) ?? first
  if (best?.date == null) return null
  return { date: best.date, span: best.span, moved: /(?:Z|[+-]00:?00|GMT|UTC)$/i.test(best.value.trim()) }
}

function dateIn(value: string): PageDate | null {
  const date = readDate(value)
  if (date !== null || !COMPACT_DAY.test(value)) return date
  const day = dayInId(value)
  return day === null ? null : { day, instant: null, contradiction: null }
}

/** The day, in the outlet's own zone, of a moment in the markup that is the article's. */
function shownDay(times: readonly MarkedTime[], article: ArticleDraft): string | null {
  for (const time of times) {
    const date = readDate(time.stamp)
    if (
      date?.instant != null &&
      article.publishedAt !== null &&
      Math.abs(Date.parse(date.instant) - Date.parse(article.publishedAt)) < 60_000
    ) {
      return /Z$/i.test(time.stamp) ? (readDate(time.printed)?.day ?? null) : date.day
    }
  }
  return null
}

function timeFact(time: MarkedTime): { value: string; span: Span } {
  return {
    value: time.stamp === '' ? time.printed : time.stamp,
    span: { start: time.element.start, end: time.element.contentStart },
  }
}

function isNextTo(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= DAY
}

/** People named in an author's field; a name that the page says is a person's is one unless it is known for something else. */
function peopleIn(value: string, person: boolean): string[] {
  const name = value.replace(/\s+/g, ' ').trim()
  if (name === '' || ADDRESS.test(name)) return []
  if (person && ['NAME', 'UNKNOWN'].includes(creditRole(name))) return joinedNames(name)
  return [...authorsOf(name).authors]
}
