import fc from 'fast-check'
import { execute, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { smallGraph } from '../support/knowledge.ts'
import { anyDocuments } from '../support/random-knowledge.ts'
import { anyOperation } from './any-operation.ts'
import { type Data, openGraph } from './open-graph.ts'
import { plainSchema } from './plain-reading.ts'

const random = fc.sample(anyDocuments, { seed: 7, numRuns: 2 }).flat()
const known = new Set(smallGraph.map(({ document }) => document.id))
const more = [...new Map(random.map((document) => [document.document.id, document])).values()]
const graph = await openGraph([...smallGraph, ...more.filter(({ document }) => !known.has(document.id))])
const plain = await plainSchema(graph.database)
const { articles, events } = await graph.ask(
  '{ articles(first: 100) { edges { cursor } } events { edges { cursor } } }',
)
const cursors: string[] = [...articles.edges, ...events.edges].map(({ cursor }: Data) => cursor)

test('the compiled reading says what the plain one says, whatever is asked', { timeout: 120_000 }, async () => {
  let errors = 0
  await fc.assert(
    fc.asyncProperty(anyOperation(cursors), async ({ source, variables }) => {
      const document = parse(source)
      expect(validate(schema, document)).toEqual([])
      const compiled = await execute({ schema, document, variableValues: variables, contextValue: graph.context })
      if (compiled.errors?.every(({ extensions }) => extensions['code'] === 'QUERY_TOO_LARGE')) {
        errors += 1
        return
      }
      const expected = await execute({ schema: plain, document, variableValues: variables })
      expect(JSON.stringify(compiled, null, 1)).toBe(JSON.stringify(expected, null, 1))
    }),
    { numRuns: 150 },
  )
  expect(errors).toBeLessThan(30)
})
