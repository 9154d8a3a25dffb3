import { createClient } from 'graphql-sse'
import { expect, test } from 'vitest'
import { ask, openSeededService } from '../support/seeded-service.ts'

const service = await openSeededService()

const page = `صحيفة المنارة الجديدة
تاريخ النشر: 12 مايو 2031

وزير خارجية النرويج يلتقي نظيره البرتغالي في أوسلو

التقى وزير الخارجية النرويجي سيف هامرستاد في أوسلو اليوم الاثنين نظيره البرتغالي روي كاستانيدا.

وقال هامرستاد إن الجانبين اتفقا على تعزيز التعاون بين البلدين في مجال الطاقة.
`

const ingest = `mutation Ingest($content: String!) {
  ingestDocument(input: { content: $content, filename: "page.txt" }) { duplicate document { id } errors { code message } }
}`

/** Collects what a subscription gives until `most` items have come. */
function collect(query: string, most: number): { items: Promise<unknown[]>; open: Promise<void> } {
  const client = createClient({ url: service.graphql, singleConnection: false })
  const opened = Promise.withResolvers<void>()
  const done = Promise.withResolvers<unknown[]>()
  const items: unknown[] = []
  const stop = client.subscribe(
    { query },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined) done.reject(new Error(errors.map(({ message }) => message).join('; ')))
        items.push(data)
        if (items.length < most) return
        done.resolve(items)
        stop()
      },
      error: (error) => done.reject(error),
      complete: () => done.resolve(items),
    },
  )
  // A stream says nothing when it opens; a listening database connection is what it waits for.
  setTimeout(opened.resolve, 1_000)
  return { items: done.promise, open: opened.promise }
}

test('a document that comes in is told over SSE, as its articles and as what they report', async () => {
  const articles = collect('subscription { articleIngested { kind headline source { name } } }', 1)
  const reports = collect(
    `subscription { eventReported(where: { types: [CONSULT], countries: ["NO"] }) {
      status event { type } evidence { text } participants { role entity { name } } } }`,
    1,
  )
  await Promise.all([articles.open, reports.open])
  const { ingestDocument } = await ask<{ ingestDocument: { errors: unknown[] } }>(service, ingest, { content: page })
  expect(ingestDocument.errors).toEqual([])
  expect(await articles.items).toEqual([
    {
      articleIngested: {
        kind: 'MAIN',
        headline: 'وزير خارجية النرويج يلتقي نظيره البرتغالي في أوسلو',
        source: { name: 'صحيفة المنارة الجديدة' },
      },
    },
  ])
  const [report] = (await reports.items) as [{ eventReported: { event: { type: string }; evidence: { text: string } } }]
  expect(report.eventReported.event.type).toBe('CONSULT')
  expect(report.eventReported.evidence.text).toContain('هامرستاد')
})

test('the same bytes again are the same document, and nothing is told', async () => {
  const articles = collect('subscription { articleIngested { headline } }', 1)
  await articles.open
  const again = await ask<{ ingestDocument: { duplicate: boolean } }>(service, ingest, { content: page })
  expect(again.ingestDocument.duplicate).toBe(true)
  const waited = Symbol('nothing')
  const first = await Promise.race([articles.items, new Promise((done) => setTimeout(done, 1_000, waited))])
  expect(first).toBe(waited)
})
