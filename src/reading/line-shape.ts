/**
 * What a line looks like before anything is known of its page: a headline is short and has no full stop, a paragraph
 * is long or made of whole sentences. Arabic headlines part their halves by two dots and may end in a question mark,
 * so neither makes a sentence.
 */
import { foldKey } from '../text/fold.ts'
import type { Line } from './lines.ts'

/** No outlet we know prints longer headlines. */
const MOST_HEADLINE_WORDS = 24
const FEWEST_PARAGRAPH_WORDS = 6
/** A full stop, not the second of two dots, with what may close behind it. */
const STOP_AT_END = /(?:[^.\s]\.|۔|\.\.\.|…)["'”’»)\]]*$/u
const STOP_INSIDE = /[^.\s]{2}[.؟!]["”’»)]?\s+\S/u
const BULLET = /^\s*(?:[•●▪■◦‣⁃∙·*]|[-–—](?=\s))\s*/u
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu

/** A line that could stand over a story: a few words, no sentence. */
export function isHeadlineLike(line: Line): boolean {
  return line.words > 0 && !isParagraph(line)
}

/** A line that has or ends a whole sentence. */
export function endsSentence(line: Line): boolean {
  return STOP_AT_END.test(line.text) || STOP_INSIDE.test(line.text)
}

/** A line that could only stand in a story. */
export function isParagraph(line: Line): boolean {
  if (line.words > MOST_HEADLINE_WORDS) return true
  if (line.words < FEWEST_PARAGRAPH_WORDS) return false
  return STOP_AT_END.test(line.text) || (line.words > 12 && STOP_INSIDE.test(line.text))
}

/** Length of the bullet that opens a line; 0 when there is none. */
export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0
}

/** What two printings of one headline have in common. */
export function headlineKey(text: string): string {
  return foldKey(text).replace(NOT_A_WORD, ' ').trim()
}
