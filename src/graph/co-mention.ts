import { type ArticleWhere, articleConditions, isNarrow, kindsOf } from '../store/read/article-conditions.ts'
import { sizeOf } from '../store/read/page-arguments.ts'
import { column, many, one, type Row, sql } from '../store/read/reading.ts'
import { every, when } from '../store/read/rows.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { Evidence } from './evidence.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const CoMention = builder.objectRef<Answer>('CoMention')

builder.objectType(CoMention, {
  description: 'An entity that is mentioned in the same articles as another. Nothing of it is ever null.',
  fields: (t) => ({
    entity: t.field({ type: Entity, description: 'Who or what is mentioned, too.', ...byId('entity', 'entity_id') }),
    articleCount: t.int({ description: 'In how many of the articles.', ...read(column('article_count')) }),
    evidence: t.field({
      type: Evidence,
      description:
        'Its mention in the newest of the articles: in a sentence that mentions both, where there is one, else the first.',
      ...read(
        one((mention, row) => ({
          from: sql`mention ${mention}`,
          where: sql`${mention}.article_id = ${row}.article_id and ${mention}.entity_id = ${row}.entity_id`,
          orderBy: sharedSentenceFirst(mention, sql`${row}.of_id`),
        })),
      ),
    }),
  }),
})

export type CoMentionArgs = {
  readonly kinds?: readonly string[] | null | undefined
  readonly first?: number | null | undefined
  readonly where?: ArticleWhere | null | undefined
}

export const coMentionsOfEntity = many((row, entity, args: CoMentionArgs) => {
  const narrow = isNarrow(args.where)
  const conditions = every([
    sql`x.entity_id = ${entity}.id and x.article_kind = any(${kindsOf(args.where)}::article_kind[])`,
    when(args.kinds, (kinds) => sql`o.kind = any(${kinds}::entity_kind[])`),
    narrow ? (articleConditions(sql`a`, args.where) ?? null) : null,
  ])
  const article = narrow ? sql`join article a on a.id = x.article_id` : sql``
  return {
    from: sql`(select o.entity_id, x.entity_id as of_id, count(*)::int as article_count,
        (array_agg(o.article_id order by o.sort_on desc, o.article_id desc))[1] as article_id
      from article_entity x join article_entity o on o.article_id = x.article_id and o.entity_id <> x.entity_id ${article}
      where ${conditions} group by o.entity_id, x.entity_id) ${row}`,
    orderBy: sql`${row}.article_count desc, ${row}.entity_id desc`,
    limit: sizeOf('first', args.first),
    expected: sizeOf('first', args.first),
  }
})

/** Orders mentions within an article: those in a sentence that mentions the other entity, too, then by place. */
export function sharedSentenceFirst(mention: Row, other: Row) {
  return sql`exists(select 1 from mention s where s.sentence_id = ${mention}.sentence_id and s.entity_id = ${other}) desc,
    ${mention}.field, ${mention}.start, ${mention}.id`
}
