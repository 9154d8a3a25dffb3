import pino from 'pino'
import { loadChain, openIngest } from '../ingest/open-ingest.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../store/database.ts'
import { openLive } from '../store/live.ts'
import { createApp, endpoint } from './app.ts'
import type { Config } from './config.ts'
import { type Listening, listen } from './listen.ts'
import { mutationPolicy } from './use-mutation-key.ts'

/** A running service; disposing of it finishes the requests under way and closes everything it opened. */
export type Service = AsyncDisposable & {
  /** Where it answers, without a path. */
  readonly url: string
  /** Where the API and its playground are. */
  readonly graphql: string
}

/** Milliseconds that a readiness check may take. */
const readyTimeout = 2_000

/**
 * Serves a database that is set up.
 * @throws ListenError when the address cannot be had
 */
export async function openService(database: Database, config: Config): Promise<Service> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2))
  // A connection of its own: when readers hold all of the pool the service is busy, not broken.
  const probe = openDatabase(database.url, { connections: 1, statementTimeout: readyTimeout })
  const live = openLive(database.url)
  const closing: Disposal[] = [() => live[Symbol.asyncDispose](), () => probe[Symbol.asyncDispose]()]
  const close = async (): Promise<void> => {
    for (const step of closing) await step()
  }
  let stopping = false
  try {
    const app = createApp({
      context: { prisma: database.prisma, ingest: openIngest(database), live },
      ready: async () => !stopping && (await probe.pool.query('select 1')).rowCount === 1,
      logger,
      mutations: mutationPolicy(config.HOST, config.ISNAD_API_KEY),
      corsOrigins: config.CORS_ORIGINS,
      introspection: config.INTROSPECTION === 'on',
    })
    const server: Listening = await listen(app, config.PORT, config.HOST)
    // Live clients keep their requests open; they end first, so that the server can finish the others.
    closing.splice(1, 0, () => server[Symbol.asyncDispose]())
    // The first document finds it loaded, and the first question did not wait for it. If it cannot be, that document says so.
    setImmediate(() => void loadChain().catch(() => undefined))
    return {
      url: server.url,
      graphql: `${server.url}${endpoint}`,
      async [Symbol.asyncDispose]() {
        stopping = true
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Disposal = () => PromiseLike<void>
