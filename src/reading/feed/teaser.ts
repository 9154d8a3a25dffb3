/**
 * What software puts behind the text of an entry: "[…]", "… المزيد", "Continue reading", "The post … appeared first on
 * …". It is no text of the story, and the first three say that the story goes on elsewhere.
 */
import { feedTails } from '../../lexicon/feed-tails.ts'
import { fold, sourceSpan } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import { countWords } from '../html/text-blocks.ts'
import { type LocatedText, placeIn } from '../located-text.ts'

/** A text without such words; `asks` is where they ask to read on, in the document. */
export type EntryText = {
  readonly text: LocatedText
  readonly tails: readonly Span[]
  /** Null when nothing says that the text is a beginning. */
  readonly cutAt: Span | null
}

/** Behind a sentence, dots or a bracket, or on a line of its own: "نريد المزيد" asks for nothing. */
const BEFORE = '(?<=^|\\n\\s*|[.…؟!?»”"\\])>|]\\s*)[\\s\\[(«<|›-]*'
const BEHIND = '[\\s.…\\])»›>←→|:-]*$'
const MORE = new RegExp(`${BEFORE}(?:${feedTails.MORE})${BEHIND}`, 'u')
const CREDIT = new RegExp(`(?<=^|\\n\\s*|[.…؟!?»”"\\])]\\s+)(?:${feedTails.CREDIT})\\s*$`, 'u')
const BRACKET = /\s*(?:\[(?:\.{2,}|…|\?)\]|\((?:\.{3}|…)\))\s*$/u
const DOTS = /(?:\.{3,}|…)\s*$/u
const TAIL = 800
const MOST_TAILS = 4
/** A summary with more words is the story, or enough of it. */
const MOST_SUMMARY_WORDS = 120
/** So few words in one paragraph are no story, wherever they stand. */
const MOST_LEAD_WORDS = 40

/** Takes those words off the end of an entry's text. */
export function splitTails(source: LocatedText): EntryText {
  const tails: Span[] = []
  let cutAt: Span | null = null
  let end = source.text.trimEnd().length
  while (tails.length < MOST_TAILS) {
    const found = tailOf(source.text, end)
    if (found === null) break
    const blank = source.text.slice(found.start, end).search(/\S/u)
    const place = placeIn(source, { start: found.start + blank, end })
    tails.push(place)
    if (found.asks) cutAt = place
    end = source.text.slice(0, found.start).trimEnd().length
  }
  if (cutAt === null && DOTS.test(source.text.slice(0, end))) cutAt = placeIn(source, { start: 0, end })
  const offsets = Uint32Array.from({ length: end + 1 }, (_, at) => source.offsets[at] ?? 0)
  return { text: { text: source.text.slice(0, end), offsets }, tails: tails.reverse(), cutAt }
}

/** True for a text that is no more than a beginning by its length. */
export function isBeginning(text: string, isSummary: boolean): boolean {
  const words = countWords(text)
  return isSummary ? words <= MOST_SUMMARY_WORDS : words <= MOST_LEAD_WORDS && !text.trim().includes('\n\n')
}

function tailOf(text: string, end: number): { start: number; asks: boolean } | null {
  const from = Math.max(0, end - TAIL)
  const slice = text.slice(from, end)
  const bracket = BRACKET.exec(slice)
  if (bracket !== null) return { start: from + bracket.index, asks: true }
  const folded = fold(slice)
  for (const [pattern, asks] of [
    [MORE, true],
    [CREDIT, false],
  ] as const) {
    const match = pattern.exec(folded.key)
    if (match === null) continue
    return { start: from + sourceSpan(folded, match.index, match.index + match[0].length).start, asks }
  }
  return null
}
