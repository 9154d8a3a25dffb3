/**
 * Formats that are known and not read yet: markup, which would fall apart into nonsense if they were taken for
 * a page's text. Each is refused with what to send instead.
 */
import type { Reader } from './page.ts'
import { type Refusal, refuse } from './refusal.ts'

const WIRE = /<(?:newsML|newsMessage|newsItem|nitf)[\s>]/i
const XML = /^\s*<\?xml[\s?]/i
const HEAD = 4000

/** Takes what cannot be read yet, so that no other reader does. */
export const unsupported: Reader = {
  name: 'unsupported',
  sniff: (text) => (formatOf(text) === null ? 0 : 0.8),
  read: (text): Refusal =>
    refuse(
      'FORMAT_UNSUPPORTED',
      `${formatOf(text) ?? 'This format'} cannot be read yet: send the page's text, or a JSON record with title, content, date, source and url.`,
    ),
}

function formatOf(text: string): string | null {
  const head = text.slice(0, HEAD)
  if (WIRE.test(head)) return 'A wire format in XML'
  return XML.test(head) ? 'XML' : null
}
