/**
 * Tables written as JSON the other way round, as data frames are exported: a member a column, each a list or an object by
 * row number; or the columns' names apart from the rows. Both are turned into records.
 */
import { recordField } from '../lexicon/record-fields.ts'
import type { JsonMember, JsonNode } from './json-nodes.ts'

type JsonObject = JsonNode & { readonly kind: 'object' }

const ROW_NUMBER = /^\d+$/
const FEWEST_ROWS = 1

/** The records of a frame; null when the object is none. */
export function frameRecords(node: JsonObject): readonly JsonObject[] | null {
  return splitFrame(node) ?? columnFrame(node)
}

/** `{"columns": ["title", …], "data": [["…", …], …]}` */
function splitFrame(node: JsonObject): JsonObject[] | null {
  const columns = node.members.find(({ name }) => name === 'columns')?.value
  const data = node.members.find(({ name }) => name === 'data' || name === 'rows')?.value
  if (columns?.kind !== 'array' || data?.kind !== 'array') return null
  const names = columns.items.map((item) => (item.kind === 'string' ? item.value.text : ''))
  if (!names.some(isTextName)) return null
  return data.items.flatMap((row) =>
    row.kind === 'array' ? [record(row.items.map((value, at) => ({ name: names[at] ?? '', value })))] : [],
  )
}

/** `{"title": {"0": "…", "1": "…"}, "text": {…}}` */
function columnFrame(node: JsonObject): JsonObject[] | null {
  const columns = node.members.map(({ name, value }) => ({ name, rows: value.kind === 'object' ? value.members : [] }))
  if (columns.length < 2 || !columns.some(({ name }) => isTextName(name))) return null
  if (!columns.every(({ rows }) => rows.length >= FEWEST_ROWS && rows.every((row) => ROW_NUMBER.test(row.name)))) {
    return null
  }
  const records = new Map<string, JsonMember[]>()
  for (const { name, rows } of columns) {
    for (const row of rows) {
      const members = records.get(row.name)
      if (members === undefined) records.set(row.name, [{ name, value: row.value }])
      else members.push({ name, value: row.value })
    }
  }
  return [...records.values()].map(record)
}

function record(members: readonly JsonMember[]): JsonObject {
  return { kind: 'object', start: members[0]?.value.start ?? 0, members }
}

function isTextName(name: string): boolean {
  const field = recordField(name)?.field
  return field === 'TITLE' || field === 'TEXT'
}
