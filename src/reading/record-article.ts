/**
 * Makes an article of a record's fields, whatever the format that they came in. A record says most things twice, once in
 * a field and once in the text: the field that is meant for a thing decides, the text and the address fill in.
 */
import type { RecordField } from '../lexicon/record-fields.ts'
import type { Span } from '../text/span.ts'
import { authorsOf } from './credits.ts'
import { splitKeywords } from './keywords.ts'
import { trimSpan } from './lines.ts'
import { type LocatedText, placeIn } from './located-text.ts'
import type { PageSource, PartKind } from './page.ts'
import { type ArticleDraft, type PageDraft, printDate } from './page-draft.ts'
import { readRecordBody } from './record-body.ts'
import { readRecordDate } from './record-dates.ts'
import { NO_HABITS, type RecordHabits } from './record-habits.ts'
import { splitTitle } from './record-title.ts'
import { dayInId, dayInUrl } from './stamps.ts'

/** A record's fields by what they hold. */
export type RecordFields = { readonly [Field in RecordField]?: LocatedText }

const PARTS: { readonly [Field in RecordField]: PartKind } = {
  AUTHOR: 'BYLINE',
  CRAWLED: 'CRAWL_TIME',
  DATE: 'PUBLICATION_DATE',
  ID: 'METADATA',
  KEYWORDS: 'KEYWORDS',
  SOURCE: 'PUBLISHER',
  SUMMARY: 'ABSTRACT',
  TEXT: 'BODY',
  TITLE: 'HEADLINE',
  UPDATED: 'PUBLICATION_DATE',
  URL: 'METADATA',
}

/** A host's name, or an address, in the place of an outlet's name. */
const HOST = /^(?:https?:\/\/)?(?:www\.)?((?:[a-z\d-]+\.)+[a-z]{2,})(?:[:/].*)?$/i

/** Reads one record into the page; `start` is where it begins in the document. */
export function readRecord(
  draft: PageDraft,
  fields: RecordFields,
  start: number,
  url: string | null,
  habits: RecordHabits = NO_HABITS,
): ArticleDraft {
  const article = draft.open('MAIN', '', start)
  const address = trimmed(fields.URL)
  article.url = address === '' ? url : absolute(address, url)
  const publisher = readHeadline(draft, article, fields, habits.publisherBehindTitle)
  article.source = sourceOf(trimmed(fields.SOURCE), publisher, address === '' ? null : article.url)
  article.keywords = splitKeywords(trimmed(fields.KEYWORDS))
  const credit = authorsOf(trimmed(fields.AUTHOR))
  article.authors = [...credit.authors]
  for (const [field, value] of Object.entries(fields) as [RecordField, LocatedText][]) {
    if (field !== 'TEXT' && field !== 'TITLE') claimWhole(draft, value, PARTS[field], article)
  }
  const date = readRecordDate(trimmed(fields.DATE), habits.monthFirst)
  if (date !== null) printDate(draft, article, date, 'METADATA', placeOf(fields.DATE))
  article.updatedAt = readRecordDate(trimmed(fields.UPDATED), habits.monthFirst)?.instant ?? null
  readRecordBody(draft, article, fields.TEXT, fields.SUMMARY)
  if (credit.date !== null) printDate(draft, article, credit.date, 'METADATA', placeOf(fields.AUTHOR))
  fillDate(draft, article, fields, habits)
  if (article.headline === '') draft.note('NO_HEADLINE', 'The record has no headline.', placeOf(fields.TEXT))
  if (article.text === '') draft.note('NO_TEXT', 'The record has no text.', placeOf(fields.TITLE))
  return article
}

/** Gives the article its headline; the result is the publisher's name that stood behind it, or null. */
function readHeadline(draft: PageDraft, article: ArticleDraft, fields: RecordFields, habit: boolean): string | null {
  const title = fields.TITLE
  if (title === undefined) return null
  const span = trimSpan(title.text, { start: 0, end: title.text.length })
  const text = title.text.slice(span.start, span.end)
  const split = splitTitle(text, trimmed(fields.SOURCE), habit)
  article.headline = split === null ? trimmed(title) : text.slice(0, split.end)
  const end = split === null ? title.text.length : span.start + split.end
  draft.claim(placeIn(title, { start: split === null ? 0 : span.start, end }), 'HEADLINE', article)
  if (split === null) return null
  draft.claim(placeIn(title, { start: span.start + split.nameStart, end: span.end }), 'PUBLISHER', article)
  return split.name
}

/** The outlet by the name that people know; a host stands for it where there is none. */
function sourceOf(source: string, publisher: string | null, url: string | null): PageSource | null {
  const host = HOST.exec(source)?.[1] ?? null
  const domain = domainOf(url ?? '') ?? (host === null ? null : host.toLowerCase())
  const named = source === '' || host !== null ? publisher : source
  const name = named ?? (source === '' ? domain : (host ?? source))
  return name === null ? null : { name, domain }
}

/** A record's own address; a path alone is one only where the document's address says of which host. */
function absolute(address: string, base: string | null): string | null {
  if (/^https?:\/\//i.test(address)) return address
  if (/^www\./i.test(address)) return `https://${address}`
  const parsed =
    URL.parse(address, base ?? undefined) ?? (address.startsWith('//') ? URL.parse(`https:${address}`) : null)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}

/** From what is left when no field is meant for the date: the address, the record's number, when it was collected. */
function fillDate(draft: PageDraft, article: ArticleDraft, fields: RecordFields, habits: RecordHabits): void {
  const crawled = readRecordDate(trimmed(fields.CRAWLED), habits.monthFirst)
  draft.crawledAt ??= crawled?.instant ?? null
  if (article.publishedOn !== null) return
  const inUrl = dayInUrl(article.url ?? trimmed(fields.URL))
  const inId = dayInId(trimmed(fields.ID))
  article.publishedOn = inUrl ?? inId ?? crawled?.day ?? null
  article.dateBasis = article.publishedOn === null ? null : inUrl === null ? 'METADATA' : 'URL'
  if (inUrl === null && inId === null && crawled !== null) {
    draft.note(
      'DATE_IS_COLLECTION_DATE',
      'The record gives no date of publication; the day it was collected stands for it.',
    )
  }
}

function claimWhole(draft: PageDraft, value: LocatedText, kind: PartKind, article: ArticleDraft): void {
  const owner = kind === 'METADATA' || kind === 'CRAWL_TIME' ? null : article
  draft.claim(placeIn(value, { start: 0, end: value.text.length }), kind, owner)
}

function placeOf(value: LocatedText | undefined): Span | null {
  return value === undefined ? null : placeIn(value, { start: 0, end: value.text.length })
}

function trimmed(value: LocatedText | undefined): string {
  return value?.text.trim() ?? ''
}

function domainOf(url: string): string | null {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]
  return host?.toLowerCase() ?? null
}
