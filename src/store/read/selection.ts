import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What of an operation decides its selections. */
export type Operation = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

/** A field to put into an object under `key`, for rows of any of `types`; `nodes` are what was merged into it. */
export type Slot = {
  readonly key: string
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
  readonly types: readonly GraphQLObjectType[]
}

/** The concrete types that a value of a type can have, in the schema's order. */
export function concreteTypes(operation: Operation, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  return isAbstractType(type) ? operation.schema.getPossibleTypes(type) : []
}

/**
 * The fields below `nodes`, merged as the specification's CollectFields does it for each of `types`. What several
 * types select alike, by the same nodes with the same reading, is one slot: so an interface costs its fields once, not
 * once for each of its types. `__typename` is left to the executor.
 */
export function slots(
  operation: Operation,
  types: readonly GraphQLObjectType[],
  nodes: readonly FieldNode[],
): readonly Slot[] {
  const merged: { key: string; field: Slot['field']; nodes: FieldNode[]; types: GraphQLObjectType[] }[] = []
  for (const type of types) {
    for (const [key, fieldNodes] of collect(operation, type, nodes)) {
      const field = type.getFields()[fieldNodes[0]?.name.value ?? '']
      if (field === undefined) continue
      const like = merged.find(
        (slot) =>
          slot.key === key &&
          slot.field.extensions['sql'] === field.extensions['sql'] &&
          slot.nodes.length === fieldNodes.length &&
          slot.nodes.every((node, i) => node === fieldNodes[i]),
      )
      if (like === undefined) merged.push({ key, field, nodes: fieldNodes, types: [type] })
      else like.types.push(type)
    }
  }
  return merged
}

function collect(operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<FragmentDefinitionNode>()
  for (const node of nodes) if (node.selectionSet !== undefined) walk(node.selectionSet)
  return fields

  function walk(selectionSet: SelectionSetNode): void {
    for (const selection of selectionSet.selections) {
      if (!included(operation, selection)) continue
      if (selection.kind === 'Field') add(selection)
      else if (selection.kind === 'InlineFragment') {
        if (applies(operation, type, selection.typeCondition?.name.value)) walk(selection.selectionSet)
      } else spread(operation.fragments[selection.name.value])
    }
  }

  function add(node: FieldNode): void {
    if (node.name.value === '__typename') return
    const key = node.alias?.value ?? node.name.value
    const list = fields.get(key)
    if (list === undefined) fields.set(key, [node])
    else list.push(node)
  }

  function spread(fragment: FragmentDefinitionNode | undefined): void {
    if (fragment === undefined || visited.has(fragment)) return
    visited.add(fragment)
    if (applies(operation, type, fragment.typeCondition.name.value)) walk(fragment.selectionSet)
  }
}

function included(operation: Operation, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, operation.variableValues)
  if (skip?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, operation.variableValues)?.['if'] !== false
}

function applies(operation: Operation, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true
  const conditional = operation.schema.getType(condition)
  return isAbstractType(conditional) && operation.schema.isSubType(conditional, type)
}
