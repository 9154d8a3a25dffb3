/**
 * Formats that are known and not read yet: markup and tables, which would fall apart into nonsense if they were taken for
 * a page's text. Each is refused with what to send instead.
 */
import type { RawDocument, Reader } from './page.ts'
import { type Refusal, refuse } from './refusal.ts'

const WIRE = /<(?:newsML|newsMessage|newsItem|nitf)[\s>]/i
const XML = /^\s*<\?xml[\s?]/i
const TABLE = /(?:^|[/.])(?:csv|tsv|tab-separated-values)(?:$|[;\s])/i
const HEAD = 4000

/** Takes what cannot be read yet, so that no other reader does. */
export const unsupported: Reader = {
  name: 'unsupported',
  sniff: (text, raw) => (formatOf(text, raw) === null ? 0 : 0.8),
  read: (text, raw): Refusal =>
    refuse(
      'FORMAT_UNSUPPORTED',
      `${formatOf(text, raw) ?? 'This format'} cannot be read yet: send the page's text, or a JSON record with title, content, date, source and url.`,
    ),
}

function formatOf(text: string, raw: RawDocument): string | null {
  const head = text.slice(0, HEAD)
  if (WIRE.test(head)) return 'A wire format in XML'
  if (XML.test(head)) return 'XML'
  return TABLE.test(raw.mediaType ?? '') || TABLE.test(raw.filename ?? '') ? 'A table' : null
}
