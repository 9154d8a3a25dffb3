import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'

/**
 * The only door for errors: what we meant for the client (a GraphQLError with no other error behind it) passes; all
 * else is logged whole and leaves as "internal" with the id under which the log has it.
 */
export function maskError(logger: Logger, nextId: () => string): (error: unknown) => Error {
  return (error) => {
    const behind = isGraphQLError(error) ? (error.originalError ?? null) : error
    if (isGraphQLError(error) && (behind === null || isGraphQLError(behind))) return error
    const id = nextId()
    const known = databaseTrouble(behind)
    logger.error({ err: behind, errorId: id }, 'a request failed')
    const message = known?.message ?? 'Something went wrong on our side.'
    const location = isGraphQLError(error) ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}
    return new GraphQLError(`${message} (error ${id})`, {
      ...location,
      extensions: { code: known?.code ?? 'INTERNAL_SERVER_ERROR', errorId: id },
    })
  }
}

/** By its name: a process may hold the library twice, once as a module and once as CommonJS. */
function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === 'GraphQLError'
}

/** SQLSTATEs that say something useful to a client without saying anything about us. */
function databaseTrouble(error: unknown): { code: string; message: string } | null {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : ''
  if (text.includes('57014')) return { code: 'TIMEOUT', message: 'The query took too long; ask for less at once.' }
  if (/ECONNREFUSED|ECONNRESET|57P01|Connection terminated|Can't reach database/.test(text)) {
    return { code: 'UNAVAILABLE', message: 'The database does not answer right now; try again shortly.' }
  }
  return null
}
