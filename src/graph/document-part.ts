import { column, sql, value } from '../store/read/reading.ts'
import { sliceOfDoubled } from '../store/read/slice.ts'
import { Article } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const DocumentPart = builder.objectRef<Answer>('DocumentPart')

/** On rows of `document_part` with the doubled text of their document. */
builder.objectType(DocumentPart, {
  description: "A stretch of a document's text, and what it is there for.",
  fields: (t) => ({
    kind: t.string({
      description: 'HEADLINE, BODY, PUBLISHER, CRAWL_TIME, ADVERT, READ_ALSO …; new kinds may come.',
      ...read(column('kind')),
    }),
    start: t.int({
      description: "Where in the document's text it begins, in UTF-16 code units.",
      ...read(column('start')),
    }),
    end: t.int({ description: 'Where it ends, exclusive.', ...read(column('end')) }),
    text: t.string({
      description: 'Its words as they stand in the document.',
      ...read(value((part) => sliceOfDoubled(sql`${part}.page_text`, sql`${part}.start`, sql`${part}.end`))),
    }),
    article: t.field({
      type: Article,
      nullable: true,
      description: 'The article it belongs to; null when it belongs to the page alone.',
      ...byId('article', 'article_id'),
    }),
  }),
})
