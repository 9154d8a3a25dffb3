import pino from 'pino'
import type { GraphContext } from '../../src/graph/context.ts'
import { type AppOptions, createApp } from '../../src/server/app.ts'

type Answer = {
  status: number
  headers: Headers
  body: { data?: unknown; errors?: { message: string; extensions?: Record<string, unknown> }[] }
}

/** The application over a test's own context, with everything else as `npm start` has it. */
export function openApp(context: GraphContext, options: Partial<AppOptions> = {}) {
  return createApp({
    context,
    ready: async () => true,
    logger: pino({ level: 'silent' }),
    mutations: { open: true, key: null },
    corsOrigins: [],
    introspection: true,
    ...options,
  })
}

/** Posts an operation as a client would, and reads the answer. */
export async function post(
  app: ReturnType<typeof createApp>,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await app.fetch('http://isnad.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] }
}
