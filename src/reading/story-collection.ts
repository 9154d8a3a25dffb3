/**
 * Many stories in one text, one below the other, with nothing between them but their headlines: an export of a whole
 * site. An article with subheadings looks alike; but a headline sums its lead up, word for word in large part, which
 * subheadings do now and then and headlines nearly always.
 */
import { readFlow } from './article-flow.ts'
import { furnitureOf } from './furniture.ts'
import { bulletLength, headlineKey, isHeadlineLike, isParagraph } from './line-shape.ts'
import type { Line } from './lines.ts'
import type { PageDraft } from './page-draft.ts'
import { contentWords, isLeadOf } from './related.ts'

const FEWEST_STORIES = 4
const MOST_STORIES = 1000
const FEWEST_HEADLINE_WORDS = 4
const FEWEST_SHARED = 3
const LEAST_SHARED = 0.5
const LEAST_SUMMED = 0.7
/** A section's name before its stories. */
const SECTION = /^#{1,6}\s/

/** Reads the text when it is such a collection; false, and nothing claimed, when it is not. */
export function readCollection(draft: PageDraft, lines: readonly Line[]): boolean {
  const heads = [...lines.keys()].filter((index) => isHead(lines, index))
  if (heads.length < FEWEST_STORIES || heads.length > MOST_STORIES) return false
  const summed = heads.filter((index) => sumsUp(lines[index], lines[index + 1])).length
  const keys = new Set(heads.map((index) => headlineKey(lines[index]?.text ?? '')))
  const before = lines.slice(0, heads[0]).every((line) => SECTION.test(line.text))
  if (!before || keys.size < heads.length || summed < LEAST_SUMMED * heads.length) return false
  for (const line of lines) if (SECTION.test(line.text)) draft.claim(line, 'NAVIGATION')
  for (const [at, index] of heads.entries()) {
    const head = lines[index]
    if (head === undefined) continue
    const article = draft.open('MAIN', head.text, head.start)
    draft.claim(head, 'HEADLINE', article)
    const story = lines.slice(index + 1, heads[at + 1]).filter((line) => !SECTION.test(line.text))
    readFlow({ draft, text: draft.text, lines: story, place: (span) => span, article }, 0)
  }
  draft.note('SEVERAL_RECORDS', `The text holds ${heads.length} stories; each is an article of its own.`)
  return true
}

function isHead(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined || line.words < FEWEST_HEADLINE_WORDS) return false
  if (!isHeadlineLike(line) || bulletLength(line.text) > 0 || SECTION.test(line.text)) return false
  return isParagraph(next) && furnitureOf(line) === null && furnitureOf(next) === null
}

/** True when the paragraph repeats most of the headline. */
function sumsUp(headline: Line | undefined, paragraph: Line | undefined): boolean {
  if (headline === undefined || paragraph === undefined || !isLeadOf(headline, paragraph)) return false
  const words = contentWords(headline.text)
  const told = contentWords(paragraph.text)
  const shared = [...words].filter((word) => told.has(word)).length
  return shared >= FEWEST_SHARED && shared >= LEAST_SHARED * words.size
}
