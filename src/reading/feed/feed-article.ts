/**
 * Makes an article of a feed's entry. Most feeds give a line or two and keep the story for the page: such an article is
 * marked by a note. An entry's address is its own, never the feed's.
 */

import type { Span } from '../../text/span.ts'
import { creditRole } from '../credit-names.ts'
import { authorsOf } from '../credits.ts'
import { fragmentText } from '../html/fragment.ts'
import { plainText } from '../html/plain-text.ts'
import { addressOf } from '../html/story-blocks.ts'
import { type LocatedText, placeIn } from '../located-text.ts'
import type { ArticleDraft, PageDraft } from '../page-draft.ts'
import { type RecordFields, readRecord } from '../record-article.ts'
import { type EntryText, isBeginning, splitTails } from './teaser.ts'

/** What a feed says of itself. */
export type FeedHead = {
  readonly title: LocatedText | null
  /** The address that links are relative to. */
  readonly base: string | null
  /** BCP 47, as it declares it. */
  readonly language: string | null
}

/** What an entry says, as it stands in the feed. */
export type FeedEntry = {
  readonly span: Span
  readonly title: LocatedText | null
  readonly links: readonly LocatedText[]
  readonly id: LocatedText | null
  /** The body and the summary, markup and all. */
  readonly content: LocatedText | null
  readonly summary: LocatedText | null
  readonly published: LocatedText | null
  readonly updated: LocatedText | null
  readonly authors: LocatedText | null
  readonly tags: readonly LocatedText[]
  /** The outlet that the entry was taken from. */
  readonly source: LocatedText | null
  /** What it says of itself where the feed says other things. */
  readonly language: string | null
  readonly base: string | null
}

const DIVIDER = /\s+[|:–—-]\s+/u
/** "editor@example.org (Sara Smith)", as RSS wants authors. */
const MAILBOX = /^\s*\S+@\S+\s*(?:\(([^()]+)\))?\s*$/

/** Reads an entry into the page; one that holds nothing to read leaves a note. */
export function readEntry(draft: PageDraft, entry: FeedEntry, feed: FeedHead): void {
  const title = entry.title === null ? null : plainText(entry.title)
  const content = entry.content === null ? null : fragmentText(entry.content)
  const isSummary = isEmpty(content)
  const source = isSummary ? entry.summary : entry.content
  const whole = isSummary ? (source === null ? null : fragmentText(source)) : content
  if (isEmpty(title) && isEmpty(whole)) {
    draft.note('ENTRY_EMPTY', 'An entry of the feed has neither a headline nor a text.', entry.span)
    return
  }
  const tailed = whole === null || isEmpty(whole) ? null : splitTails(whole)
  const story = tailed?.text ?? null
  if (tailed !== null && source !== null) noteTeaser(draft, tailed, source, isSummary)
  // Atom asks for the date of change alone; it is all that many feeds give.
  const published = entry.published ?? entry.updated
  const fields: RecordFields = {
    ...(title === null ? {} : { TITLE: title }),
    ...(story === null ? {} : { TEXT: story }),
    ...(published === null ? {} : { DATE: published }),
    ...(entry.updated === null || entry.published === null ? {} : { UPDATED: entry.updated }),
    ...(entry.id === null ? {} : { ID: entry.id }),
    ...(entry.links[0] === undefined ? {} : { URL: entry.links[0] }),
  }
  const article = readRecord(draft, fields, entry.span.start, null)
  const base = entry.base === null ? feed.base : (URL.parse(entry.base, feed.base ?? undefined)?.href ?? feed.base)
  article.url =
    [...entry.links, ...(entry.id === null ? [] : [entry.id])]
      .map((link) => addressOf(link.text, link === entry.id ? null : base))
      .find((url) => url !== null) ?? null
  article.language = entry.language ?? feed.language
  for (const tail of tailed?.tails ?? []) draft.claim(tail, 'NAVIGATION')
  article.guid = entry.id?.text.trim() || null
  // An entry without an address is the feed's own, unless it says that it is another outlet's.
  const address = article.url ?? (entry.source === null ? feed.base : null)
  const host = URL.parse(address ?? '')?.hostname ?? null
  const outlet = outletOf(entry.source ?? feed.title)
  if (outlet !== null) article.source = { name: outlet, domain: host?.replace(/^www\./, '') ?? null }
  readAuthors(article, entry.authors)
  article.keywords = [...new Set(entry.tags.map((tag) => plainText(tag).text.trim()).filter((tag) => tag !== ''))]
  for (const tag of entry.tags) draft.claim(spanOf(tag), 'KEYWORDS', article)
}

/** Most feeds keep the story for the page: by the words at its end, linked or not, or by its length. */
function noteTeaser(draft: PageDraft, tailed: EntryText, source: LocatedText, isSummary: boolean): void {
  const linked = tailed.cutAt ?? splitTails(plainText(source)).cutAt
  if (linked === null && !isBeginning(tailed.text.text, isSummary)) return
  draft.note('TEASER', 'The feed gives no more than the beginning of the story.', linked ?? spanOf(tailed.text))
}

function readAuthors(article: ArticleDraft, field: LocatedText | null): void {
  const value = field === null ? '' : plainText(field).text.trim()
  const mailbox = MAILBOX.exec(value)
  const names = mailbox === null ? value : (mailbox[1] ?? '')
  for (const author of names === '' ? [] : authorsOf(names).authors) {
    if (!article.authors.includes(author)) article.authors.push(author)
  }
}

/** The outlet in a feed's title: "Al Jazeera – Breaking News, World News and Video". */
function outletOf(title: LocatedText | null): string | null {
  const whole = title === null ? '' : plainText(title).text.trim()
  const known = whole.split(DIVIDER).find((name) => ['OUTLET', 'AGENCY'].includes(creditRole(name)))
  return whole === '' ? null : (known?.trim() ?? whole)
}

function spanOf(text: LocatedText): Span {
  return placeIn(text, { start: 0, end: text.text.length })
}

function isEmpty(text: LocatedText | null): boolean {
  return text === null || text.text.trim() === ''
}
