/**
 * A record's field as its reader would see it. Between the page and the dump, text passed through hands that escaped it:
 * markup and character references, once or twice; a list of paragraphs printed into one cell, as Python prints it; line
 * ends written as `\n`. All are undone, and each letter still knows its place in the document.
 */
import type { RecordField } from '../lexicon/record-fields.ts'
import type { Span } from '../text/span.ts'
import { fragmentText } from './html/fragment.ts'
import { plainText, relocate } from './html/plain-text.ts'
import { parseRecords } from './json-nodes.ts'
import { textOf } from './json-values.ts'
import { joinLocated, type LocatedText } from './located-text.ts'
import type { RecordFields } from './record-article.ts'

const MARKUP = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i
const BLOCK = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|tr|td|figure|section|article)(?:[\s/][^<>]*)?>/i
/** What is left to undo after the first time was escaped twice; a lone name in angle brackets was meant. */
const ESCAPED_AGAIN =
  /<\/(?:p|div|li|ul|ol|h[1-6]|a|b|i|em|strong|span|blockquote)>|<(?:p|br)\s*\/?>|&(?:quot|amp|lt|gt|nbsp|apos|#\d{1,7}|#x[\da-f]{1,6});/i
const MOST_ROUNDS = 3
const LINE = /[^\r\n]+|[\r\n]+/g
const LITERAL_LIST = /^\s*(?:\[\s*(?:u?["']|\])|\{\s*u?["'][^"'\s]{1,80}["']\s*:)/
const ESCAPE = /\\(?:u([\da-f]{4})|x([\da-f]{2})|(r\\n|[nrt"'/]))/gi
const LETTERS: { readonly [letter: string]: string } = { n: '\n', r: '\n', t: '\t', 'r\\n': '\n' }
const ESCAPED_LINES = /\\n|\\xa0|\\u0[\da-f]{3}/i
const PROSE: ReadonlySet<RecordField> = new Set<RecordField>(['TEXT', 'SUMMARY'])
const MACHINE: ReadonlySet<RecordField> = new Set<RecordField>(['ID', 'DATE', 'UPDATED', 'CRAWLED'])

/** All fields of a record as they read. */
export function cleanFields(fields: RecordFields): RecordFields {
  const entries = Object.entries(fields) as [RecordField, LocatedText][]
  return Object.fromEntries(entries.map(([field, value]) => [field, cleanField(field, value)]))
}

function cleanField(field: RecordField, value: LocatedText): LocatedText {
  if (MACHINE.has(field)) return value
  let text = unprinted(value, PROSE.has(field))
  if (field !== 'URL') text = unescaped(text)
  for (let round = 0; round < MOST_ROUNDS && (round === 0 ? MARKUP : ESCAPED_AGAIN).test(text.text); round++) {
    const next = PROSE.has(field) ? withoutMarkup(text) : plainText(text)
    if (next.text === text.text) break
    text = next
  }
  return text
}

/** Paragraphs without markup. Where markup only marks words, the lines of the text are its paragraphs. */
function withoutMarkup(value: LocatedText): LocatedText {
  if (BLOCK.test(value.text)) {
    const story = fragmentText(value)
    return story.text.trim() === '' ? plainText(value) : story
  }
  const lines = [...value.text.matchAll(LINE)].map((match) => {
    const line = slice(value, { start: match.index, end: match.index + match[0].length })
    return MARKUP.test(line.text) ? plainText(line) : line
  })
  return joinLocated(lines, '')
}

/** The strings of a list or an object that was printed into the field; the field as it is when it holds no such thing. */
function unprinted(value: LocatedText, prose: boolean): LocatedText {
  if (!LITERAL_LIST.test(value.text)) return value
  const { nodes, faults } = parseRecords(value.text)
  const [node] = nodes
  if (node === undefined || nodes.length > 1 || faults.length > 0) return value
  const text = textOf(node, prose ? 'PARAGRAPHS' : 'WORDS')
  return text === null ? slice(value, { start: 0, end: 0 }) : relocate(text, value)
}

/** Escapes undone that were escaped once too often. */
function unescaped(value: LocatedText): LocatedText {
  if (!ESCAPED_LINES.test(value.text) || value.text.includes('\n')) return value
  const offsets: number[] = []
  let text = ''
  let at = 0
  const copy = (end: number): void => {
    for (let place = at; place < end; place++) offsets.push(value.offsets[place] ?? 0)
    text += value.text.slice(at, end)
  }
  for (const match of value.text.matchAll(ESCAPE)) {
    copy(match.index)
    at = match.index + match[0].length
    const code = match[1] ?? match[2]
    const letter = match[3] ?? ''
    const written =
      code === undefined ? (LETTERS[letter] ?? letter.at(-1) ?? '') : String.fromCharCode(Number.parseInt(code, 16))
    for (let _ = 0; _ < written.length; _++) offsets.push(value.offsets[match.index] ?? 0)
    text += written
  }
  copy(value.text.length)
  offsets.push(value.offsets[value.text.length] ?? 0)
  return { text, offsets: Uint32Array.from(offsets) }
}

function slice(value: LocatedText, span: Span): LocatedText {
  const offsets = Uint32Array.from(
    { length: span.end - span.start + 1 },
    (_, at) => value.offsets[span.start + at] ?? 0,
  )
  return { text: value.text.slice(span.start, span.end), offsets }
}
