import { onOrBefore } from '../store/read/article-conditions.ts'
import { entityId } from '../store/read/entity-ids.ts'
import { decodeId } from '../store/read/global-id.ts'
import { byDay } from '../store/read/orders.ts'
import { column, connection, onRow, type Row, type Rows, sql } from '../store/read/reading.ts'
import { every, when } from '../store/read/rows.ts'
import { AttributionStep, chainDescription, chainOf } from './attribution.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { Evidence } from './evidence.ts'
import { QuoteFilter } from './filters.ts'
import { idOf, Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { ask, read } from './read.ts'
import { byId } from './relations.ts'

export const Quote = builder.objectRef<Answer>('Quote')

builder.objectType(Quote, {
  description: "Words that an article gives as somebody's.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the quote.', ...idOf('Quote') }),
    text: t.string({ description: 'The words, without quotation marks.', ...read(column('text')) }),
    direct: t.boolean({
      description: 'True for words in quotation marks, false for reported speech.',
      ...read(column('direct')),
    }),
    speaker: t.field({
      type: Entity,
      nullable: true,
      description: 'Whose words they are; null when it is nobody known, e.g. an unnamed source.',
      ...byId('entity', 'speaker_id'),
    }),
    speakerText: t.string({
      description: 'The speaker as the article puts it.',
      ...read(column('speaker_text')),
    }),
    attribution: t.field({ type: [AttributionStep], description: chainDescription, ...chainOf('quote_id') }),
    evidence: t.field({ type: Evidence, description: 'The words, and where they stand.', ...read(onRow()) }),
  }),
})

export const QuoteConnection = connectionOf('Quote', Quote, 'quotes')

export function quoteNode(quote: Row, edge: Row) {
  return { from: sql`quote ${quote}`, where: sql`${quote}.id = ${edge}.id` }
}

type QuoteWhere = typeof QuoteFilter.$inferInput
type QuotesArgs = PagingArgs & { readonly where?: QuoteWhere | null | undefined }

builder.queryField('quotes', (t) =>
  t.field({
    type: QuoteConnection,
    description: "Words that articles give as somebody's, in the newest articles first.",
    args: { ...pagingArgs, where: t.arg({ type: QuoteFilter, description: 'Which quotes; all when left out.' }) },
    ...ask(
      connection<QuotesArgs>({
        sources: (quote, _, { where }) => [quotesWhere(quote, where)],
        order: () => byDay(),
        node: quoteNode,
      }),
    ),
  }),
)

function quotesWhere(quote: Row, filter: QuoteWhere | null | undefined): Rows {
  const where = every([
    sql`not ${quote}.superseded`,
    when(filter?.speaker, (id) => sql`${quote}.speaker_id = ${entityId(id)}`),
    when(
      filter?.about,
      (id) => sql`exists(select 1 from mention x
      where x.sentence_id = ${quote}.sentence_id and x.entity_id = ${entityId(id)})`,
    ),
    when(
      filter?.source,
      (id) => sql`exists(select 1 from article x
      where x.id = ${quote}.article_id and x.source_id = ${decodeId(id, ['Source']).uuid}::uuid)`,
    ),
    when(filter?.direct, (direct) => sql`${quote}.direct = ${direct}`),
    when(filter?.from, (day) => sql`${quote}.sort_on >= ${day}::date`),
    when(filter?.to, (day) => onOrBefore(quote, day)),
  ])
  return { from: sql`quote ${quote}`, ...(where && { where }) }
}
