/**
 * The text of a record: its body, or its summary where there is no body or one that an aggregator's filter has robbed of
 * its letters ("1 2021 30 : 15.68 15.78"), as answers of news services hold for Arabic.
 */
import type { Span } from '../text/span.ts'
import { readFlow } from './article-flow.ts'
import { splitLines } from './lines.ts'
import { type LocatedText, placeIn } from './located-text.ts'
import type { ArticleDraft, PageDraft } from './page-draft.ts'

/** Where a service cut the text and says how much is left: "… [+559 chars]". */
const CUT = /\s*(?:…|\.{3})?\s*\[\+\d+ chars?\]\s*$/
const LETTER = /\p{L}/gu
const NOT_SPACE = /\S/gu
const ARABIC = /\p{Script=Arabic}/gu
/** Letters of an Arabic summary, and of what a filter leaves of a body that was cut before. */
const SHORT_SUMMARY = 20
const MOST_FILTERED = 300
const LEAST_LETTERS = 0.3
const MOST_LETTERS = 0.6

/** Reads body and summary into the article. */
export function readRecordBody(
  draft: PageDraft,
  article: ArticleDraft,
  body: LocatedText | undefined,
  summary: LocatedText | undefined,
): void {
  const short = summary?.text.trim() ?? ''
  if (body !== undefined && hasLostLetters(body.text, short)) {
    draft.claim(whole(body), 'METADATA')
    draft.note('LETTERS_LOST', 'The body has lost its letters; the summary stands for it.', whole(body))
  } else if (body !== undefined) readFlowOf(draft, article, body)
  if (article.text !== '' || summary === undefined || short === '') return
  // Video pages and feeds: the summary is all the text there is.
  article.text = short
  draft.note('SUMMARY_ONLY', 'The record has no body; its summary stands for it.', whole(summary))
}

function readFlowOf(draft: PageDraft, article: ArticleDraft, body: LocatedText): void {
  const cut = CUT.exec(body.text)
  const text = cut === null ? body.text : body.text.slice(0, cut.index)
  readFlow({ draft, text, lines: splitLines(text), place: (span) => placeIn(body, span), article }, 0)
  if (cut === null) return
  const place = placeIn(body, { start: cut.index, end: body.text.length })
  draft.claim(place, 'NAVIGATION')
  draft.note('TEASER', 'The text is cut, and says how much is missing.', place)
}

/** Whether a body has few letters, or none of the script that its summary is written in, and is no longer than that. */
function hasLostLetters(body: string, summary: string): boolean {
  if (body.trim() === '' || letterShare(summary) < MOST_LETTERS) return false
  if (letterShare(body) < LEAST_LETTERS) return true
  const [inBody, inSummary] = [body, summary].map((text) => text.match(ARABIC)?.length ?? 0)
  const letters = body.match(LETTER)?.length ?? 0
  return inBody === 0 && (inSummary ?? 0) > SHORT_SUMMARY && letters < MOST_FILTERED
}

function letterShare(text: string): number {
  const all = text.match(NOT_SPACE)?.length ?? 0
  return all === 0 ? 0 : (text.match(LETTER)?.length ?? 0) / all
}

function whole(value: LocatedText): Span {
  return placeIn(value, { start: 0, end: value.text.length })
}
