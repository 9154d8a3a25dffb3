import { createHash, timingSafeEqual } from 'node:crypto'
import { GraphQLError, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Who may write: everybody (a service that only this machine reaches), nobody, or whoever has the key. */
export type MutationPolicy = { readonly open: boolean; readonly key: string | null }

/**
 * On a loopback address without a key, mutations are open; with a key they need it everywhere; elsewhere without a key
 * the service only reads, so that it is never open to a network by oversight.
 */
export function mutationPolicy(host: string, key: string | undefined): MutationPolicy {
  const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.')
  return { open: key === undefined && loopback, key: key ?? null }
}

/** Holds mutations to the policy; queries and subscriptions pass. */
export function useMutationKey(policy: MutationPolicy): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      if (getOperationAST(args.document, args.operationName)?.operation !== 'mutation' || policy.open) return
      const header: string = args.contextValue.request?.headers.get('authorization') ?? ''
      if (policy.key !== null && sameSecret(header, `Bearer ${policy.key}`)) return
      const message =
        policy.key === null
          ? 'This service is read-only: set ISNAD_API_KEY where it runs to allow mutations.'
          : 'Mutations need the header `Authorization: Bearer KEY` with this service’s key.'
      const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } }
      setResultAndStopExecution({ data: null, errors: [new GraphQLError(message, { extensions })] })
    },
  }
}

/** Compares without telling by its time how much was right. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
