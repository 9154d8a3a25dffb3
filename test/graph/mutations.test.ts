import { expect, test } from 'vitest'
import type { CorrectionDraft, GraphContext, IngestPort } from '../../src/graph/context.ts'
import type { RawDocument } from '../../src/reading/page.ts'
import { encodeId } from '../../src/store/read/global-id.ts'
import { meetingInArabic } from '../support/knowledge.ts'
import { openGraph } from './open-graph.ts'

/** What came through the port: the graph's whole knowledge of writing. */
const received: { documents: RawDocument[]; corrections: CorrectionDraft[]; undone: string[] } = {
  documents: [],
  corrections: [],
  undone: [],
}
const documentId = meetingInArabic.document.id
const correctionId = '0198c0de-0000-7000-8000-000000000001'

const ingest: IngestPort = {
  async ingestDocument(raw) {
    received.documents.push(raw)
    if (raw.bytes.length === 0) {
      return {
        documentId: null,
        duplicate: false,
        errors: [{ code: 'DOCUMENT_EMPTY', message: 'It is empty.', path: ['input', 'content'] }],
      }
    }
    return { documentId, duplicate: received.documents.length > 1, errors: [] }
  },
  async fetchDocument(url) {
    if (url.includes('nowhere')) return { code: 'FETCH_FAILED', message: 'No answer.', path: ['input', 'url'] }
    return { bytes: new TextEncoder().encode(url), filename: null, mediaType: 'text/html', url }
  },
  async applyCorrection(draft) {
    received.corrections.push(draft)
    return { correctionId, errors: [] }
  },
  async undoCorrection(id) {
    received.undone.push(id)
    return {
      correctionId: null,
      errors: [{ code: 'CORRECTION_NOT_FOUND', message: 'No such correction.', path: ['id'] }],
    }
  },
}

const graph = await openGraph([meetingInArabic], { ingest } satisfies Partial<GraphContext>)
const { persons, articles } = await graph.ask('{ persons { nodes { id } } articles { nodes { mentions { id } } } }')
const [one, other] = persons.nodes.map(({ id }: { id: string }) => id)
const mention: string = articles.nodes[0].mentions[0].id

await graph.database.prisma.correction.create({
  data: {
    id: correctionId,
    kind: 'RENAME',
    payload: { kind: 'RENAME', entityId: meetingInArabic.entities[0]?.id ?? '', name: 'Layla', language: 'en' },
    createdAt: new Date('2025-03-01T10:00:00Z'),
  },
})

const ingestSource = `mutation($input: IngestDocumentInput!) { ingestDocument(input: $input) {
  duplicate document { id sha256 articles { headline } } errors { __typename code message path } } }`

test('a document is handed to the port as it came, and comes back read', async () => {
  const first = await graph.ask(ingestSource, {
    input: { content: 'خبر 😀', filename: 'a.txt', mediaType: 'text/plain' },
  })
  expect(first.ingestDocument).toMatchObject({
    duplicate: false,
    errors: [],
    document: { sha256: meetingInArabic.document.sha256 },
  })
  expect(first.ingestDocument.document.articles).toHaveLength(4)
  expect(received.documents[0]).toEqual({
    bytes: new TextEncoder().encode('خبر 😀'),
    filename: 'a.txt',
    mediaType: 'text/plain',
    url: null,
  })
  expect((await graph.ask(ingestSource, { input: { content: 'خبر 😀' } })).ingestDocument.duplicate).toBe(true)
})

test('an address is fetched; one that cannot be is an error as data', async () => {
  await graph.ask(ingestSource, { input: { url: 'https://example.org/a' } })
  expect(received.documents.at(-1)?.url).toBe('https://example.org/a')
  const failed = await graph.ask(ingestSource, { input: { url: 'https://nowhere.example/' } })
  expect(failed.ingestDocument).toEqual({
    duplicate: false,
    document: null,
    errors: [{ __typename: 'FetchError', code: 'FETCH_FAILED', message: 'No answer.', path: ['input', 'url'] }],
  })
})

test.each([
  [{}, 'RequestError', 'NO_DOCUMENT'],
  [{ content: '' }, 'UnreadableDocumentError', 'DOCUMENT_EMPTY'],
])('input %o is a %s', async (input, type, code) => {
  const { errors, document } = (await graph.ask(ingestSource, { input })).ingestDocument
  expect(document).toBeNull()
  expect(errors).toMatchObject([{ __typename: type, code }])
})

