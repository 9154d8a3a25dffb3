import { articleConditions, kindsOf } from '../../store/read/article-conditions.ts'
import { decodeId } from '../../store/read/global-id.ts'
import { byDay } from '../../store/read/orders.ts'
import { connection, one, sql } from '../../store/read/reading.ts'
import { Article, ArticleConnection } from '../article.ts'
import { builder } from '../builder.ts'
import { type ArticlesArgs, articleNode } from '../entity-lists.ts'
import { ArticleOrder } from '../enums.ts'
import { ArticleFilter } from '../filters.ts'
import { pagingArgs } from '../paging.ts'
import { ask } from '../read.ts'

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: 'The article with an id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'The id of an article.' }) },
    ...ask(
      one((article, _, args: { id: string }) => ({
        from: sql`article ${article}`,
        where: sql`${article}.id = ${decodeId(args.id, ['Article']).uuid}::uuid`,
      })),
    ),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'Articles, the newest first unless told otherwise.',
    args: {
      ...pagingArgs,
      where: t.arg({ type: ArticleFilter, description: 'Which articles; all but bare headlines when left out.' }),
      orderBy: t.arg({ type: ArticleOrder, description: 'NEWEST when left out.' }),
    },
    ...ask(
      connection<ArticlesArgs>({
        // One source a kind: each walks its own index in order, where one for several would have to sort.
        sources: (article, _, { where }) =>
          kindsOf(where).map((kind) => ({
            from: sql`article ${article}`,
            where: sql`${article}.kind = ${kind}::article_kind and ${articleConditions(article, where) ?? sql`true`}`,
          })),
        order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
        node: articleNode,
      }),
    ),
  }),
}))
