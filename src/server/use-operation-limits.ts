import { blockFieldSuggestionsPlugin } from '@escape.tech/graphql-armor-block-field-suggestions'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'

/** How large an operation may be, before anything of it runs. */
export const operationLimits = { tokens: 2000, depth: 14, aliases: 30, directives: 50 } as const

/**
 * Holds operations to `operationLimits` while they are parsed and validated. `introspection` off also stops the
 * "did you mean" of validation errors, which would give the schema away name by name.
 */
export function useOperationLimits(introspection: boolean) {
  const visible = { exposeLimits: true, propagateOnRejection: true }
  return [
    maxTokensPlugin({ n: operationLimits.tokens, ...visible }),
    maxDepthPlugin({ n: operationLimits.depth, ignoreIntrospection: true, flattenFragments: true, ...visible }),
    // The library exempts __typename unless told not to.
    maxAliasesPlugin({ n: operationLimits.aliases, allowList: [], ...visible }),
    maxDirectivesPlugin({ n: operationLimits.directives, ...visible }),
    ...(introspection ? [] : [blockFieldSuggestionsPlugin()]),
  ]
}
