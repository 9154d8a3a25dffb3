import { decodeId } from '../store/read/global-id.ts'
import { instant } from '../store/read/json.ts'
import { column, many, one, sql, value } from '../store/read/reading.ts'
import { allArticles, type MentionsArgs, mentionedOfKind, mentionsOf, ofArticle, reportsOf } from './article-lists.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { Document } from './document.ts'
import { ArticleKind, ArticleOrder, EntityKind } from './enums.ts'
import { Event } from './event.ts'
import { EventReport } from './event-report.ts'
import { ArticleFilter } from './filters.ts'
import { Mention } from './mention.ts'
import { idOf, Node } from './node.ts'
import { Organization } from './organization.ts'
import { connectionOf, pagingArgs } from './paging.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'
import { Quote } from './quote.ts'
import { ask, read } from './read.ts'
import { byId } from './relations.ts'
import { Sentence } from './sentence.ts'
import { Source } from './source.ts'
import { Story } from './story.ts'
import { currentVersionOf, versionsOf } from './versions.ts'

export const Article = builder.objectRef<Answer>('Article')

builder.objectType(Article, {
  description: 'One article of a page, and everything that it says.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the article.', ...idOf('Article') }),
    kind: t.field({ type: ArticleKind, description: 'What it is on its page.', ...read(column('kind')) }),
    headline: t.string({ description: 'Its headline; "" when it has none.', ...read(column('headline')) }),
    text: t.string({ description: 'The body as served; "" for a bare headline.', ...read(column('text')) }),
    language: t.string({ description: 'BCP 47, e.g. "ar".', ...read(column('language')) }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its own address; null when the page does not give it.',
      ...read(column('url')),
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: 'The outlet that published it; null when the page does not say.',
      ...byId('source', 'source_id'),
    }),
    authors: t.stringList({ description: 'Who wrote it, as the page names them.', ...read(column('authors')) }),
    keywords: t.stringList({ description: 'Its keywords, as the page has them.', ...read(column('keywords')) }),
    publishedOn: t.field({
      type: 'Date',
      nullable: true,
      description: "The outlet's calendar day, never moved by a time zone; null when the page gives none.",
      ...read(column('published_on')),
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The instant of publication; null when the page gives none with its offset.',
      ...read(value((article) => instant(sql`${article}.published_at`))),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The instant of its last change; null when the page gives none with its offset.',
      ...read(value((article) => instant(sql`${article}.updated_at`))),
    }),
    document: t.field({
      type: Document,
      description: 'The document it was read from.',
      ...byId('document', 'document_id'),
    }),
    related: t.field({
      type: [Article],
      description: 'The other articles and bare headlines of the same document, in page order.',
      ...read(
        many((other, article) => ({
          from: sql`article ${other}`,
          where: sql`${other}.document_id = ${article}.document_id and ${other}.id <> ${article}.id`,
          orderBy: sql`${other}.ordinal`,
        })),
      ),
    }),
    sentences: t.field({
      type: [Sentence],
      description: "Its sentences in reading order, the headline's first.",
      ...read(many((sentence, article) => ofArticle(sql`sentence`, sentence, article, sql`${sentence}.ordinal`))),
    }),
    mentions: t.field({
      type: [Mention],
      description: 'The words that refer to entities, in reading order.',
      args: {
        kinds: t.arg({ type: [EntityKind], description: 'Only of entities of these kinds; all when left out.' }),
      },
      ...read(many((mention, article, args: MentionsArgs) => mentionsOf(mention, article, args))),
    }),
    persons: t.field({
      type: [Person],
      description: 'The persons it mentions, most mentioned first.',
      ...mentionedOfKind('PERSON'),
    }),
    countries: t.field({
      type: [Country],
      description: 'The countries it mentions, most mentioned first.',
      ...mentionedOfKind('COUNTRY'),
    }),
    organizations: t.field({
      type: [Organization],
      description: 'The organizations it mentions, most mentioned first.',
      ...mentionedOfKind('ORGANIZATION'),
    }),
    places: t.field({
      type: [Place],
      description: 'The places it mentions, most mentioned first.',
      ...mentionedOfKind('PLACE'),
    }),
    reports: t.field({
      type: [EventReport],
      description: 'The events as it tells them, in text order; empty for a superseded version, which counts no more.',
      ...read(many(reportsOf)),
    }),
    events: t.field({
      type: [Event],
      description: 'The events that it reports, each once, in text order; empty for a superseded version.',
      ...read(
        many((event, article) => ({
          from: sql`(select x.event_id, min(x.ordinal) as place from event_report x
            where x.article_id = ${article}.id group by x.event_id) told join event ${event} on ${event}.id = told.event_id`,
          orderBy: sql`told.place`,
        })),
      ),
    }),
    quotes: t.field({
      type: [Quote],
      description: "The words that it gives as somebody's, in text order.",
      ...read(many((quote, article) => ofArticle(sql`quote`, quote, article, sql`${quote}.ordinal`))),
    }),
    story: t.field({
      type: Story,
      nullable: true,
      description: 'The story that it tells; null for a superseded version and where no other article tells it.',
      ...byId('story', 'story_id'),
    }),
    versions: t.field({
      type: [Article],
      description:
        'The article as its outlet published it over time, known by its address or guid: newest first, itself included, the newest 100. All but the newest are superseded: they are found here and by id, and in no list, count, event or story.',
      ...read(many(versionsOf)),
    }),
    supersededBy: t.field({
      type: Article,
      nullable: true,
      description: 'The newest version, which counts in its place; null when it is the newest itself.',
      ...read(one(currentVersionOf)),
    }),
  }),
})

export const ArticleConnection = connectionOf('Article', Article, 'articles')

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
    ...ask(allArticles),
  }),
}))
