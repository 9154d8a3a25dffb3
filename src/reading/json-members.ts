/** Looks things up in JSON by the names of members. */
import type { JsonNode } from './json-nodes.ts'
import type { LocatedText } from './located-text.ts'

/** The value of an object's member; null when it has none, or is no object. */
export function memberOf(node: JsonNode, name: string): JsonNode | null {
  return node.kind === 'object' ? (node.members.find((candidate) => candidate.name === name)?.value ?? null) : null
}

/** The first of an object's members that is a string or a number and not blank. */
export function stringOf(node: JsonNode, ...names: readonly string[]): LocatedText | null {
  for (const name of names) {
    const value = memberOf(node, name)
    const text = value === null ? null : textOf(value)
    if (text !== null) return text
  }
  return null
}

/** The items of a member that is an array; none when it is something else. */
export function itemsOf(node: JsonNode, name: string): readonly JsonNode[] {
  const value = memberOf(node, name)
  return value?.kind === 'array' ? value.items : []
}

/** A value that is a string or a number, and not blank. */
export function textOf(node: JsonNode): LocatedText | null {
  if (node.kind !== 'string' && node.kind !== 'other') return null
  return node.value.text.trim() === '' || (node.kind === 'other' && node.value.text === 'null') ? null : node.value
}
