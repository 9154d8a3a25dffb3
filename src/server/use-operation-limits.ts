import { blockFieldSuggestionsPlugin } from '@escape.tech/graphql-armor-block-field-suggestions'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import { GraphQLError, type ParseOptions, parse, type ValidationContext, type ValidationRule, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** How large an operation may be, before anything of it runs. */
export const operationLimits = { tokens: 2000, depth: 14, aliases: 30, directives: 50, errors: 10 } as const

/**
 * Holds operations to `operationLimits` while they are parsed and validated. `introspection` off also stops the
 * "did you mean" of validation errors, which would give the schema away name by name.
 */
export function useOperationLimits(introspection: boolean): Plugin[] {
  const limits: Plugin = {
    onParse: ({ setParseFn }) => {
      setParseFn(parseBounded)
    },
    onValidate: ({ addValidationRule, setValidationFn }) => {
      for (const rule of rules) addValidationRule(rule)
      setValidationFn((schema, document, all, options, types) =>
        validate(schema, document, all, { ...options, maxErrors: operationLimits.errors }, types),
      )
    },
  }
  return introspection ? [limits] : [limits, blockFieldSuggestionsPlugin() as Plugin]
}

/** The parser descends as deep as the operation nests, which within the limit of tokens can be deeper than the stack. */
function parseBounded(source: Parameters<typeof parse>[0], options?: ParseOptions) {
  try {
    return parse(source, { ...options, maxTokens: operationLimits.tokens })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const extensions = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } }
    throw new GraphQLError('Syntax Error: the operation is nested too deeply.', { extensions })
  }
}

// Reported like any other fault of the operation, so that it is answered as a bad request; by default the rules throw.
const report = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
}

const rules = [
  maxDepthRule({ n: operationLimits.depth, ignoreIntrospection: true, flattenFragments: true, ...report }),
  // The library exempts __typename unless told not to.
  maxAliasesRule({ n: operationLimits.aliases, allowList: [], ...report }),
  maxDirectivesRule({ n: operationLimits.directives, ...report }),
] as unknown as readonly ValidationRule[]
