import { badInput } from '../store/read/bad-input.ts'
import { decodeId } from '../store/read/global-id.ts'
import { instant } from '../store/read/json.ts'
import { column, many, one, type Row, type Sql, sql, value } from '../store/read/reading.ts'
import { doubled } from '../store/read/slice.ts'
import { Article } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { DocumentNote } from './document-note.ts'
import { DocumentPart } from './document-part.ts'
import { DocumentKey } from './keys.ts'
import { idOf, Node } from './node.ts'
import { ask, read } from './read.ts'

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
      description:
        'When it was crawled, as the document itself says, or else the archive or server that handed it over; null when nobody does.',
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

type Key = typeof DocumentKey.$inferInput

builder.queryField('document', (t) =>
  t.field({
    type: Document,
    nullable: true,
    description: 'A document; null when it has not been loaded (yet).',
    args: { by: t.arg({ type: DocumentKey, required: true, description: 'Which one: by exactly one of its keys.' }) },
    ...ask(
      one((document, _, { by }: { by: Key }) => ({ from: sql`document ${document}`, where: keyIs(document, by) })),
    ),
  }),
)

function keyIs(document: Row, by: Key): Sql {
  if (by.id !== undefined) return sql`${document}.id = ${decodeId(by.id, ['Document']).uuid}::uuid`
  if (!/^[0-9a-f]{64}$/i.test(by.sha256)) throw badInput('`sha256` must be 64 hex digits.')
  return sql`${document}.sha256 = ${by.sha256.toLowerCase()}`
}
