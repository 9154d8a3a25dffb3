/**
 * Makes an article of an agency's item. An item that the agency has canceled, killed or withheld becomes none: it must
 * not be used. An embargo is said and not kept, as nothing here knows what time it is.
 */
import type { Span } from '../../text/span.ts'
import { creditRole } from '../credit-names.ts'
import { datelineOf } from '../dateline.ts'
import { plainText } from '../html/plain-text.ts'
import { joinLocated, type LocatedText, placeIn } from '../located-text.ts'
import type { PartKind } from '../page.ts'
import type { ArticleDraft, PageDraft } from '../page-draft.ts'
import { readDate } from '../printed-date.ts'
import { type RecordFields, readRecord } from '../record-article.ts'
import { splitDeskMarks } from './desk-marks.ts'
import type { WireItem } from './wire-item.ts'

const CANCELED = /cancel|kill|withdr|delet|retract|suppress/i
const WITHHELD = /withh[eo]ld/i
const EMBARGOED = /embargo/i
/** White space and what joins the words of a hashtag. */
const HASHTAG = /[\s#_]+/gu
const LIST_BREAK = ', '
const MOST_ADVICE = 300

/** Reads an item into the page; one that must not be used or holds nothing leaves a note. */
export function readWireItem(draft: PageDraft, item: WireItem, url: string | null): void {
  const headline = item.headline === null ? null : plainText(item.headline)
  const name = headline === null ? 'An item without a headline' : `"${headline.text.trim()}"`
  const stopped = item.states.find((state) => CANCELED.test(state) || WITHHELD.test(state))
  if (stopped !== undefined) {
    const what = CANCELED.test(stopped) ? 'canceled' : 'withheld'
    draft.note(
      what === 'canceled' ? 'ITEM_CANCELED' : 'ITEM_WITHHELD',
      `${name} was ${what} by its agency: it must not be used and is no article.${adviceIn(item)}`,
      item.span,
    )
    return
  }
  if (isEmpty(headline) && isEmpty(item.body) && isEmpty(item.summary)) {
    draft.note('ITEM_EMPTY', 'An item of the wire has neither a headline nor a text.', item.span)
    return
  }
  noteEmbargo(draft, item, name)
  const marked = item.body === null ? null : splitDeskMarks(item.body)
  const article = readRecord(draft, fieldsOf(item, headline, marked?.text ?? null), item.span.start, item.url ?? url)
  article.guid = item.guid
  article.language = item.language
  nameAgency(article, item)
  for (const mark of marked?.marks ?? []) draft.claim(mark, 'FOOTER')
  for (const deck of item.decks) claim(draft, deck, 'ABSTRACT', article)
  for (const dateline of item.datelines) claim(draft, dateline, 'DATELINE', article)
  for (const keyword of item.keywords) claim(draft, keyword, 'KEYWORDS', article)
  article.keywords = keywordsOf(item)
  if (article.text === '' && item.remote !== null) {
    draft.note('TEXT_ELSEWHERE', `The text of ${name} is not in the item but at ${item.remote}.`, item.span)
  }
}

function fieldsOf(item: WireItem, headline: LocatedText | null, body: LocatedText | null): RecordFields {
  const published = item.published ?? item.updated
  const changed = item.updated !== null && instantOf(item.updated) !== instantOf(published)
  const authors = item.bylines.length === 0 ? null : joinLocated(item.bylines, LIST_BREAK)
  return {
    ...(headline === null ? {} : { TITLE: headline }),
    ...(isEmpty(body) || body === null ? {} : { TEXT: body }),
    ...(item.summary === null ? {} : { SUMMARY: item.summary }),
    ...(authors === null ? {} : { AUTHOR: authors }),
    ...(published === null ? {} : { DATE: published }),
    ...(changed && item.updated !== null ? { UPDATED: item.updated } : {}),
  }
}

function nameAgency(article: ArticleDraft, item: WireItem): void {
  const lines = [...item.datelines, ...item.bylines].map((line) => line.text.trim())
  const inLine = lines.map((line) => datelineOf(`${line} `)?.outlet ?? (isAgency(line) ? line : null))
  const name = item.outlet ?? article.source?.name ?? inLine.find((outlet) => outlet !== null) ?? item.domain
  if (name !== null) article.source = { name, domain: item.domain }
}

function isAgency(line: string): boolean {
  return ['AGENCY', 'OUTLET'].includes(creditRole(line))
}

function noteEmbargo(draft: PageDraft, item: WireItem, name: string): void {
  if (item.embargo === null && !item.states.some((state) => EMBARGOED.test(state))) return
  const until = item.embargo === null ? '' : ` until ${item.embargo.text.trim()}`
  draft.note(
    'EMBARGO',
    `${name} is under embargo${until}: the agency allows nobody to print it before.`,
    item.embargo === null ? item.span : whole(item.embargo),
  )
}

function adviceIn(item: WireItem): string {
  const advice = item.advice.map((text) => text.text.replace(/\s+/gu, ' ').trim()).join(' ')
  return advice === '' ? '' : ` It says: ${advice.slice(0, MOST_ADVICE)}`
}

function keywordsOf(item: WireItem): string[] {
  const words = item.keywords.map((keyword) => plainText(keyword).text.replace(HASHTAG, ' ').trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

function instantOf(date: LocatedText | null): string | null {
  return date === null ? null : (readDate(date.text)?.instant ?? null)
}

function claim(draft: PageDraft, text: LocatedText, kind: PartKind, article: ArticleDraft): void {
  draft.claim(whole(text), kind, article)
}

function whole(text: LocatedText): Span {
  return placeIn(text, { start: 0, end: text.text.length })
}

function isEmpty(text: LocatedText | null): boolean {
  return text === null || text.text.trim() === ''
}
