/**
 * The reader for records of the Text Retrieval Conference's kind: `<DOC>` with a field a tag, as news collections come.
 * Tags are not nested, and what they hold is text as it stands. Several records in one document are several articles.
 */
import { type RecordField, recordField } from '../lexicon/record-fields.ts'
import type { Span } from '../text/span.ts'
import { cleanFields } from './field-text.ts'
import { trimSpan } from './lines.ts'
import { type LocatedText, sliceOf } from './located-text.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { readRecord } from './record-article.ts'

const OPENS = /^\s*<DOC>\s*</i
const TAG = /<(\/?)([A-Z][A-Z0-9_-]{0,30})>/gi
const RECORD = 'DOC'

/** Reads TREC records. */
export const trecRecord: Reader = {
  name: 'trec-record',
  sniff: (text) => (OPENS.test(text.slice(0, 400)) ? 1 : 0),
  read: readTrec,
}

function readTrec(text: string, raw: RawDocument): Page {
  const draft = new PageDraft(text)
  let fields: { [Field in RecordField]?: LocatedText } = {}
  let start = 0
  let open: { name: string; end: number } | null = null
  const close = (): void => {
    if (Object.keys(fields).length > 0) readRecord(draft, cleanFields(fields), start, raw.url)
    fields = {}
  }
  for (const tag of text.matchAll(TAG)) {
    const name = (tag[2] ?? '').toUpperCase()
    const end = tag.index + tag[0].length
    if (name === RECORD) {
      close()
      draft.claim({ start: tag.index, end }, 'MARKUP')
      if (tag[1] === '') start = tag.index
      open = null
    } else if (tag[1] === '' && open === null) open = { name, end }
    else if (tag[1] === '/' && open?.name === name) {
      const field = recordField(name)?.field
      const span: Span = trimSpan(text, { start: open.end, end: tag.index })
      if (field !== undefined && fields[field] === undefined) fields[field] = sliceOf(text, span)
      else draft.claim(span, 'METADATA')
      open = null
    }
  }
  close()
  return draft.finish('text/sgml', raw.url, 'MARKUP')
}
