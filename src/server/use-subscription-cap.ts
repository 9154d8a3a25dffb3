import { GraphQLError } from 'graphql'
import { handleStreamOrSingleExecutionResult, type Plugin } from 'graphql-yoga'

/** Lets at most `most` subscriptions be open at once; each holds a connection for as long as its client likes. */
export function useSubscriptionCap(most: number): Plugin {
  let open = 0
  return {
    onSubscribe({ setResultAndStopExecution }) {
      if (open >= most) {
        const message = `All ${most} subscriptions of this service are taken; try again later.`
        const extensions = { code: 'UNAVAILABLE', http: { status: 503 } }
        setResultAndStopExecution({ data: null, errors: [new GraphQLError(message, { extensions })] })
        return
      }
      open += 1
      let counted = true
      const release = () => {
        if (counted) open -= 1
        counted = false
      }
      return {
        onSubscribeResult: (payload) => {
          if (!(Symbol.asyncIterator in payload.result)) release()
          return handleStreamOrSingleExecutionResult(payload, () => undefined) ?? { onEnd: release }
        },
        onSubscribeError: release,
      }
    },
  }
}
