/** The reader for plain text that a crawler took from a page: any lines in any order, told apart by their words and shape. */
import { readFlow } from './article-flow.ts'
import { readHeader } from './crawled-header.ts'
import { readFrontPage } from './front-page.ts'
import { readLabelled } from './labelled-text.ts'
import { type Line, splitLines } from './lines.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { dayInUrl } from './stamps.ts'
import { readCollection } from './story-collection.ts'

/** Sure of nothing, so that it takes what no other reader claims. */
const LAST_RESORT = 0.1

/** Reads crawled text. */
export const crawledText: Reader = {
  name: 'crawled-text',
  sniff: () => LAST_RESORT,
  read: readCrawledText,
}

function readCrawledText(text: string, raw: RawDocument): Page {
  const draft = new PageDraft(text)
  readCrawledLines(draft, splitLines(text), raw)
  return draft.finish('text/plain', raw.url, 'NAVIGATION')
}

/** Reads lines of the draft's text into it. */
export function readCrawledLines(draft: PageDraft, lines: readonly Line[], raw: RawDocument): void {
  if (readLabelled(draft, lines, raw.url) || readCollection(draft, lines) || readFrontPage(draft, lines)) return
  const { article, next } = readHeader(draft, lines)
  readFlow({ draft, text: draft.text, lines, place: (span) => span, article }, next)
  article.url = raw.url
  if (article.text === '') draft.note('NO_TEXT', 'The page has a headline and no text under it.')
  if (article.publishedOn === null && raw.url !== null) {
    article.publishedOn = dayInUrl(raw.url)
    article.dateBasis = article.publishedOn === null ? null : 'URL'
  }
}