test('corrections reach the port by what they are keyed to', async () => {
  const payload = '{ correction { id kind summary createdAt undoneAt reason } errors { code } }'
  const data = await graph.ask(
    `mutation($one: ID!, $other: ID!, $mention: ID!) {
      mergeEntities(input: { from: [$one], into: $other, reason: "same" }) ${payload}
      splitEntity(input: { entity: $one, mentions: [$mention], name: "ليلى" }) ${payload}
      renameEntity(input: { entity: $one, name: "ليلى" }) ${payload}
      rejectMention(input: { mention: $mention }) ${payload}
    }`,
    { one, other, mention },
  )
  expect(data.mergeEntities).toEqual({
    errors: [],
    correction: {
      id: expect.stringMatching(/^[A-Za-z0-9_-]{23}$/),
      kind: 'RENAME',
      summary: 'Rename ليلى الأدهم to Layla',
      createdAt: '2025-03-01T10:00:00Z',
      undoneAt: null,
      reason: null,
    },
  })
  const uuid = /^[0-9a-f-]{36}$/
  expect(received.corrections).toEqual([
    {
      correction: { kind: 'MERGE', fromIds: [expect.stringMatching(uuid)], intoId: expect.stringMatching(uuid) },
      reason: 'same',
    },
    {
      correction: {
        kind: 'SPLIT',
        entityId: expect.stringMatching(uuid),
        mentionIds: [expect.stringMatching(uuid)],
        name: 'ليلى',
      },
      reason: null,
    },
    {
      correction: { kind: 'RENAME', entityId: expect.stringMatching(uuid), name: 'ليلى', language: 'ar' },
      reason: null,
    },
    { correction: { kind: 'REJECT', mentionId: expect.stringMatching(uuid) }, reason: null },
  ])
})

test('what is undone is named by its own id, and what is not there is data', async () => {
  const { id } = (await graph.ask(`mutation { rejectMention(input: { mention: "${mention}" }) { correction { id } } }`))
    .rejectMention.correction
  const data = await graph.ask(
    `mutation { undoCorrection(id: "${id}") { correction { id } errors { __typename code } } }`,
  )
  expect(data.undoCorrection).toEqual({
    correction: null,
    errors: [{ __typename: 'NotFoundError', code: 'CORRECTION_NOT_FOUND' }],
  })
  expect(received.undone).toEqual([correctionId])
  const [error] = await graph.fail(`mutation { undoCorrection(id: "${mention}") { errors { code } } }`)
  expect(error?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('every kind of correction says in one line what it does', async () => {
  const rows = graph.database.prisma.correction
  const [layla = '', kenan = ''] = meetingInArabic.entities.filter(({ kind }) => kind === 'PERSON').map(({ id }) => id)
  const gone = '00000000-0000-4000-8000-000000000009'
  const words = meetingInArabic.mentions[0]
  const payloads = [
    { kind: 'MERGE', fromIds: [kenan, gone], intoId: layla },
    { kind: 'SPLIT', entityId: layla, mentionIds: [words?.id ?? '', gone], name: 'ليلى أخرى' },
    { kind: 'REJECT', mentionId: words?.id ?? '' },
    { kind: 'REJECT', mentionId: gone },
  ] as const
  const ids = payloads.map((_, i) => `0198c0de-0000-7000-8000-00000000001${i}`)
  await rows.createMany({
    data: payloads.map((payload, i) => ({
      id: ids[i] ?? '',
      kind: payload.kind,
      payload,
      createdAt: new Date('2025-03-02T10:00:00Z'),
    })),
  })
  const data = await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { ... on Correction { summary } } }', {
    ids: ids.map((id) => encodeId('Correction', id)),
  })
  expect(data.nodes.map(({ summary }: { summary: string }) => summary)).toEqual([
    `Merge ${gone}, كنان دورماز into ليلى الأدهم`,
    'Split 2 mentions off ليلى الأدهم as ليلى أخرى',
    'Reject the mention “ليلى الأدهم”',
    `Reject the mention ${gone}`,
  ])
})
