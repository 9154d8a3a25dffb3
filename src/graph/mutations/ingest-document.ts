import type { RawDocument } from '../../reading/page.ts'
import { one, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import type { IngestPort, IngestResult, UserErrorData } from '../context.ts'
import { Document } from '../document.ts'
import { entry } from '../read.ts'
import { UserError } from '../user-error.ts'

const IngestDocumentInput = builder.inputType('IngestDocumentInput', {
  description: 'A document: its text in `content`, or an address to fetch it from in `url`; at least one of them.',
  fields: (t) => ({
    content: t.string({ description: 'The document itself, as text. Its bytes are those of the text in UTF-8.' }),
    url: t.field({
      type: 'URL',
      description: 'Where it comes from: kept with `content`, fetched without it.',
    }),
    filename: t.string({ description: 'The name of its file, a hint of how to read it.' }),
    mediaType: t.string({ description: 'What it is said to be, e.g. "text/html", a hint of how to read it.' }),
  }),
})

type Input = typeof IngestDocumentInput.$inferInput

const IngestDocumentPayload = builder.objectRef<IngestResult>('IngestDocumentPayload')

builder.objectType(IngestDocumentPayload, {
  description: 'What came of a document.',
  fields: (t) => ({
    document: t.field({
      type: Document,
      nullable: true,
      description: 'The document, read and understood; null exactly when there are errors.',
      resolve: ({ documentId }, args, context, info) =>
        documentId === null ? null : entry(context, info, documentBy(documentId), args),
    }),
    duplicate: t.exposeBoolean('duplicate', { description: 'True when these bytes were here already.' }),
    errors: t.expose('errors', { type: [UserError], description: 'Why it could not be taken in; empty when it was.' }),
  }),
})

builder.mutationField('ingestDocument', (t) =>
  t.field({
    type: IngestDocumentPayload,
    description: 'Reads a document and takes in what it says. The same bytes twice are one document.',
    args: { input: t.arg({ type: IngestDocumentInput, required: true, description: 'The document.' }) },
    resolve: async (_root, { input }, { ingest }) => {
      const raw = await rawOf(input, ingest)
      return 'bytes' in raw ? ingest.ingestDocument(raw) : failed(raw)
    },
  }),
)

async function rawOf(input: Input, ingest: IngestPort): Promise<RawDocument | UserErrorData> {
  const { content = null, url = null, filename = null, mediaType = null } = input
  if (content !== null) return { bytes: new TextEncoder().encode(content), filename, mediaType, url }
  if (url !== null) return ingest.fetchDocument(url)
  return { code: 'NO_DOCUMENT', message: 'Give `content` or `url`.', path: ['input'] }
}

function failed(error: UserErrorData): IngestResult {
  return { documentId: null, duplicate: false, errors: [error] }
}

function documentBy(id: string) {
  return one((document) => ({ from: sql`document ${document}`, where: sql`${document}.id = ${id}::uuid` }))
}
