/**
 * Crawled text that names its parts line by line ("Title: …", "Date: …", "العنوان: …") before the story begins, with a
 * label of its own or without. The labels are the names that records use for their fields.
 */
import { type RecordField, recordField } from '../lexicon/record-fields.ts'
import type { Span } from '../text/span.ts'
import type { Line } from './lines.ts'
import { sliceOf } from './located-text.ts'
import type { PageDraft } from './page-draft.ts'
import { type RecordFields, readRecord } from './record-article.ts'

const LABELLED = /^[\s*_-]*([\p{L}][\p{L}\p{N} _-]{1,30}?)[*_]*\s*[:：][*_]*\s*(.*)$/su
const MOST_LINES = 16
const MOST_LABEL_WORDS = 3
const FEWEST_FIELDS = 2

/** Reads a page whose first lines are labelled; false, and nothing claimed, when they are not. */
export function readLabelled(draft: PageDraft, lines: readonly Line[], url: string | null): boolean {
  const labels: Span[] = []
  const fields: { [Field in RecordField]?: Span } = {}
  let behind = 0
  for (const line of lines.slice(0, MOST_LINES)) {
    const match = LABELLED.exec(line.text)
    const label = match?.[1]?.trim() ?? ''
    const known = label.split(' ').length > MOST_LABEL_WORDS ? null : recordField(label)
    if (match === null || known === null) {
      if (behind > 0 || line.words > MOST_LABEL_WORDS) break
      continue
    }
    const start = line.end - (match[2]?.length ?? 0)
    behind = line.end
    labels.push({ start: line.start, end: start })
    if (known.field === 'TEXT') {
      fields.TEXT = { start, end: draft.text.length }
      break
    }
    if (start < line.end) fields[known.field] ??= { start, end: line.end }
  }
  if (fields.TITLE === undefined || Object.keys(fields).length < FEWEST_FIELDS) return false
  for (const label of labels) draft.claim(label, 'METADATA')
  fields.TEXT ??= { start: behind, end: draft.text.length }
  const located = Object.entries(fields).map(([field, span]) => [field, sliceOf(draft.text, span)])
  readRecord(draft, Object.fromEntries(located) as RecordFields, 0, url)
  return true
}
