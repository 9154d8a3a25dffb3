/**
 * Which column or member of a record holds which field, as its owner says it: `--map title=headline`. The word travels as
 * a parameter of the document's media type (`text/csv; map="title=headline,text=4"`), so that a document read again is
 * read alike.
 */
import type { RecordField } from '../lexicon/record-fields.ts'
import { type Refusal, refuse } from './refusal.ts'

/** The column or member for each field that was named: its name, a table's column number from 1, or a path `a.b`. */
export type RecordMap = { readonly [Field in RecordField]?: string }

/** Fields by the names that people call them. */
const FIELDS: { readonly [name: string]: RecordField } = {
  author: 'AUTHOR',
  crawled: 'CRAWLED',
  date: 'DATE',
  id: 'ID',
  keywords: 'KEYWORDS',
  source: 'SOURCE',
  summary: 'SUMMARY',
  text: 'TEXT',
  title: 'TITLE',
  updated: 'UPDATED',
  url: 'URL',
}
const NAMES = Object.keys(FIELDS)
/** A comma parts two pairs only where a field's name follows it: columns are called "date, time", too. */
const NEXT_PAIR = new RegExp(`,(?=\\s*(?:${NAMES.join('|')})\\s*=)`)
const PARAMETER = /;\s*map="([^"]*)"/i
const UNSAFE = /[%",;\\]/g
const UNKNOWN_TYPE = 'application/octet-stream'

/**
 * Reads what was said with `--map`: `title=headline`, or several in one, `title=headline,text=body`. A refusal names the
 * pair that is wrong and the fields that there are.
 */
export function parseRecordMap(values: readonly string[]): RecordMap | Refusal {
  const map: { [Field in RecordField]?: string } = {}
  for (const pair of values.flatMap((value) => value.split(NEXT_PAIR))) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(0, equals)).trim().toLowerCase()
    const column = pair.slice(equals + 1).trim()
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
    if (field === undefined || column === '') {
      return refuse(
        'MAP_INVALID',
        `--map ${pair.trim() === '' ? '""' : pair.trim()} is not FIELD=COLUMN: FIELD is one of ${NAMES.join(', ')}, COLUMN is a column's name or number, or a path such as a.b.`,
      )
    }
    if (map[field] !== undefined && map[field] !== column) {
      return refuse('MAP_INVALID', `--map says ${name} twice, ${map[field]} and ${column}: say it once.`)
    }
    map[field] = column
  }
  return map
}

/** The media type with a map on it; an older map is replaced, and an empty one leaves the type as it is. */
export function withMap(mediaType: string | null, map: RecordMap): string | null {
  const bare = mediaType?.replace(PARAMETER, '') ?? null
  const pairs = NAMES.flatMap((name) => {
    const field = FIELDS[name]
    const column = field === undefined ? undefined : map[field]
    return column === undefined ? [] : [`${name}=${column.replace(UNSAFE, encodeURIComponent)}`]
  })
  return pairs.length === 0 ? bare : `${bare ?? UNKNOWN_TYPE}; map="${pairs.join(',')}"`
}

/** The map that a media type carries; empty when it carries none. */
export function recordMapOf(mediaType: string | null): RecordMap {
  const pairs = PARAMETER.exec(mediaType ?? '')?.[1]?.split(',') ?? []
  const map: { [Field in RecordField]?: string } = {}
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(0, equals))
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
    const column = decode(pair.slice(equals + 1))
    if (field !== undefined && column !== '') map[field] = column
  }
  return map
}

/** Whether somebody said where any field stands. */
export function hasMap(map: RecordMap): boolean {
  return Object.keys(map).length > 0
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
