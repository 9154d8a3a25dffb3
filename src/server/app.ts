import { randomUUID } from 'node:crypto'
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { GraphContext } from '../graph/context.ts'
import { schema } from '../graph/schema.ts'
import { maskError } from './mask-error.ts'
import { useHealth } from './use-health.ts'
import { useJsonOnly } from './use-json-only.ts'
import { type MutationPolicy, useMutationKey } from './use-mutation-key.ts'
import { useOperationLimits } from './use-operation-limits.ts'
import { usePlayground } from './use-playground.ts'
import { useSubscriptionCap } from './use-subscription-cap.ts'

export const endpoint = '/graphql'

/** The largest request body, in bytes: a document of several hundred pages, sent through `ingestDocument`. */
const largestBody = 8_000_000

const mostSubscriptions = 100

export type AppOptions = {
  readonly context: GraphContext
  readonly ready: () => Promise<boolean>
  readonly logger: Logger
  readonly mutations: MutationPolicy
  readonly corsOrigins: readonly string[]
  readonly introspection: boolean
}

/** The HTTP application: the API and its playground at `/graphql`, `/health` and `/ready`. */
export function createApp(options: AppOptions) {
  const { context, ready, logger, mutations, corsOrigins, introspection } = options
  return createYoga({
    schema,
    context: () => context,
    graphqlEndpoint: endpoint,
    plugins: [
      useHealth(ready),
      usePlayground(endpoint),
      useJsonOnly(endpoint),
      ...useOperationLimits(introspection),
      ...(introspection ? [] : [useDisableIntrospection()]),
      useMutationKey(mutations),
      useSubscriptionCap(mostSubscriptions),
    ],
    logging: false,
    graphiql: false,
    landingPage: false,
    // Yoga's own check answers to any address that ends in its path; none ends in a bare space.
    healthCheckEndpoint: ' ',
    multipart: false,
    batching: false,
    maxRequestBodySize: largestBody,
    maskedErrors: { maskError: maskError(logger, randomUUID) },
    cors: corsOrigins.length === 0 ? false : { origin: [...corsOrigins], methods: ['GET', 'POST', 'OPTIONS'] },
  })
}
