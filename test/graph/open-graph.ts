import { type ExecutionResult, type GraphQLError, graphql } from 'graphql'
import type { PoolClient } from 'pg'
import type { GraphContext } from '../../src/graph/context.ts'
import { schema } from '../../src/graph/schema.ts'
import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import type { Database } from '../../src/store/database.ts'
import { openTestDatabase } from '../support/database.ts'
import { loadKnowledge } from '../support/load.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
export type Data = any

export type Graph = {
  readonly database: Database
  readonly context: GraphContext
  /** The answer's data; an answer with errors is a failure. */
  ask(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>
  /** The answer's errors. */
  fail(source: string, variables?: Readonly<Record<string, unknown>>): Promise<readonly GraphQLError[]>
  /** How many statements `work` sent to the server. */
  count(work: () => Promise<unknown>): Promise<number>
}

const noPort = (): never => {
  throw new Error('this test has no such port')
}

/** The schema on a database of this test file's own that holds some documents. */
export async function openGraph(
  documents: readonly DocumentKnowledge[],
  ports: Partial<GraphContext> = {},
): Promise<Graph> {
  const database = await openTestDatabase()
  await loadKnowledge(database, documents)
  const count = counterOf(database)
  const ingest = { ingestDocument: noPort, fetchDocument: noPort, applyCorrection: noPort, undoCorrection: noPort }
  const context: GraphContext = { prisma: database.prisma, ingest, live: { documents: noPort }, ...ports }
  const run = (source: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<ExecutionResult> =>
    graphql({ schema, source, variableValues, contextValue: context })
  return {
    database,
    context,
    count,
    async ask(source, variables) {
      const { data, errors } = await run(source, variables)
      if (errors !== undefined)
        throw new Error(errors.map(({ message, originalError }) => originalError?.stack ?? message).join('\n'))
      return data
    },
    async fail(source, variables) {
      const { errors } = await run(source, variables)
      if (errors === undefined) throw new Error(`no error: ${source}`)
      return errors
    },
  }
}

/** Counts on the connections themselves, beneath Prisma: what the server is really asked. */
function counterOf({ pool }: Database): Graph['count'] {
  let sent = 0
  const watched = new WeakSet<PoolClient>()
  pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query: (...args: unknown[]) => {
        sent += 1
        return query(...args)
      },
    })
  })
  return async (work) => {
    const before = sent
    await work()
    return sent - before
  }
}
