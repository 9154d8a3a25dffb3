import { instant } from '../store/read/json.ts'
import { column, many, sql, value } from '../store/read/reading.ts'
import { doubled } from '../store/read/slice.ts'
import { Article } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { DocumentNote } from './document-note.ts'
import { DocumentPart } from './document-part.ts'
import { idOf, Node } from './node.ts'
import { read } from './read.ts'

export const Document = builder.objectRef<Answer>('Document')

builder.objectType(Document, {
  description: 'What was read, byte for byte, before anything was understood.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the document; the same bytes have the same id.', ...idOf('Document') }),
    sha256: t.string({ description: 'SHA-256 of its bytes, 64 lower-case hex digits.', ...read(column('sha256')) }),
    mediaType: t.string({
      description: 'What it turned out to be, e.g. "text/plain" or "text/html".',
      ...read(column('media_type')),
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it was fetched from; null when it was handed over as a file.',
      ...read(column('url')),
    }),
    crawledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was crawled, as the document itself says; null when it does not.',
      ...read(value((document) => instant(sql`${document}.crawled_at`))),
    }),
    receivedAt: t.field({
      type: 'DateTime',
      description: 'When this service first received it.',
      ...read(value((document) => instant(sql`${document}.received_at`))),
    }),
    text: t.string({ description: 'The whole decoded document.', ...read(column('text')) }),
    notes: t.field({
      type: [DocumentNote],
      description: 'Repairs and doubts, e.g. mojibake mended, or a date that contradicts its weekday.',
      ...read(
        many((note, document) => ({
          from: sql`document_note ${note}`,
          where: sql`${note}.document_id = ${document}.id`,
          orderBy: sql`${note}.ordinal`,
        })),
      ),
    }),
    parts: t.field({
      type: [DocumentPart],
      description: 'What each stretch of its text is there for, in order; they tile the text without gap or overlap.',
      ...read(
        many((part, document) => ({
          // OFFSET keeps the text in a query of its own, so that it is doubled once and not for each part.
          from: sql`(select x.*, page.text as page_text from document_part x, (select ${doubled(sql`y.text`)} as text
            from document y where y.id = ${document}.id offset 0) page where x.document_id = ${document}.id) ${part}`,
          orderBy: sql`${part}.ordinal`,
        })),
      ),
    }),
    articles: t.field({
      type: [Article],
      description: 'Its articles and bare headlines in page order, the main one first; empty when it has none.',
      ...read(
        many((article, document) => ({
          from: sql`article ${article}`,
          where: sql`${article}.document_id = ${document}.id`,
          orderBy: sql`${article}.ordinal`,
        })),
      ),
    }),
  }),
})
