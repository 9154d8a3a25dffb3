/** Finds what an article tells of: who did what to whom, when, where, and in which words. */
import type { TimeExpression } from '../../time/fuzzy-date.ts'
import type { ArticleField, LocalEntity, MentionAnnotation, ReportAnnotation, RoleAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'

/** Words that tell a time, with the field that they stand in. */
export type FieldTime = TimeExpression & { readonly field: ArticleField }

/** Reports of events, in text order; one for each distinct occurrence. */
export function findReports(
  _text: ArticleText,
  _mentions: readonly MentionAnnotation[],
  _entities: readonly LocalEntity[],
  _roles: readonly RoleAnnotation[],
  _times: readonly FieldTime[],
): ReportAnnotation[] {
  return []
}
