/**
 * The door of this room: a document as bytes comes in, a page with its articles goes out, or a refusal that says what to
 * do. The reader is chosen by content first; a file's name and media type only tip the balance inside the readers.
 */
import { crawledText } from './crawled-text.ts'
import { decode } from './decode.ts'
import { jsonFeed } from './feed/json-feed.ts'
import { xmlFeed } from './feed/xml-feed.ts'
import { htmlPage } from './html/html-page.ts'
import { jsonRecord } from './json-record.ts'
import { markdownText } from './markdown-text.ts'
import type { Page, PageNote, RawDocument, Reader } from './page.ts'
import { hasMap, recordMapOf } from './record-map.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { tableRecord } from './table-record.ts'
import { trecRecord } from './trec-record.ts'
import { unsupported } from './unsupported.ts'
import { ninjs } from './wire/ninjs.ts'
import { wireXml } from './wire/wire-xml.ts'
import { xmlRecord } from './xml-record.ts'

/** Every format that can be read. */
const READERS: readonly Reader[] = [
  trecRecord,
  jsonRecord,
  jsonFeed,
  xmlFeed,
  ninjs,
  wireXml,
  htmlPage,
  xmlRecord,
  tableRecord,
  unsupported,
  markdownText,
  crawledText,
]

/** Those that heed `--map`. */
const MAPPED: readonly Reader[] = [jsonRecord, tableRecord]

/** Reads a document. Never throws on bad input. */
export function readDocument(raw: RawDocument): Page | Refusal {
  const decoded = decode(raw.bytes, raw.mediaType)
  if (isRefusal(decoded)) return decoded
  const reader = choose(decoded.text, raw)
  const outcome = reader.read(decoded.text, raw)
  if (isRefusal(outcome)) return outcome
  const crawledAt = outcome.crawledAt ?? raw.retrievedAt ?? null
  return { ...outcome, crawledAt, notes: [...decoded.notes, ...unusedMap(reader, raw), ...outcome.notes] }
}

/** What was said of a document's fields is said in vain where it has none. */
function unusedMap(reader: Reader, raw: RawDocument): readonly PageNote[] {
  if (MAPPED.includes(reader) || !hasMap(recordMapOf(raw.mediaType))) return []
  return [
    { code: 'MAP_UNUSED', message: 'The document has no columns or members: --map says nothing of it.', span: null },
  ]
}

function choose(text: string, raw: RawDocument): Reader {
  let best: Reader = crawledText
  let sure = 0
  for (const reader of READERS) {
    const score = reader.sniff(text, raw)
    if (score > sure) [best, sure] = [reader, score]
  }
  return best
}
