import { once } from 'node:events'
import { type ExecutionResult, parse, subscribe } from 'graphql'
import { expect, test } from 'vitest'
import type { GraphContext, LivePort } from '../../src/graph/context.ts'
import { schema } from '../../src/graph/schema.ts'
import { meetingInArabic, meetingInEnglish, undated } from '../support/knowledge.ts'
import { type Data, openGraph } from './open-graph.ts'

const graph = await openGraph([meetingInArabic, meetingInEnglish, undated])
const documents = [meetingInArabic, meetingInEnglish, undated].map(({ document }) => document.id)

/** Says that these documents were committed, then waits until nobody listens any more. */
function speaker(ids: readonly string[]): LivePort & { readonly left: Promise<void> } {
  const { promise: left, resolve } = Promise.withResolvers<void>()
  return {
    left,
    async *documents(signal) {
      try {
        for (const documentId of ids) yield { documentId }
        if (signal?.aborted === false) await once(signal, 'abort')
      } finally {
        resolve()
      }
    },
  }
}

async function listen(
  source: string,
  live: LivePort,
  count: number,
): Promise<{ heard: Data[]; stream: AsyncGenerator<ExecutionResult> }> {
  const contextValue: GraphContext = { ...graph.context, live }
  const stream = await subscribe({ schema, document: parse(source), contextValue })
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
  const heard: Data[] = []
  while (heard.length < count) {
    const { value } = (await stream.next()) as { value: ExecutionResult }
    expect(value.errors).toBeUndefined()
    heard.push(value.data)
  }
  return { heard, stream }
}

test('each article is heard once it is committed, in page order, bare headlines only when asked for', async () => {
  const { heard } = await listen(
    'subscription { articleIngested { headline kind persons { name } } }',
    speaker(documents),
    4,
  )
  expect(heard.map(({ articleIngested }) => articleIngested.kind)).toEqual(['MAIN', 'EMBEDDED', 'MAIN', 'MAIN'])
  const headlines = 'subscription { articleIngested(where: { kinds: [HEADLINE] }) { kind } }'
  expect((await listen(headlines, speaker(documents), 2)).heard).toHaveLength(2)
})

test('filters let through what they let through in queries', async () => {
  const english =
    'subscription { articleIngested(where: { language: "en", countries: ["TR"] }) { headline source { name } } }'
  const { heard } = await listen(english, speaker(documents), 1)
  expect(heard[0].articleIngested.source.name).toBe('The Harbour Times')
  const consults =
    'subscription { eventReported(where: { types: [CONSULT] }) { status evidence { text article { headline } } event { type articleCount } } }'
  const reports = (await listen(consults, speaker(documents), 2)).heard
  expect(reports.map(({ eventReported }) => eventReported.event)).toEqual(
    Array(2).fill({ type: 'CONSULT', articleCount: 2 }),
  )
  expect(new Set(reports.map(({ eventReported }) => eventReported.evidence.article.headline)).size).toBe(2)
})

test('one statement finds what a document brings, one reads each of them', async () => {
  const source =
    'subscription { articleIngested { headline mentions { entity { name } } document { articles { headline } } } }'
  expect(await graph.count(() => listen(source, speaker(documents.slice(0, 1)), 2))).toBe(3)
})

test('who leaves is gone at once, between two events and while nothing happens', async () => {
  const source = 'subscription { articleIngested { headline } }'
  const between = speaker(documents.slice(0, 1))
  await (await listen(source, between, 1)).stream.return(undefined)
  await between.left
  const waiting = speaker(documents.slice(0, 1))
  const { stream } = await listen(source, waiting, 2)
  const next = stream.next()
  await stream.return(undefined)
  await waiting.left
  expect((await next).done).toBe(true)
})

test('a filter that does not fit is refused before anything is heard', async () => {
  const document = parse('subscription { articleIngested(where: { mentionsAll: ["x"] }) { id } }')
  const result = (await subscribe({ schema, document, contextValue: graph.context })) as ExecutionResult
  expect(result.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})
