/** An article's sentences laid out for the rules, each with the names, titles and times that stand in it. */
import type { ArticleField, LocalEntity, MentionAnnotation, RoleAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'
import type { FieldTime } from './field-time.ts'
import { type SentenceView, viewSentence } from './sentence-view.ts'

type Placed = { readonly field: ArticleField; readonly start: number; readonly end: number }

/** Views of all sentences, in their order; linear in the article. */
export function articleViews(
  text: ArticleText,
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
  roles: readonly RoleAnnotation[],
  times: readonly FieldTime[],
): readonly SentenceView[] {
  const mentionsOf = bySentence(text, mentions)
  const rolesOf = bySentence(text, roles)
  const timesOf = bySentence(text, times)
  return text.sentences.map((sentence, at) =>
    viewSentence(sentence, mentionsOf[at] ?? [], entities, rolesOf[at] ?? [], timesOf[at] ?? []),
  )
}

/** Sorts spans into the sentences that hold them whole; what lies across two is left out. */
function bySentence<T extends Placed>(text: ArticleText, spans: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = text.sentences.map(() => [])
  const sorted = [...spans].sort((a, b) => order(a) - order(b) || a.start - b.start)
  let at = 0
  for (const span of sorted) {
    let sentence = text.sentences[at]
    while (sentence !== undefined && isBefore(sentence, span)) {
      at += 1
      sentence = text.sentences[at]
    }
    if (sentence === undefined) break
    if (sentence.field === span.field && span.start >= sentence.start && span.end <= sentence.end) found[at]?.push(span)
  }
  return found
}

function isBefore(sentence: Placed, span: Placed): boolean {
  return order(sentence) < order(span) || (sentence.field === span.field && sentence.end <= span.start)
}

function order(placed: Placed): number {
  return placed.field === 'HEADLINE' ? 0 : 1
}
