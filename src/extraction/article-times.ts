/**
 * Words of an article that tell a time. The text is read first: the day that it calls today is the headline's, too, and
 * a day that contradicts the printed one is noted.
 */

import type { TimeExpression } from '../time/fuzzy-date.ts'
import { readTimes } from '../time/read-times.ts'
import type { ArticleField, ExtractionNote } from './annotations.ts'
import { type ArticleText, wordsOf } from './article-text.ts'

type ArticleTimes = {
  readonly times: readonly (TimeExpression & { readonly field: ArticleField })[]
  readonly notes: readonly ExtractionNote[]
}

/** Times of headline and text, the headline's first. */
export function articleTimes(text: ArticleText): ArticleTimes {
  const { publishedOn, language } = text.input
  const body = readTimes(wordsOf(text.input, 'TEXT'), sentencesOf(text, 'TEXT'), { publishedOn, language })
  const head = readTimes(wordsOf(text.input, 'HEADLINE'), sentencesOf(text, 'HEADLINE'), {
    publishedOn: body.today ?? publishedOn,
    language,
  })
  const times = [
    ...head.expressions.map((one) => ({ ...one, field: 'HEADLINE' as const })),
    ...body.expressions.map((one) => ({ ...one, field: 'TEXT' as const })),
  ]
  const notes = body.contradictions.map(({ message, span }) => {
    return {
      code: 'DATE_CONTRADICTS_WEEKDAY',
      message,
      span: { field: 'TEXT' as const, start: span.start, end: span.end },
    }
  })
  return { times, notes }
}

function sentencesOf(text: ArticleText, field: ArticleField) {
  return text.sentences.filter((sentence) => sentence.field === field)
}
