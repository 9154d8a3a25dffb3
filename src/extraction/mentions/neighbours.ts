/** The words around a token, over nothing but white space: a comma or quotation mark parts what it stands between. */
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import { isWord } from './words.ts'

/** Opening and closing quotation marks do not part a name from its neighbours. */
const QUOTES = '"«»“”„\'‘’'

/** The word right before token `at`; undefined when there is none or punctuation stands between. */
export function wordBefore(sentence: AnalyzedSentence, at: number): Token | undefined {
  const token = sentence.tokens[at - 1]
  const skipped = token !== undefined && isQuote(token) ? sentence.tokens[at - 2] : token
  return isWord(skipped) ? skipped : undefined
}

/** The word right after token `at`; undefined when there is none or punctuation stands between. */
export function wordAfter(sentence: AnalyzedSentence, at: number): Token | undefined {
  const token = sentence.tokens[at + 1]
  const skipped = token !== undefined && isQuote(token) ? sentence.tokens[at + 2] : token
  return isWord(skipped) ? skipped : undefined
}

export function isQuote(token: Token): boolean {
  return QUOTES.includes(token.text)
}
