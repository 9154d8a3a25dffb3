/** Whether an input is a dump of records, and how it is written, by its beginning. */
import { decode } from '../decode.ts'
import { jsonFeed } from '../feed/json-feed.ts'
import { findRecords } from '../find-records.ts'
import { parseRecords } from '../json-nodes.ts'
import { jsonRecord } from '../json-record.ts'
import type { RawDocument } from '../page.ts'
import { habitsOf, NO_HABITS, partOfDump, type RecordHabits } from '../record-habits.ts'
import { type RecordMap, recordMapOf, withMap } from '../record-map.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { columnMap } from '../table-columns.ts'
import { tableRecord } from '../table-record.ts'
import { readTableSource } from '../table-source.ts'
import { trecRecord } from '../trec-record.ts'
import type { JsonDump } from './json-splitter.ts'
import type { Package } from './package.ts'
import type { TableDump } from './table-splitter.ts'

/** How a dump is written, and what each of its records is told of the others. */
export type DumpFormat = {
  /** By its name for `TextDecoder`. */
  readonly charset: string
  /** Of each record. */
  readonly mediaType: string
} & (
  | { readonly kind: 'LINES' | 'TREC' }
  | ({ readonly kind: 'JSON' } & JsonDump)
  | ({ readonly kind: 'TABLE' } & TableDump)
  /** A table of whose columns none can be told. */
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
)

const SURE = 0.6
const NEWLINE = 0x0a
const RECORD_LINE = /^[\s,[]*(?:[\p{L}_][\p{L}\p{N}_]*\s*:\s*)?[[{(].*[}\])][\s,\];]*$/u
const OPEN_LINE = /^[\s,[]*(?:[\p{L}_][\p{L}\p{N}_]*\s*:\s*)?[[{(]/u
const BRACKETS = /^[\s[\],;]*$/
const LABEL = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*:/u
const FEWEST_LINES = 2
const SAMPLE_ROWS = 60
const LEAST_WHOLE = 0.5

/**
 * How an input is written when it is a dump of records that can be told apart; null when it is something else. `head`
 * are its first bytes, 64 KB of them where it has as many.
 */
export function isRecordDump(head: Uint8Array, input: Package): DumpFormat | null {
  const decoded = decode(wholeLetters(head), input.mediaType)
  if (isRefusal(decoded)) return null
  const { text, charset } = decoded
  const raw: RawDocument = { bytes: head, filename: input.name, mediaType: input.mediaType, url: input.url }
  const sniffed = [trecRecord, jsonRecord, jsonFeed, tableRecord].map((reader) => reader.sniff(text, raw))
  const [trec = 0, json = 0, feed = 0, table = 0] = sniffed
  const map = recordMapOf(input.mediaType)
  if (trec >= SURE) return { kind: 'TREC', charset, mediaType: typeWith('text/sgml', {}, NO_HABITS) }
  if (Math.max(json, feed) >= Math.max(table, SURE)) return jsonFormat(text, charset, map)
  return table >= SURE ? tableFormat(text, charset, input.mediaType) : null
}

function jsonFormat(text: string, charset: string, map: RecordMap): DumpFormat | null {
  const { records } = findRecords(parseRecords(text).nodes, map)
  const habits = habitsOf(
    records.map(({ fields }) => fields),
    null,
  )
  const mediaType = typeWith('application/json', map, habits)
  if (isByLine(text)) return { kind: 'LINES', charset, mediaType }
  const first = records[0]?.start
  const at = first ?? text.search(/\{/)
  if (at < 0 || text[at] !== '{') return null
  return { kind: 'JSON', charset, mediaType, path: openAt(text, at) }
}

function tableFormat(text: string, charset: string, mediaType: string | null): DumpFormat {
  const head = readTableSource(text, mediaType, SAMPLE_ROWS)
  if (isRefusal(head)) return { kind: 'REFUSED', charset, mediaType: 'text/csv', refusal: head }
  const { layout, columns, records } = head
  const type = layout.dialect.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
  const told = recordMapOf(mediaType)
  const map = columns.byName ? told : { ...columnMap(columns), ...told }
  return {
    kind: 'TABLE',
    charset,
    mediaType: typeWith(`${type}; header=${columns.header ? 'present' : 'absent'}`, map, habitsOf(records, null)),
    dialect: layout.dialect,
    start: layout.start,
    header: columns.header,
  }
}

function typeWith(type: string, map: RecordMap, habits: RecordHabits): string {
  return partOfDump(withMap(type, map) ?? type, habits)
}

/** Whether each line is a record; a broken one here and there doesn't end where a record ends. */
function isByLine(text: string): boolean {
  const lines = text.split('\n')
  const complete = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => !BRACKETS.test(line))
  if (complete.length < FEWEST_LINES) return false
  const labels = new Set(complete.map((line) => LABEL.exec(line)?.[1] ?? ''))
  const whole = complete.filter((line) => RECORD_LINE.test(line)).length
  return labels.size === 1 && whole >= LEAST_WHOLE * complete.length && complete.every((line) => OPEN_LINE.test(line))
}

/** The brackets that are open at an offset. */
function openAt(text: string, end: number): ('[' | '{')[] {
  const open: ('[' | '{')[] = []
  let mark = ''
  for (let at = 0; at < end; at++) {
    const character = text[at]
    if (mark !== '') {
      if (character === '\\') at += 1
      else if (character === mark) mark = ''
    } else if (character === '"' || character === "'") mark = character
    else if (character === '[' || character === '{') open.push(character)
    else if (character === ']' || character === '}') open.pop()
  }
  return open
}

/** A text's beginning up to its last line end, so that no letter is cut, in pairs of bytes. */
function wholeLetters(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(NEWLINE) + 1
  const length = end === 0 ? head.length : end
  return head.subarray(0, length - (length % 2))
}
