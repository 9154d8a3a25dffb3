/**
 * The reader for XML that is neither feed nor wire nor page: dumps of which each record is an element with fields in it
 * (`<article><title>…</title><content>…</content></article>`), known by the names that records use anywhere; texts cut
 * into numbered sentences; and texts in which somebody has marked words (`<TimeML>… <TIMEX3 …>today</TIMEX3> …`), whose
 * marks are passed over.
 */
import { type RecordField, recordField } from '../lexicon/record-fields.ts'
import { attributeOf, localName } from './html/elements.ts'
import { fragmentText } from './html/fragment.ts'
import { descendants, type MarkupElement, parseMarkup, textOf } from './html/markup-tree.ts'
import { isHeadlineLike } from './line-shape.ts'
import { lineAt } from './lines.ts'
import { joinLocated, type LocatedText } from './located-text.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { type RecordFields, readRecord } from './record-article.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const PROLOG =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*|<!DOCTYPE[^>[]{0,400}(?:\[[^\]]{0,4000}\])?>\s*)*/i
const ROOT = /^<([\p{L}_][\p{L}\p{N}_.:-]{0,60})(?=[\s>])/u
const TAIL = 400
const HEAD = 12_000
const MOST_RECORDS = 1000
/** Text in so many of a root's letters lies between its own marks, not in fields. */
const LEAST_MIXED = 0.5
const FEWEST_WORDS = 4
/** A record's number with the number of a sentence behind it. */
const SENTENCE_NUMBER = /[_.-]\d{1,4}$/
const PREFIX = /^.*:/
const MARKS = /[\s\ufeff]+/g

/** Reads XML that holds records, or a text with marks in it. */
export const xmlRecord: Reader = {
  name: 'xml-record',
  sniff: (text) => {
    const head = text.slice(0, HEAD)
    const start = PROLOG.exec(head)?.[0].length ?? 0
    const root = ROOT.exec(head.slice(start))?.[1]
    // Without its end it may be anything that begins with a tag.
    return root !== undefined && text.slice(-TAIL).includes(`</${root}>`) ? 0.84 : 0
  },
  read: readXml,
}

function readXml(text: string, raw: RawDocument): Page | Refusal {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return tree
  const root = tree.children.find((node) => node.kind === 'element')
  const draft = new PageDraft(text)
  const records = root?.kind === 'element' ? recordsIn(root) : []
  if (records.length > MOST_RECORDS) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The document holds more than ${MOST_RECORDS} records: cut it into several files.`,
    )
  }
  for (const record of records) readRecord(draft, record.fields, record.start, records.length === 1 ? raw.url : null)
  if (records.length > 1) {
    draft.note('SEVERAL_RECORDS', `The document holds ${records.length} records; each is an article of its own.`)
  }
  if (records.length === 0) {
    return refuse(
      'FORMAT_UNSUPPORTED',
      `XML that begins with <${root?.kind === 'element' ? root.name : ''}> holds no text under a name that is known (RSS, Atom, RDF, NewsML, NewsML-G2 and NITF are): send the page's text, or a JSON record with title, content, date, source and url.`,
    )
  }
  return draft.finish('application/xml', raw.url, 'MARKUP')
}

type Found = { readonly fields: RecordFields; readonly start: number; readonly id: string }

/** The records of a document, outermost first; the whole of it where text and marks are mixed. */
function recordsIn(root: MarkupElement): Found[] {
  const found: Found[] = []
  const rest: MarkupElement[] = [root]
  for (let element = rest.pop(); element !== undefined && found.length <= MOST_RECORDS; element = rest.pop()) {
    const fields = fieldsOf(element)
    if (fields !== null) found.push({ fields, start: element.start, id: fields.ID?.text.trim() ?? '' })
    else for (const child of element.children.toReversed()) if (child.kind === 'element') rest.push(child)
  }
  if (found.length > 0) return joinSentences(found)
  return isMixed(root) ? [{ fields: { TEXT: wordsOf(root) }, start: root.start, id: '' }] : []
}

/** Several sentences as one text; the first is the headline where it reads like one. */
function withSentences(fields: RecordFields, texts: readonly LocatedText[]): RecordFields {
  const [first, ...others] = texts
  if (first === undefined || others.length === 0) return fields
  const headed = isHeadlineLike(lineAt(first.text, { start: 0, end: first.text.length }, true))
  if (headed) return { ...fields, TITLE: first, TEXT: joinLocated(others, '\n') }
  return { ...fields, TEXT: joinLocated(texts, '\n') }
}

/** What an element's children and attributes hold; null when it is no record: one has a text, or a title and more. */
function fieldsOf(element: MarkupElement): RecordFields | null {
  const fields: { [Field in RecordField]?: LocatedText } = {}
  const strong = new Set<RecordField>()
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    const known = recordField(localName(child))
    const value = known === null ? null : fieldText(child)
    if (known === null || value === null || value.text.trim() === '') continue
    if (fields[known.field] !== undefined && (strong.has(known.field) || !known.strong)) continue
    fields[known.field] = value
    if (known.strong) strong.add(known.field)
  }
  if (fields.TEXT === undefined && (fields.TITLE === undefined || Object.keys(fields).length < 2)) return null
  for (const name of Object.keys(element.attributes)) {
    const known = recordField(name.replace(PREFIX, ''))
    const value = known === null ? null : attributeOf(element, name)
    if (known !== null && value !== null) fields[known.field] ??= value
  }
  return fields
}

/** A field's words: HTML that it holds or hides in character data is undone. */
function fieldText(element: MarkupElement): LocatedText | null {
  const names = element.children.filter((child) => child.kind === 'element' && recordField(localName(child)) !== null)
  // A record inside a record is no field of it.
  if (names.length > 1) return null
  return fragmentText(wordsOf(element))
}

/** All text below an element, paragraphs parted where its children are blocks. */
function wordsOf(element: MarkupElement): LocatedText {
  const inner = element.children.filter((child) => child.kind === 'element')
  const own = element.children.some((child) => child.kind === 'text' && child.text.replace(MARKS, '') !== '')
  if (own || inner.length === 0) return textOf(element)
  return joinLocated(
    inner.map((child) => textOf(child)),
    '\n\n',
  )
}

/** Whether most of an element's letters stand in it itself, marks between them. */
function isMixed(element: MarkupElement): boolean {
  let own = 0
  let all = 0
  for (const node of descendants(element)) {
    if (node.kind !== 'text') continue
    const length = node.text.replace(MARKS, '').length
    all += length
    if (element.children.includes(node)) own += length
  }
  return own >= LEAST_MIXED * all && textOf(element).text.trim().split(/\s+/).length >= FEWEST_WORDS
}

/** Sentences that were numbered one by one within their text become that text again. */
function joinSentences(found: readonly Found[]): Found[] {
  const joined: { fields: RecordFields; start: number; id: string; texts: LocatedText[] }[] = []
  for (const record of found) {
    const last = joined.at(-1)
    const id = record.id.replace(SENTENCE_NUMBER, '')
    const text = record.fields.TEXT
    const bare = record.fields.TITLE === undefined && text !== undefined && id !== record.id
    if (bare && last !== undefined && last.id === id) last.texts.push(text)
    else joined.push({ ...record, id: bare ? id : '', texts: text === undefined ? [] : [text] })
  }
  return joined.map(({ fields, start, id, texts }) => ({ fields: withSentences(fields, texts), start, id }))
}
