/**
 * The whole extraction of one article, in the order in which its parts need each other: sentences, names and their
 * entities, roles, times, then what happened and who said what.
 */
import type { ArticleAnnotations, ArticleInput } from './annotations.ts'
import { analyze } from './article-text.ts'
import { articleTimes } from './article-times.ts'
import { articleViews } from './events/article-views.ts'
import { findReports } from './events/find-reports.ts'
import { withBareOffices } from './mentions/bare-offices.ts'
import { findMentions } from './mentions/find-mentions.ts'
import { findQuotes } from './quotes/find-quotes.ts'
import { findRoles } from './roles/find-roles.ts'

/** Everything that one article says. Pure; the same article gives the same annotations. */
export function annotate(input: ArticleInput): ArticleAnnotations {
  const text = analyze(input)
  const { entities, mentions: named, titles } = findMentions(text)
  const roles = findRoles(text, named, entities, titles)
  const mentions = withBareOffices(text, named, roles, titles)
  const { times, notes } = articleTimes(text)
  const views = articleViews(text, mentions, entities, roles, times)
  return {
    sentences: text.sentences.map(({ field, start, end }) => ({ field, start, end })),
    entities,
    mentions,
    roles: roles.map(({ office: _, ...role }) => role),
    times,
    reports: findReports(text, views, entities),
    quotes: findQuotes(views),
    notes,
  }
}
