import { bounded, entityId } from '../store/read/entity-ids.ts'
import { decodeId } from '../store/read/global-id.ts'
import { byDay } from '../store/read/orders.ts'
import { sizeOf } from '../store/read/page-arguments.ts'
import { column, connection, many, one, type Row, type Rows, type Sql, sql } from '../store/read/reading.ts'
import { every, when } from '../store/read/rows.ts'
import { ArticleConnection } from './article.ts'
import { articleNode } from './article-lists.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { Event } from './event.ts'
import { StoryFilter } from './filters.ts'
import { idOf, Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { ask, read } from './read.ts'

export const Story = builder.objectRef<Answer>('Story')

builder.objectType(Story, {
  description: "Articles that tell the same story: syndicated copies, near-duplicates, one occurrence's coverage.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the story.', ...idOf('Story') }),
    headline: t.string({ description: 'The headline of its first article.', ...read(column('headline')) }),
    firstPublishedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of its first dated article; null when none is dated.',
      ...read(column('first_published_on')),
    }),
    lastPublishedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of its last dated article; null when none is dated.',
      ...read(column('last_published_on')),
    }),
    articleCount: t.int({ description: 'How many articles tell it.', ...read(column('article_count')) }),
    articles: t.field({
      type: ArticleConnection,
      description: 'The articles that tell it, newest first.',
      args: pagingArgs,
      ...read(
        connection<PagingArgs>({
          sources: (article, story) => [
            { from: sql`article ${article}`, where: sql`${article}.story_id = ${story}.id` },
          ],
          order: () => byDay(),
          node: articleNode,
        }),
      ),
    }),
    entities: t.field({
      type: [Entity],
      description: 'Who and what its articles mention, in the most of them first.',
      args: { first: t.arg.int({ description: 'How many, 1 to 100; 20 when left out.' }) },
      ...read(
        many((entity, story, args: { first?: number | null | undefined }) => ({
          from: sql`(select e.*, c.articles from (select x.entity_id, count(*) as articles
              from article a join article_entity x on x.article_id = a.id
              where a.story_id = ${story}.id group by x.entity_id) c join entity e on e.id = c.entity_id) ${entity}`,
          orderBy: sql`${entity}.articles desc, ${entity}.id desc`,
          limit: sizeOf('first', args.first),
          expected: sizeOf('first', args.first),
        })),
      ),
    }),
    events: t.field({
      type: [Event],
      description: 'What its articles report, newest first; at most 100.',
      ...read(
        many((event, story) => ({
          from: sql`event ${event}`,
          where: sql`${event}.id in (select x.event_id from event_report x join article a on a.id = x.article_id
            where a.story_id = ${story}.id)`,
          orderBy: sql`${event}.sort_on desc, ${event}.id desc`,
          limit: 100,
        })),
      ),
    }),
  }),
})

export const StoryConnection = connectionOf('Story', Story, 'stories')

type StoryWhere = typeof StoryFilter.$inferInput
type StoriesArgs = PagingArgs & { readonly where?: StoryWhere | null | undefined }

builder.queryFields((t) => ({
  story: t.field({
    type: Story,
    nullable: true,
    description: 'The story with an id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'The id of a story.' }) },
    ...ask(
      one((story, _, args: { id: string }) => ({
        from: sql`story ${story}`,
        where: sql`${story}.id = ${decodeId(args.id, ['Story']).uuid}::uuid`,
      })),
    ),
  }),
  stories: t.field({
    type: StoryConnection,
    description: 'Stories, those with the newest articles first.',
    args: { ...pagingArgs, where: t.arg({ type: StoryFilter, description: 'Which stories; all when left out.' }) },
    ...ask(
      connection<StoriesArgs>({
        sources: (story, _, { where }) => [storiesWhere(story, where)],
        order: () => byDay(),
        node: (story, edge) => ({ from: sql`story ${story}`, where: sql`${story}.id = ${edge}.id` }),
      }),
    ),
  }),
}))

function storiesWhere(story: Row, filter: StoryWhere | null | undefined): Rows {
  const where = every([
    when(filter?.from, (day) => sql`${story}.sort_on >= ${day}::date`),
    when(filter?.to, (day) => sql`${story}.first_published_on <= ${day}::date`),
    ...bounded('ids', filter?.mentionsAll ?? []).map((id) => mentions(story, entityId(id))),
    when(filter?.minArticleCount, (least) => sql`${story}.article_count >= ${least}`),
  ])
  return { from: sql`story ${story}`, ...(where && { where }) }
}

function mentions(story: Row, entity: Sql): Sql {
  return sql`exists(select 1 from article a join article_entity x on x.article_id = a.id
    where a.story_id = ${story}.id and x.entity_id = ${entity})`
}
