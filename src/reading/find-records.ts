/**
 * The records among the values of a JSON document, however deep inside an answer they lie. An object with a headline and
 * a text is one; in a list where others are records, one with a headline alone is one, too, and one with neither is passed
 * over and told of.
 */
import { recordField } from '../lexicon/record-fields.ts'
import { chooseFields, type NamedValue } from './choose-fields.ts'
import { frameRecords } from './json-frames.ts'
import type { JsonNode } from './json-nodes.ts'
import { nodeAt, textOf } from './json-values.ts'
import type { RecordFields } from './record-article.ts'
import type { RecordMap } from './record-map.ts'

/** A record and where it begins. */
export type FoundRecord = { readonly fields: RecordFields; readonly start: number }

/** What was found, in the document's order. */
export type FoundRecords = {
  readonly records: readonly FoundRecord[]
  /** Where objects begin that stand among records and hold neither headline nor text. */
  readonly passed: readonly number[]
}

type JsonObject = JsonNode & { readonly kind: 'object' }

const MOST_WRAPPERS = 6
const NOTHING: FoundRecords = { records: [], passed: [] }

/** Finds the records of a document's values. */
export function findRecords(nodes: readonly JsonNode[], map: RecordMap): FoundRecords {
  return among(nodes, map, 0)
}

/** The names of the members of the first objects, for somebody who has to say which is which. */
export function memberNames(nodes: readonly JsonNode[], most: number): string[] {
  const names = new Set<string>()
  const rest = [...nodes].slice(0, most)
  for (let node = rest.shift(); node !== undefined && names.size < most; node = rest.shift()) {
    if (node.kind === 'object') for (const { name } of node.members) names.add(name)
    else if (node.kind === 'array') rest.push(...node.items.slice(0, most))
  }
  return [...names].slice(0, most)
}

/** Records in a list of values: what is one among its neighbours is one, too. */
function among(nodes: readonly JsonNode[], map: RecordMap, depth: number): FoundRecords {
  const found = nodes.map((node) => within(node, map, depth))
  if (!found.some(({ records }) => records.length > 0)) {
    return nodes.some((node) => node.kind === 'array') ? NOTHING : alone(nodes, map)
  }
  const records: FoundRecord[] = []
  const passed: number[] = []
  for (const [index, inner] of found.entries()) {
    const node = nodes[index]
    records.push(...inner.records)
    passed.push(...inner.passed)
    if (inner.records.length > 0 || node?.kind !== 'object') continue
    const fields = fieldsOf(node, map)
    if (isEmpty(fields.TITLE)) passed.push(node.start)
    else records.push({ fields, start: node.start })
  }
  return { records, passed }
}

/** Objects with nothing but a headline, where that is all that a list has. */
function alone(nodes: readonly JsonNode[], map: RecordMap): FoundRecords {
  const records = nodes.flatMap((node) => {
    const fields = node.kind === 'object' ? fieldsOf(node, map) : {}
    return isEmpty(fields.TITLE) || isEmpty(fields.URL ?? fields.DATE) ? [] : [{ fields, start: node.start }]
  })
  return { records, passed: [] }
}

function within(node: JsonNode, map: RecordMap, depth: number): FoundRecords {
  if (depth > MOST_WRAPPERS) return NOTHING
  if (node.kind === 'array') return among(node.items, map, depth + 1)
  if (node.kind !== 'object') return NOTHING
  const frame = frameRecords(node)
  if (frame !== null) return among(frame, map, depth + 1)
  const fields = fieldsOf(node, map)
  if (fields.TITLE !== undefined && (fields.TEXT !== undefined || fields.SUMMARY !== undefined)) {
    return isEmpty(fields.TITLE) && isEmpty(fields.TEXT) && isEmpty(fields.SUMMARY)
      ? NOTHING
      : { records: [{ fields, start: node.start }], passed: [] }
  }
  const inner = node.members.map((member) => within(member.value, map, depth + 1))
  if (inner.some(({ records }) => records.length > 0)) {
    return { records: inner.flatMap(({ records }) => records), passed: inner.flatMap(({ passed }) => passed) }
  }
  return isEmpty(fields.TEXT) ? NOTHING : { records: [{ fields, start: node.start }], passed: [] }
}

/** The fields of an object: those that somebody said where to find, the others by their names. */
function fieldsOf(node: JsonObject, map: RecordMap): RecordFields {
  return chooseFields(namedValues(node, map))
}

function* namedValues(node: JsonObject, map: RecordMap): Generator<NamedValue> {
  for (const { name, value } of node.members) {
    const known = recordField(name)
    if (known === null || map[known.field] !== undefined) continue
    const text = textOf(value, known.field === 'TEXT' ? 'PARAGRAPHS' : 'WORDS')
    if (text !== null) yield { name: known, value: text }
  }
  for (const [field, path] of Object.entries(map) as [NamedValue['name']['field'], string][]) {
    const value = nodeAt(node, path)
    const text = value === null ? null : textOf(value, field === 'TEXT' ? 'PARAGRAPHS' : 'WORDS')
    if (text !== null) yield { name: { field, strong: true }, value: text }
  }
}

function isEmpty(value: { readonly text: string } | undefined): boolean {
  return value === undefined || value.text.trim() === ''
}
