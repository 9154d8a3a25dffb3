/**
 * The reader for articles as JSON and its kin: one record, an array, JSON Lines, exports glued together, an answer that
 * holds its records deeper inside, literals in a program's source. Fields are known by their names in
 * lexicon/record-fields.tsv or by what `--map` says. Each record with a headline or a text is an article, so that nothing
 * of a dump is lost; what is no record, and what is broken, is told of.
 */
import { cleanFields } from './field-text.ts'
import { type FoundRecords, findRecords, memberNames } from './find-records.ts'
import { type JsonNode, parseRecords } from './json-nodes.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'
import { readRecord } from './record-article.ts'
import { habitsOf, isPartOfDump } from './record-habits.ts'
import { hasMap, recordMapOf } from './record-map.ts'
import { RecordNotes } from './record-notes.ts'
import { type Refusal, refuse } from './refusal.ts'

const OPENS = /^\s*[[{]/
const FIELD = /^\s*(?:\[\s*)*\{\s*"/
/** Literals of a program: `Map news = {'title': …`, `[{title: …`, `content: ['…`. */
const LITERAL =
  /^\s*(?:\/\/[^\n]*\s*)*(?:[\p{L}_$][\p{L}\p{N}_$.<>?, ]{0,80}=\s*)?(?:[[(]\s*)*\{\s*(?:u?["']|[\p{L}_$][\p{L}\p{N}_$]*\s*:)/u
const LABELLED = /^\s*[\p{L}_][\p{L}\p{N}_]{0,40}\s*:\s*(?:\[\s*(?:u?["']|\])|\{\s*["'])/u
const HEAD = 400
/** Larger dumps are taken apart before they are read, as a document is stored whole or not at all. */
const MOST_RECORDS = 1000
const MOST_NAMES = 20

/** Reads JSON records. */
export const jsonRecord: Reader = {
  name: 'json-record',
  sniff: (text, raw) => {
    const start = text.slice(0, HEAD)
    if (FIELD.test(start)) return 0.95
    if (LITERAL.test(start) || LABELLED.test(start)) return 0.9
    return OPENS.test(start) && /json/i.test(`${raw.mediaType ?? ''} ${raw.filename ?? ''}`) ? 0.9 : 0
  },
  read: readJson,
}

function readJson(text: string, raw: RawDocument): Page | Refusal {
  const { nodes, faults, repaired } = parseRecords(text)
  const map = recordMapOf(raw.mediaType)
  const found = findRecords(nodes, map)
  const [fault] = faults
  if (found.records.length === 0 && fault !== undefined) {
    const line = text.slice(0, fault.at).split('\n').length
    return refuse('RECORD_INVALID', `The JSON breaks off at line ${line}: ${fault.problem}. Mend it and send it again.`)
  }
  if (found.records.length === 0 && !isPartOfDump(raw.mediaType)) return withoutRecord(nodes, hasMap(map))
  if (found.records.length > MOST_RECORDS) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The JSON holds ${found.records.length} records, more than ${MOST_RECORDS}: cut it into several files.`,
    )
  }
  const draft = new PageDraft(text)
  readRecords(draft, found, raw)
  if (found.records.length === 0) draft.note('RECORD_WITHOUT_TEXT', 'The record has neither headline nor text.')
  const notes = new RecordNotes(draft)
  for (const { start, end, at, problem } of faults) {
    notes.add('RECORD_BROKEN', (line) => `The record at line ${line} is broken and left out: ${problem}.`, start, {
      start: Math.min(start, at),
      end,
    })
  }
  for (const start of repaired) {
    notes.add(
      'RECORD_REPAIRED',
      (line) => `The record at line ${line} has marks in its strings that are not escaped.`,
      start,
    )
  }
  for (const start of found.passed) {
    notes.add('RECORD_WITHOUT_TEXT', (line) => `The record at line ${line} has neither headline nor text.`, start)
  }
  return draft.finish('application/json', raw.url, 'METADATA')
}

function readRecords(draft: PageDraft, { records }: FoundRecords, raw: RawDocument): void {
  const fields = records.map((record) => cleanFields(record.fields))
  const habits = habitsOf(fields, raw.mediaType)
  for (const [index, record] of records.entries()) readRecord(draft, fields[index] ?? {}, record.start, raw.url, habits)
  if (records.length < 2) return
  draft.note('SEVERAL_RECORDS', `The document holds ${records.length} records; each is an article of its own.`)
}

function withoutRecord(nodes: readonly JsonNode[], mapped: boolean): Refusal {
  const names = memberNames(nodes, MOST_NAMES)
  const has = names.length === 0 ? '' : ` Its records have the fields ${names.join(', ')}.`
  return mapped
    ? refuse('MAP_INVALID', `The JSON holds no record with the fields that --map names.${has}`)
    : refuse(
        'RECORD_WITHOUT_TEXT',
        `The JSON holds no record with a headline and a text: name its fields title, content, date, source, author, url, or say which they are with --map title=FIELD --map text=FIELD.${has}`,
      )
}
