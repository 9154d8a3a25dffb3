/** Tokens of a sentence that only look like a country or place, worked out once for all rules that ask. */
import { homographTokens } from '../../lexicon/homographs.ts'
import type { AnalyzedSentence } from '../article-text.ts'

const KNOWN = new WeakMap<AnalyzedSentence, readonly boolean[]>()

/** For each token, whether it is part of a phrase that is spelt like a country or place and is none. */
export function homographsIn(sentence: AnalyzedSentence): readonly boolean[] {
  const known = KNOWN.get(sentence)
  if (known !== undefined) return known
  const found = homographTokens(sentence.tokens)
  KNOWN.set(sentence, found)
  return found
}
