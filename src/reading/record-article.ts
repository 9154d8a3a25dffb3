/**
 * Makes an article of a record's fields, whatever the format that they came in. A record says most things twice, once in
 * a field and once in the text: the field that is meant for a thing decides, the text and the address fill in.
 */
import type { RecordField } from '../lexicon/record-fields.ts'
import type { Span } from '../text/span.ts'
import { readFlow } from './article-flow.ts'
import { authorsOf } from './credits.ts'
import { splitKeywords } from './keywords.ts'
import { splitLines } from './lines.ts'
import { type LocatedText, placeIn } from './located-text.ts'
import type { PartKind } from './page.ts'
import { type ArticleDraft, type PageDraft, printDate } from './page-draft.ts'
import { readDate } from './printed-date.ts'
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

/** Reads one record into the page; `start` is where it begins in the document. */
export function readRecord(draft: PageDraft, fields: RecordFields, start: number, url: string | null): ArticleDraft {
  const headline = trimmed(fields.TITLE)
  const article = draft.open('MAIN', headline, start)
  const source = trimmed(fields.SOURCE)
  if (source !== '') article.source = { name: source, domain: domainOf(trimmed(fields.URL)) }
  article.url = trimmed(fields.URL) === '' ? url : trimmed(fields.URL)
  article.keywords = splitKeywords(trimmed(fields.KEYWORDS))
  const credit = authorsOf(trimmed(fields.AUTHOR))
  article.authors = [...credit.authors]
  for (const [field, value] of Object.entries(fields) as [RecordField, LocatedText][]) {
    if (field !== 'TEXT') claimWhole(draft, value, PARTS[field], article)
  }
  const date = readDate(trimmed(fields.DATE))
  if (date !== null) printDate(draft, article, date, 'METADATA', placeOf(fields.DATE))
  article.updatedAt = readDate(trimmed(fields.UPDATED))?.instant ?? null
  readBody(draft, article, fields)
  if (credit.date !== null) printDate(draft, article, credit.date, 'METADATA', placeOf(fields.AUTHOR))
  fillDate(draft, article, fields)
  if (headline === '') draft.note('NO_HEADLINE', 'The record has no headline.', placeOf(fields.TEXT))
  if (article.text === '') draft.note('NO_TEXT', 'The record has no text.', placeOf(fields.TITLE))
  return article
}

function readBody(draft: PageDraft, article: ArticleDraft, fields: RecordFields): void {
  const body = fields.TEXT
  if (body !== undefined) flow(draft, article, body)
  if (article.text !== '' || fields.SUMMARY === undefined || trimmed(fields.SUMMARY) === '') return
  // Video pages and feeds: the summary is all the text there is.
  article.text = trimmed(fields.SUMMARY)
  draft.note('SUMMARY_ONLY', 'The record has no body; its summary stands for it.', placeOf(fields.SUMMARY))
}

function flow(draft: PageDraft, article: ArticleDraft, body: LocatedText): void {
  readFlow({ draft, text: body.text, lines: splitLines(body.text), place: (span) => placeIn(body, span), article }, 0)
}

/** From what is left when no field is meant for the date: the address, the record's number, when it was collected. */
function fillDate(draft: PageDraft, article: ArticleDraft, fields: RecordFields): void {
  const crawled = readDate(trimmed(fields.CRAWLED))
  draft.crawledAt ??= crawled?.instant ?? null
  if (article.publishedOn !== null) return
  const inUrl = dayInUrl(article.url ?? '')
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
