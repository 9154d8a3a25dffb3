/** An annotated article of `training/`: one line of its files, and the annotations as spans into headline and text. */
import type { ArticleField, ArticleInput, FieldSpan } from '../extraction/annotations.ts'
import { readTagged } from './tagged-text.ts'

/** An event as the annotator wrote it; people and bodies by their fullest name, countries by their code. */
export type TrainingEvent = {
  /** The number that its `V` tags carry. */
  readonly v: number
  readonly type: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly themes: readonly string[]
  /** EDTF; null when the text does not say. */
  readonly date: string | null
  readonly place: string | null
  readonly status: string
  readonly attribution: readonly string[]
}

export type TrainingQuote = {
  readonly speaker: string
  /** The words, exactly as in one of the sentences. */
  readonly text: string
  readonly direct: boolean
  readonly attribution: readonly string[]
}

/** One line of a file of `training/`. */
export type TrainingArticle = {
  readonly id: string
  readonly style: string
  readonly language: string
  readonly publishedOn: string
  readonly source: string
  readonly headline: string
  readonly sentences: readonly string[]
  readonly events: readonly TrainingEvent[]
  readonly quotes: readonly TrainingQuote[]
}

/** A tag with its words' place in the article. */
export type GoldSpan = FieldSpan & {
  /** P, C, O, L, R, T or V. */
  readonly tag: string
  /** What the tag says after its first colon; "" when it says nothing. */
  readonly value: string
  readonly words: string
}

/** An article as the extractor takes it, and what it should find there. */
export type GoldArticle = TrainingArticle & {
  readonly input: ArticleInput
  readonly spans: readonly GoldSpan[]
}

/** Sentences stand in paragraphs of their own, as newswire has them. */
const BETWEEN_SENTENCES = '\n\n'

/**
 * Lays an annotated article out.
 * @throws TagError when its tags do not pair
 */
export function goldArticle(article: TrainingArticle): GoldArticle {
  const { language, publishedOn, source } = article
  const headline = readTagged(article.headline)
  const spans = headline.spans.map((span) => goldSpan(span, 'HEADLINE', 0))
  let text = ''
  for (const sentence of article.sentences) {
    if (text !== '') text += BETWEEN_SENTENCES
    const tagged = readTagged(sentence)
    spans.push(...tagged.spans.map((span) => goldSpan(span, 'TEXT', text.length)))
    text += tagged.text
  }
  return { ...article, input: { headline: headline.text, text, language, publishedOn, source }, spans }
}

/** The words of a span of an article. */
export function wordsOf(input: ArticleInput, { field, start, end }: FieldSpan): string {
  return (field === 'HEADLINE' ? input.headline : input.text).slice(start, end)
}

function goldSpan(
  { tag, start, end, words }: { tag: string; start: number; end: number; words: string },
  field: ArticleField,
  offset: number,
): GoldSpan {
  const colon = tag.indexOf(':')
  const [name, value] = colon < 0 ? [tag, ''] : [tag.slice(0, colon), tag.slice(colon + 1)]
  return { field, start: start + offset, end: end + offset, tag: name, value, words }
}
