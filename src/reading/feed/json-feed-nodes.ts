/** The entries of a JSON Feed, also of one that breaks off: then the entries that stand whole before the break. */
import { memberOf } from '../json-members.ts'
import { type JsonFault, type JsonNode, parseRecords } from '../json-nodes.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** What stands in a JSON Feed; `feed` is the object around the entries. */
export type JsonFeedNodes = {
  readonly feed: JsonNode
  readonly items: readonly JsonNode[]
  readonly faults: readonly JsonFault[]
}

/** Finds a feed's entries, or says why there are none. */
export function jsonFeedNodes(text: string): JsonFeedNodes | Refusal {
  const { nodes, faults } = parseRecords(text)
  const [first] = nodes
  const whole = first === undefined ? null : memberOf(first, 'items')
  if (first !== undefined && whole?.kind === 'array') return { feed: first, items: whole.items, faults }
  // What stands before the first entry, closed, is the feed without its entries.
  const head = first === undefined ? undefined : parseRecords(`${text.slice(0, first.start)}]}`).nodes[0]
  if (head !== undefined && memberOf(head, 'items')?.kind === 'array') return { feed: head, items: nodes, faults }
  const line = text.slice(0, faults[0]?.at ?? 0).split('\n').length
  return refuse('RECORD_INVALID', `The feed holds no list of items up to line ${line}: mend it and send it again.`)
}
