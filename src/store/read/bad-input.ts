import { GraphQLError } from 'graphql'

/** An argument that no answer can be given to: the client's to mend, so its message says how. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
