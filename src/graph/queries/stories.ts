import { bounded, entityId } from '../../store/read/entity-ids.ts'
import { decodeId } from '../../store/read/global-id.ts'
import { byDay } from '../../store/read/orders.ts'
import { connection, one, type Row, type Rows, type Sql, sql } from '../../store/read/reading.ts'
import { every, when } from '../../store/read/rows.ts'
import { builder } from '../builder.ts'
import { StoryFilter } from '../filters.ts'
import { type PagingArgs, pagingArgs } from '../paging.ts'
import { ask } from '../read.ts'
import { Story, StoryConnection } from '../story.ts'

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
