/** Time expressions: by their exact spans, and by span and resolved value. */
import type { ArticleAnnotations } from '../extraction/annotations.ts'
import { compare, type Item, type Outcome } from './score.ts'
import { type GoldArticle, wordsOf } from './training-article.ts'

/** Spans, then spans with values; an expression that cannot be resolved has the value `?`. */
export function scoreTimes(gold: GoldArticle, found: ArticleAnnotations): Outcome[] {
  const expected = gold.spans.filter(({ tag }) => tag === 'T').map((span) => ({ ...span, value: exact(span.value) }))
  const times = found.times.map((time) => ({ ...time, value: time.date?.edtf ?? '?' }))
  const wanted = (valued: boolean) =>
    expected.map((span): Item => ({ key: keyOf(span, valued), says: `«${span.words}» = ${span.value}` }))
  const got = (valued: boolean) =>
    times.map(
      (time): Item => ({
        key: keyOf(time, valued),
        says: `«${wordsOf(gold.input, time)}» = ${time.value} (${time.rule})`,
      }),
    )
  return [compare('timeSpans', wanted(false), got(false)), compare('timeValues', wanted(true), got(true))]
}

/** EDTF's marks of doubt (`2008-06~`) are not ours: the value is compared without them. */
function exact(edtf: string): string {
  return edtf === '?' ? edtf : edtf.replace(/[~?%]/gu, '')
}

function keyOf(span: { field: string; start: number; end: number; value: string }, valued: boolean): string {
  return `${span.field} ${span.start} ${span.end}${valued ? ` ${span.value}` : ''}`
}
