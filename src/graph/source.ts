import { articleConditions, isCurrent, kindsOf } from '../store/read/article-conditions.ts'
import { byDay, byName } from '../store/read/orders.ts'
import { column, connection, sql } from '../store/read/reading.ts'
import { ArticleConnection } from './article.ts'
import { type ArticlesArgs, articleNode } from './article-lists.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { ArticleOrder } from './enums.ts'
import { ArticleFilter } from './filters.ts'
import { idOf, Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { ask, read } from './read.ts'
import { byId } from './relations.ts'

export const Source = builder.objectRef<Answer>('Source')

builder.objectType(Source, {
  description: 'An outlet that publishes articles.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the source.', ...idOf('Source') }),
    name: t.string({ description: 'Its name, as its pages print it.', ...read(column('name')) }),
    domain: t.string({
      nullable: true,
      description: 'The domain it publishes on; null when not known.',
      ...read(column('domain')),
    }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'The country it belongs to; null when not known.',
      ...byId('entity', 'country_id'),
    }),
    articles: t.field({
      type: ArticleConnection,
      description: 'What it published.',
      args: {
        ...pagingArgs,
        where: t.arg({ type: ArticleFilter, description: 'Which articles; all but bare headlines when left out.' }),
        orderBy: t.arg({ type: ArticleOrder, description: 'NEWEST when left out.' }),
      },
      ...read(
        connection<ArticlesArgs>({
          sources: (article, source, { where }) => [
            {
              from: sql`article ${article}`,
              where: sql`${article}.source_id = ${source}.id and ${article}.kind = any(${kindsOf(where)}::article_kind[])
                and ${isCurrent(article)} and ${articleConditions(article, where) ?? sql`true`}`,
            },
          ],
          order: ({ orderBy }) => byDay(orderBy === 'OLDEST'),
          node: articleNode,
        }),
      ),
    }),
  }),
})

export const SourceConnection = connectionOf('Source', Source, 'sources')

builder.queryField('sources', (t) =>
  t.field({
    type: SourceConnection,
    description: 'The outlets that published what has been read, by name.',
    args: pagingArgs,
    ...ask(
      connection<PagingArgs>({
        sources: (source) => [{ from: sql`source ${source}` }],
        order: () => byName,
        node: (source, edge) => ({ from: sql`source ${source}`, where: sql`${source}.id = ${edge}.id` }),
      }),
    ),
  }),
)
