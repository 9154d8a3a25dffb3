/**
 * The whole extraction of one article, in the order in which its parts need each other: sentences, names and their
 * entities, roles, times, then what happened and who said what.
 */
import type { ArticleAnnotations, ArticleInput } from './annotations.ts'
import { analyze } from './article-text.ts'
import { findMentions } from './mentions/find-mentions.ts'
import { findRoles } from './roles/find-roles.ts'

/** Everything that one article says. Pure; the same article gives the same annotations. */
export function annotate(input: ArticleInput): ArticleAnnotations {
  const text = analyze(input)
  const { entities, mentions } = findMentions(text)
  const roles = findRoles(text, mentions, entities)
  return {
    sentences: text.sentences.map(({ field, start, end }) => ({ field, start, end })),
    entities,
    mentions,
    roles,
    times: [],
    reports: [],
    quotes: [],
    notes: [],
  }
}
