import { type ArticleWhere, articleConditions, isCurrent, kindsOf } from '../store/read/article-conditions.ts'
import { byDay } from '../store/read/orders.ts'
import { connection, many, type Row, type Sql, sql } from '../store/read/reading.ts'
import { eachOf, every, when } from '../store/read/rows.ts'
import type { PagingArgs } from './paging.ts'
import { read } from './read.ts'

/** The lists of articles, and those that hang on an article. */

export type ArticlesArgs = PagingArgs & {
  readonly where?: ArticleWhere | null | undefined
  readonly orderBy?: 'NEWEST' | 'OLDEST' | null | undefined
}

export const allArticles = connection<ArticlesArgs>({
  sources: (article, _, { where }) => {
    const conditions = articleConditions(article, where) ?? sql`true`
    // One source a kind: each walks its own index in order, where one for several would have to sort.
    return eachOf(kindsOf(where), { from: sql`article ${article}` }, (kind) => {
      return sql`${article}.kind = ${kind}::article_kind and ${isCurrent(article)} and ${conditions}`
    })
  },
  order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
  node: articleNode,
})

export function articleNode(article: Row, edge: Row) {
  return { from: sql`article ${article}`, where: sql`${article}.id = ${edge}.id` }
}

export type MentionsArgs = { readonly kinds?: readonly string[] | null | undefined }

export function ofArticle(table: Sql, child: Row, article: Row, orderBy: Sql) {
  return { from: sql`${table} ${child}`, where: sql`${child}.article_id = ${article}.id`, orderBy }
}

/** A superseded article's reports belong to no event. */
export function reportsOf(report: Row, article: Row) {
  const rows = ofArticle(sql`event_report`, report, article, sql`${report}.ordinal`)
  return { ...rows, where: sql`${rows.where} and ${report}.event_id is not null` }
}

export function mentionsOf(mention: Row, article: Row, { kinds }: MentionsArgs) {
  const orderBy = sql`${mention}.field, ${mention}.start, ${mention}.end, ${mention}.id`
  const rows = ofArticle(sql`mention`, mention, article, orderBy)
  const ofKinds = when(
    kinds,
    (list) => sql`exists(select 1 from entity e where e.id = ${mention}.entity_id
    and e.kind = any(${list}::entity_kind[]))`,
  )
  return { ...rows, where: every([rows.where, ofKinds]) ?? rows.where }
}

/** What the article mentions of a kind; those mentioned as often come in reading order. */
export function mentionedOfKind(kind: 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE') {
  return read(
    many((entity, article) => ({
      from: sql`article_entity x join entity ${entity} on ${entity}.id = x.entity_id join mention m on m.id = x.first_mention_id`,
      where: sql`x.article_id = ${article}.id and x.kind = ${kind}::entity_kind`,
      orderBy: sql`x.mention_count desc, m.field, m.start, ${entity}.id`,
    })),
  )
}
