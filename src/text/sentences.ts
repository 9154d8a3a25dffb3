/**
 * Cuts a text into sentences. A blank line always cuts; a full stop, question or exclamation mark cuts when white space
 * follows, except behind an abbreviation or an initial (د. حسن, Mr. Smith), inside a number, and inside a quotation or
 * bracket that closes later in the same paragraph. Two or more dots are a pause, no end. A text without any stops is cut
 * between words all the same, so that the rules, which read a sentence as a whole, take no more time than its length.
 */
import { pointSize } from './code-points.ts'
import { foldKey } from './fold.ts'
import type { Span } from './span.ts'
import { readTable } from './table.ts'

const ENDS = '.!?؟۔'
const CLOSERS = '"”»›’\')]}'
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
  ['(', ')'],
  ['[', ']'],
])
const MARKS = ENDS + [...OPENERS.keys()].join('')
/** A quotation longer than this is taken to have lost its end. */
const LONGEST_QUOTATION = 600
/** Code units; news has no sentence of that length, but lists and transcripts go on without a stop. */
const LONGEST_SENTENCE = 4000
const PARAGRAPH = /\n[^\S\n]*\n\s*|[\u2029\f]\s*/gu

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  readTable(new URL('./abbreviations.tsv', import.meta.url), ['form', 'lang', 'gloss', 'source']).map(
    (row) => row.form,
  ),
)

/** Sentences in order, trimmed, none empty. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const gap of text.matchAll(PARAGRAPH)) {
    splitParagraph(text, start, gap.index, sentences)
    start = gap.index + gap[0].length
  }
  splitParagraph(text, start, text.length, sentences)
  return sentences
}

function splitParagraph(text: string, from: number, to: number, sentences: Span[]): void {
  let start = from
  for (let at = from; at < to; at++) {
    if (!MARKS.includes(text.charAt(at))) continue
    const close = closingQuote(text, at, to)
    const mark = close > 0 ? (endsInside(text, at, close) ? close - 1 : -1) : at
    if (close > 0) at = close
    if (mark < 0 || !ENDS.includes(text.charAt(mark))) continue
    const end = endAfterClosers(text, mark, to)
    if (!isEnd(text, mark, from) || !isCut(text, mark, end, to)) continue
    pushTrimmed(text, start, end, sentences)
    start = end
    at = end - 1
  }
  pushTrimmed(text, start, to, sentences)
}

/** Where the quotation or bracket that opens at `at` closes in this paragraph; -1 when none opens or it never closes. */
function closingQuote(text: string, at: number, to: number): number {
  const closer = OPENERS.get(text.charAt(at))
  if (closer === undefined || !/[\p{L}\p{N}«“]/u.test(text.charAt(at + 1))) return -1
  const close = text.slice(at + 1, Math.min(to, at + 1 + LONGEST_QUOTATION)).indexOf(closer)
  return close < 0 ? -1 : at + 1 + close
}

/** The quotation brings its own full stop: «...». */
function endsInside(text: string, open: number, close: number): boolean {
  return (
    text.charAt(close - 1) === '.' && text.charAt(close - 2) !== '.' && close - open > 1 && text.charAt(close) !== ')'
  )
}

/** Behind the end marks and closing quotes that follow the one at `at`. */
function endAfterClosers(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && (ENDS.includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))) end += 1
  return end
}

/** The mark at `at` may end a sentence by what stands before it. */
function isEnd(text: string, at: number, from: number): boolean {
  if (text.charAt(at) !== '.') return true
  if (text.charAt(at + 1) === '.' || text.charAt(at - 1) === '.') return false
  let start = at
  while (start > from && /[\p{L}\p{M}.]/u.test(text.charAt(start - 1))) start -= 1
  const word = text.slice(start, at)
  if (word === '') return true
  const letters = foldKey(word)
  if (/^(\p{L}\.)*\p{L}$/u.test(letters)) return false
  return !ABBREVIATIONS.has(word)
}

/** A sentence may begin at `end` by what stands there. */
function isCut(text: string, at: number, end: number, to: number): boolean {
  if (end >= to) return true
  const next = text.charAt(end)
  if (!/\s/u.test(next)) {
    // Arabic typed without the space: "... النهاية.وقال". Latin letters there are a domain.
    return end === at + 1 && /\p{Script=Arabic}/u.test(text.charAt(at - 1)) && /\p{Script=Arabic}/u.test(next)
  }
  const rest = /\S/u.exec(text.slice(end, end + 64))?.[0] ?? ''
  return !/^[\p{Ll},;،؛:)\]»]/u.test(rest)
}

function pushTrimmed(text: string, from: number, to: number, sentences: Span[]): void {
  let start = from
  let end = to
  while (start < end && /\s/u.test(text.charAt(start))) start += 1
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1
  while (end - start > LONGEST_SENTENCE) {
    const cut = lastGap(text, start + LONGEST_SENTENCE / 2, start + LONGEST_SENTENCE)
    pushTrimmed(text, start, cut, sentences)
    start = cut
    while (start < end && /\s/u.test(text.charAt(start))) start += 1
  }
  if (end > start) sentences.push({ start, end })
}

/** The last space between two positions, or else the last character's begin. */
function lastGap(text: string, from: number, to: number): number {
  const words = text.slice(from, to)
  const gap = Math.max(...['\n', ' '].map((space) => words.lastIndexOf(space)))
  if (gap >= 0) return from + gap
  return to - (pointSize(text, to - 1) - 1)
}
