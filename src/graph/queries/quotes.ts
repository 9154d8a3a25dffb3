import { onOrBefore } from '../../store/read/article-conditions.ts'
import { entityId } from '../../store/read/entity-ids.ts'
import { decodeId } from '../../store/read/global-id.ts'
import { byDay } from '../../store/read/orders.ts'
import { connection, type Row, type Rows, sql } from '../../store/read/reading.ts'
import { every, when } from '../../store/read/rows.ts'
import { builder } from '../builder.ts'
import { QuoteFilter } from '../filters.ts'
import { type PagingArgs, pagingArgs } from '../paging.ts'
import { QuoteConnection, quoteNode } from '../quote.ts'
import { ask } from '../read.ts'

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
