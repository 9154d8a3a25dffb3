/**
 * XML of which nothing is known: taken for a page's text it would fall apart into nonsense. It is refused with what to
 * send instead.
 */
import type { Reader } from './page.ts'
import { refuse } from './refusal.ts'

const XML = /^\s*<\?xml[\s?]/i
const HEAD = 4000
const ROOT = /<([a-z][^\s<>/]{0,60})/i

/** Takes what cannot be read, so that no other reader does. */
export const unsupported: Reader = {
  name: 'unsupported',
  sniff: (text) => (XML.test(text.slice(0, HEAD)) ? 0.8 : 0),
  read: (text) => {
    const root = ROOT.exec(text.slice(0, HEAD))?.[1]
    return refuse(
      'FORMAT_UNSUPPORTED',
      `XML${root === undefined ? '' : ` that begins with <${root}>`} is no format known here (RSS, Atom, RDF, NewsML, NewsML-G2 and NITF are): send the page's text, or a JSON record with title, content, date, source and url.`,
    )
  },
}
