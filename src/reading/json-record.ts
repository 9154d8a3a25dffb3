/**
 * The reader for articles as JSON: one record, an array, JSON Lines, or an answer that holds its records deeper inside.
 * Fields are known by their names in lexicon/record-fields.tsv. Each record with a headline or a text is an article, so
 * that nothing of a dump is lost; what is no record is said to be metadata.
 */
import { type RecordField, recordField } from '../lexicon/record-fields.ts'
import { type JsonNode, parseJson } from './json-nodes.ts'
import { joinLocated, type LocatedText } from './located-text.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { readRecord } from './record-article.ts'
import { type Refusal, refuse } from './refusal.ts'

const OPENS = /^\s*[[{]/
const FIELD = /^\s*(?:\[\s*)*\{\s*"/
/** Larger dumps are cut into files first, as a document is stored whole or not at all. */
const MOST_RECORDS = 1000
const MOST_WRAPPERS = 6
const PARAGRAPH_BREAK = '\n\n'
const LIST_BREAK = ', '

/** Reads JSON records. */
export const jsonRecord: Reader = {
  name: 'json-record',
  sniff: (text, raw) => {
    const start = text.slice(0, 400)
    if (FIELD.test(start)) return 0.95
    return OPENS.test(start) && /json/i.test(`${raw.mediaType ?? ''} ${raw.filename ?? ''}`) ? 0.9 : 0
  },
  read: readJson,
}

function readJson(text: string, raw: RawDocument): Page | Refusal {
  const nodes = parseJson(text)
  if ('problem' in nodes) {
    const line = text.slice(0, nodes.at).split('\n').length
    return refuse('RECORD_INVALID', `The JSON breaks off at line ${line}: ${nodes.problem}. Mend it and send it again.`)
  }
  const records = nodes.flatMap((node) => recordsIn(node, 0))
  if (records.length === 0) {
    return refuse(
      'RECORD_WITHOUT_TEXT',
      'The JSON holds no record with a headline and a text: name its fields title, content, date, source, author, url.',
    )
  }
  if (records.length > MOST_RECORDS) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The JSON holds ${records.length} records, more than ${MOST_RECORDS}: cut it into several files.`,
    )
  }
  const draft = new PageDraft(text)
  for (const record of records) readRecord(draft, record.fields, record.start, raw.url)
  if (records.length > 1) {
    draft.note('SEVERAL_RECORDS', `The document holds ${records.length} records; each is an article of its own.`)
  }
  return draft.finish('application/json', raw.url, 'METADATA')
}

type Found = { readonly fields: { readonly [Field in RecordField]?: LocatedText }; readonly start: number }

function recordsIn(node: JsonNode, depth: number): Found[] {
  if (depth > MOST_WRAPPERS) return []
  if (node.kind === 'array') return node.items.flatMap((item) => recordsIn(item, depth + 1))
  if (node.kind !== 'object') return []
  const fields = fieldsOf(node)
  if (fields.TITLE !== undefined && (fields.TEXT !== undefined || fields.SUMMARY !== undefined)) {
    return [{ fields, start: node.start }]
  }
  const inner = node.members.flatMap((member) => recordsIn(member.value, depth + 1))
  if (inner.length > 0) return inner
  return fields.TEXT !== undefined && fields.TEXT.text.trim() !== '' ? [{ fields, start: node.start }] : []
}

/** The fields of an object by meaning; of two with one meaning the strong name counts, then the first that is not empty. */
function fieldsOf(node: JsonNode & { kind: 'object' }): { [Field in RecordField]?: LocatedText } {
  const fields: { [Field in RecordField]?: LocatedText } = {}
  const strong = new Set<RecordField>()
  for (const member of node.members) {
    const name = recordField(member.name)
    const value = name === null ? null : textOf(member.value, name.field === 'TEXT' ? PARAGRAPH_BREAK : LIST_BREAK)
    if (name === null || value === null) continue
    const known = fields[name.field]
    const better = known === undefined || known.text.trim() === '' || (name.strong && !strong.has(name.field))
    if (!better) continue
    fields[name.field] = value
    if (name.strong && value.text.trim() !== '') strong.add(name.field)
  }
  return fields
}

/** A value as text: a string, a list of strings, or the name inside an object. */
function textOf(node: JsonNode, separator: string): LocatedText | null {
  if (node.kind === 'string') return node.value
  if (node.kind === 'other') return node.value.text === 'null' ? null : node.value
  if (node.kind === 'array') {
    const items = node.items.map((item) => textOf(item, separator)).filter((item) => item !== null)
    return items.length === 0 ? null : joinLocated(items, separator)
  }
  const named = node.members.find((member) => member.name === 'name' || member.name === '@id')
  return named === undefined ? null : textOf(named.value, separator)
}
