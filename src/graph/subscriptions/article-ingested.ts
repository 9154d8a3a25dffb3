import { articleConditions, isCurrent, kindsOf } from '../../store/read/article-conditions.ts'
import { one, sql } from '../../store/read/reading.ts'
import { Article } from '../article.ts'
import { builder } from '../builder.ts'
import { ArticleFilter } from '../filters.ts'
import { entry } from '../read.ts'
import { eachOfDocument } from './live-events.ts'

type Found = { readonly id: string }

builder.subscriptionField('articleIngested', (t) =>
  t.field({
    type: Article,
    description: 'Each article as it is taken in, from now on.',
    args: {
      where: t.arg({ type: ArticleFilter, description: 'Which articles; all but bare headlines when left out.' }),
    },
    subscribe: (_root, { where }, context) => {
      const conditions = articleConditions(sql`a`, where) ?? sql`true`
      return eachOfDocument(context, (documentId) =>
        context.prisma.$queryRaw<Found[]>(sql`select a.id::text from article a
          where a.document_id = ${documentId}::uuid and a.kind = any(${kindsOf(where)}::article_kind[])
            and ${isCurrent(sql`a`)} and ${conditions}
          order by a.ordinal`),
      )
    },
    resolve: ({ id }: Found, args, context, info) =>
      entry(
        context,
        info,
        one((article) => ({ from: sql`article ${article}`, where: sql`${article}.id = ${id}::uuid` })),
        args,
      ),
  }),
)
