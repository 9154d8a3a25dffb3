/** Finds what people are quoted with, in their own words or in reported speech. */
import type { LocalEntity, MentionAnnotation, QuoteAnnotation, RoleAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'

/** Quotations in text order, one for each continuous one. */
export function findQuotes(
  _text: ArticleText,
  _mentions: readonly MentionAnnotation[],
  _entities: readonly LocalEntity[],
  _roles: readonly RoleAnnotation[],
): QuoteAnnotation[] {
  return []
}
