/** Values of a record as text: strings, lists of them, and objects that stand for the one string that they hold. */
import type { JsonNode } from './json-nodes.ts'
import { joinLocated, type LocatedText } from './located-text.ts'

const PARAGRAPH_BREAK = '\n\n'
const LIST_BREAK = ', '
const NOTHING: ReadonlySet<string> = new Set(['null', 'None', 'undefined', 'NaN', 'nan'])
/** Members by which an object gives its one value, in JSON-LD, WordPress, MongoDB, XML turned to JSON and NewsAPI. */
const VALUE_MEMBERS = [
  'name',
  '@value',
  'rendered',
  '$date',
  '$numberLong',
  '$oid',
  '#text',
  '$t',
  '__cdata',
  'text',
  '@id',
]
const MOST_DEPTH = 8
const OPEN_END = /[\p{L}\p{N}،,][ \u00a0]+$/u

/** What parts the items of a list: paragraphs of a body, or names and words. */
export type ListKind = 'PARAGRAPHS' | 'WORDS'

/** A value as text; null when it holds none. */
export function textOf(node: JsonNode, list: ListKind, depth = 0): LocatedText | null {
  if (depth > MOST_DEPTH) return null
  if (node.kind === 'string') return node.value
  if (node.kind === 'other') return NOTHING.has(node.value.text) ? null : node.value
  if (node.kind === 'array') {
    const items = node.items.map((item) => textOf(item, list, depth + 1)).filter((item) => item !== null)
    if (items.length === 0) return null
    return list === 'PARAGRAPHS' ? joinLocated(paragraphs(items), PARAGRAPH_BREAK) : joinLocated(items, LIST_BREAK)
  }
  for (const name of VALUE_MEMBERS) {
    const member = node.members.find((candidate) => candidate.name === name)
    const text = member === undefined ? null : textOf(member.value, list, depth + 1)
    if (text !== null) return text
  }
  return null
}

/**
 * The value at a path `a.b` below a node, whole names with dots in them first; a step into a list is its index from 0, or
 * goes into each of its items. Null when nothing is there.
 */
export function nodeAt(node: JsonNode, path: string): JsonNode | null {
  if (node.kind === 'object') {
    const whole = node.members.find(({ name }) => name === path)
    if (whole !== undefined) return whole.value
  }
  if (node.kind !== 'object' && node.kind !== 'array') return null
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const inner = nodeAt(node, path.slice(0, dot))
    if (inner !== null) return nodeAt(inner, path.slice(dot + 1))
  }
  if (node.kind === 'object') return null
  if (/^\d{1,6}$/.test(path)) return node.items[Number(path)] ?? null
  const items = node.items.map((item) => nodeAt(item, path)).filter((item) => item !== null)
  return items.length === 0 ? null : { kind: 'array', start: node.start, items }
}

/**
 * The paragraphs of a list of texts. One that breaks off before a space was cut at a link or a word in bold, as happens
 * where a crawler takes the text nodes of a page: the next goes on with it.
 */
function paragraphs(items: readonly LocatedText[]): LocatedText[] {
  const whole: LocatedText[][] = []
  for (const item of items) {
    const last = whole.at(-1)
    if (last?.at(-1)?.text.match(OPEN_END) != null) last.push(item)
    else whole.push([item])
  }
  return whole.map((pieces) => joinLocated(pieces, ''))
}
