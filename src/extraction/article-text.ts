/**
 * An article as the extraction reads it: its headline and text cut into sentences, each with its tokens, so that no
 * rule cuts anything itself. Spans and tokens are offsets into the article's own strings.
 */
import { splitSentences } from '../text/sentences.ts'
import { type Token, tokenize } from '../text/tokens.ts'
import type { ArticleField, ArticleInput, FieldSpan, SentenceAnnotation } from './annotations.ts'

/** A sentence with what stands in it. */
export type AnalyzedSentence = SentenceAnnotation & {
  /** Its place in `ArticleText.sentences`: the headline's sentences first. */
  readonly index: number
  /** The slice itself. */
  readonly text: string
  /** In text order; spans are offsets into the field, not into the sentence. */
  readonly tokens: readonly Token[]
}

/** An article ready for the rules. */
export type ArticleText = {
  readonly input: ArticleInput
  readonly sentences: readonly AnalyzedSentence[]
  /** The words of a span. */
  slice(span: FieldSpan): string
}

/** Cuts an article into sentences and tokens, headline first. */
export function analyze(input: ArticleInput): ArticleText {
  const sentences: AnalyzedSentence[] = []
  for (const field of ['HEADLINE', 'TEXT'] as const) {
    const words = wordsOf(input, field)
    for (const { start, end } of splitSentences(words)) {
      const text = words.slice(start, end)
      sentences.push({ field, start, end, index: sentences.length, text, tokens: tokenize(text, start) })
    }
  }
  return { input, sentences, slice: (span) => wordsOf(input, span.field).slice(span.start, span.end) }
}

/** The string that a field's spans point into. */
export function wordsOf(input: ArticleInput, field: ArticleField): string {
  return field === 'HEADLINE' ? input.headline : input.text
}
