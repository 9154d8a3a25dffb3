/** Looking into parsed JSON whose strings know where they stand: members by name, strings, names of people and bodies. */
import type { JsonNode } from '../json-nodes.ts'
import type { LocatedText } from '../located-text.ts'
import { plainText, relocate } from './plain-text.ts'

export type JsonObject = JsonNode & { readonly kind: 'object' }

/** The value of a member; null when there is none, or the node is no object. */
export function member(node: JsonNode, name: string): JsonNode | null {
  return node.kind === 'object' ? (node.members.find((candidate) => candidate.name === name)?.value ?? null) : null
}

/** A string or a literal, or the first one in a list; null when it is empty or something else. */
export function textIn(node: JsonNode | null): string | null {
  if (node?.kind === 'array') return textIn(node.items[0] ?? null)
  if (node?.kind !== 'string' && node?.kind !== 'other') return null
  const text = node.value.text.trim()
  return text === '' || (node.kind === 'other' && text === 'null') ? null : text
}

/** A string with its place in the document and its character references undone. */
export function located(node: JsonNode | null, script: LocatedText): LocatedText | null {
  if (node?.kind === 'array') return located(node.items[0] ?? null, script)
  if (node === null || node.kind === 'object' || textIn(node) === null) return null
  return plainText(relocate(node.value, script))
}

/** Every string of a list: its own, or the names of its objects. */
export function listIn(node: JsonNode | null, script: LocatedText): LocatedText[] {
  const items = node?.kind === 'array' ? node.items : node === null ? [] : [node]
  return items
    .map((item) => located(item.kind === 'object' ? member(item, 'name') : item, script))
    .filter((word) => word !== null)
}
