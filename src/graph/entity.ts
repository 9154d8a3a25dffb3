import { globalIdSql } from '../store/read/global-id.ts'
import { column, many, type Row, sql, value } from '../store/read/reading.ts'
import { Alias } from './alias.ts'
import { ArticleConnection } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { CoMention, coMentionsOfEntity } from './co-mention.ts'
import { articlesOfEntity, eventsOfEntity, mentionsOfEntity } from './entity-lists.ts'
import { ArticleOrder, EntityKind } from './enums.ts'
import { EventConnection } from './event.ts'
import { ArticleFilter, EventFilter } from './filters.ts'
import { MentionConnection } from './mention.ts'
import { Node } from './node.ts'
import { pagingArgs } from './paging.ts'
import { read, typeOf } from './read.ts'

export const Entity = builder.interfaceRef<Answer>('Entity')

/** On any row of `entity`; its kind says of which type it is. */
builder.interfaceType(Entity, {
  description: 'Somebody or something that texts speak of, under all its names.',
  interfaces: [Node],
  resolveType: typeOf,
  fields: (t) => ({
    id: t.id({
      description:
        'Opaque, ASCII, and the same in every database that holds the same documents. The id of an entity that was merged into another goes on answering with that one.',
      ...read(
        value((entity) => {
          const letter = sql`case ${entity}.kind when 'PERSON' then 'P' when 'COUNTRY' then 'C' when 'ORGANIZATION' then 'O' else 'L' end`
          return globalIdSql(letter, sql`${entity}.id`)
        }),
      ),
    }),
    kind: t.field({ type: EntityKind, description: 'What it is.', ...read(column('kind')) }),
    name: t.string({
      description: 'Its name: in the language asked for, where it has one there, else in the language it is known by.',
      args: { language: t.arg.string({ description: 'BCP 47, e.g. "ar" or "en".' }) },
      ...read(value((entity, args: { language?: string | null | undefined }) => nameIn(entity, args.language ?? null))),
    }),
    aliases: t.field({
      type: [Alias],
      description: 'The names it goes by, those to show first, then by how many articles use them; at most 100.',
      ...read(
        many((alias, entity) => ({
          from: sql`alias ${alias}`,
          where: sql`${alias}.entity_id = ${entity}.id`,
          orderBy: sql`${alias}.preferred desc, ${alias}.article_count desc, ${alias}.language, ${alias}.text`,
          limit: 100,
        })),
      ),
    }),
    wikidataId: t.string({
      nullable: true,
      description: 'Its item in Wikidata, e.g. "Q159"; null when it is not known.',
      ...read(column('wikidata_id')),
    }),
    articleCount: t.int({
      description: 'How many articles mention it, bare headlines among them.',
      ...read(column('article_count')),
    }),
    mentions: t.field({
      type: MentionConnection,
      description: 'The words that refer to it, in the newest articles first.',
      args: pagingArgs,
      ...read(mentionsOfEntity),
    }),
    articles: t.field({
      type: ArticleConnection,
      description: 'The articles that mention it.',
      args: {
        ...pagingArgs,
        where: t.arg({ type: ArticleFilter, description: 'Which articles; all but bare headlines when left out.' }),
        orderBy: t.arg({ type: ArticleOrder, description: 'NEWEST when left out.' }),
      },
      ...read(articlesOfEntity),
    }),
    events: t.field({
      type: EventConnection,
      description: 'The events that it takes part in or that happen there, newest first.',
      args: { ...pagingArgs, where: t.arg({ type: EventFilter, description: 'Which events; all when left out.' }) },
      ...read(eventsOfEntity),
    }),
    coMentioned: t.field({
      type: [CoMention],
      description: 'The entities that are mentioned in the same articles, those with the most of them first.',
      args: {
        kinds: t.arg({ type: [EntityKind], description: 'Only entities of these kinds; all when left out.' }),
        first: t.arg.int({ description: 'How many, 1 to 100; 20 when left out.' }),
        where: t.arg({ type: ArticleFilter, description: 'In which articles; all but bare headlines when left out.' }),
      },
      ...read(coMentionsOfEntity),
    }),
  }),
})

function nameIn(entity: Row, language: string | null) {
  if (language === null) return sql`${entity}.name`
  const tag = language.toLowerCase().split('-')[0] ?? ''
  return sql`coalesce((select x.text from alias x where x.entity_id = ${entity}.id and split_part(lower(x.language), '-', 1) = ${tag}
    order by x.preferred desc, x.article_count desc, x.text limit 1), ${entity}.name)`
}
