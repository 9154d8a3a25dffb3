import { column, onRow, type Row, sql } from '../store/read/reading.ts'
import { AttributionStep, chainDescription, chainOf } from './attribution.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { Evidence } from './evidence.ts'
import { idOf, Node } from './node.ts'
import { connectionOf } from './paging.ts'
import { read } from './read.ts'
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
