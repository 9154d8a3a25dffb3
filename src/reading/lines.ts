/**
 * Lines of a text with their places. A line's span is its words alone: white space, bidi marks and other invisible
 * characters at its ends belong to nobody.
 */
import type { Span } from '../text/span.ts'
import { type Token, tokenize } from '../text/tokens.ts'

/** A line that is not blank. */
export type Line = Span & {
  readonly text: string
  /** True when a blank line, or the text's beginning, stands before it. */
  readonly opensBlock: boolean
  /** Its first tokens, enough to know a label by; spans count from the line's start. */
  readonly head: readonly Token[]
  /** How many words it has. */
  readonly words: number
}

/** Characters of a line that are looked at for a label. */
const HEAD_LENGTH = 160
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
const INVISIBLE = '\\s\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
const LEADING = new RegExp(`^[${INVISIBLE}]+`)
const INVISIBLE_ALL = new RegExp(`^[${INVISIBLE}]*$`)
const TRAILING_CHARACTER = new RegExp(`[${INVISIBLE}]`)
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu

/** Lines of `text` that are not blank, in order. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let opensBlock = true
  let start = 0
  for (const end of lineEnds(text)) {
    const span = trimSpan(text, { start, end: end.start })
    if (span.start < span.end) {
      lines.push(lineAt(text, span, opensBlock))
      opensBlock = false
    } else opensBlock = true
    start = end.end
  }
  return lines
}

/** Makes a line of any stretch of `text`, trimmed. */
export function lineAt(text: string, span: Span, opensBlock: boolean): Line {
  const trimmed = trimSpan(text, span)
  const words = text.slice(trimmed.start, trimmed.end)
  return {
    ...trimmed,
    text: words,
    opensBlock,
    head: tokenize(words.slice(0, HEAD_LENGTH)),
    words: countWords(words),
  }
}

/** The span without white space and invisible characters at its ends. */
export function trimSpan(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end)
  const leading = LEADING.exec(slice)?.[0].length ?? 0
  let end = slice.length
  while (end > leading && TRAILING_CHARACTER.test(slice.charAt(end - 1))) end -= 1
  return { start: span.start + leading, end: span.start + end }
}

/** True for a text that nobody sees. */
export function isBlank(text: string): boolean {
  return INVISIBLE_ALL.test(text)
}

/** How many words a text has. */
function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

function* lineEnds(text: string): Generator<Span> {
  for (const match of text.matchAll(LINE_END)) yield { start: match.index, end: match.index + match[0].length }
  yield { start: text.length, end: text.length }
}
