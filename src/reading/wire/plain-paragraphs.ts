/**
 * The paragraphs of plain text as agencies send it: wrapped to the width of a teleprinter, a paragraph begun by a blank
 * line or by an indent. Lines that were wrapped are one paragraph again; a text that was not wrapped has one a line.
 */
import { joinLocated, type LocatedText } from '../located-text.ts'

type PlainLine = { readonly start: number; readonly end: number; readonly indent: number; readonly afterBlank: boolean }

const BREAK = '\n\n'
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g
const WIDTH = 100
const FEWEST_WIDE = 30
const INDENT = 2
const SENTENCE_END = /[.؟!?…۔:"»”]$/u
/** In wrapped text at least this share of the lines stops in the middle of a sentence. */
const OPEN_LINES = 0.3

/** The text with its paragraphs parted by blank lines. */
export function plainParagraphs(source: LocatedText): LocatedText {
  const lines = linesOf(source.text)
  if (lines.length < 2) return source
  const wrapped = isWrapped(source.text, lines)
  const margin = Math.min(...lines.map((line) => line.indent))
  const paragraphs: PlainLine[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const begins = line.afterBlank || (wrapped ? line.indent >= margin + INDENT : true)
    if (last === undefined || begins) paragraphs.push([line])
    else last.push(line)
  }
  return joinLocated(
    paragraphs.map((paragraph) =>
      joinLocated(
        paragraph.map((line) => slice(source, line)),
        ' ',
      ),
    ),
    BREAK,
  )
}

function linesOf(text: string): PlainLine[] {
  const lines: PlainLine[] = []
  let afterBlank = true
  for (const match of text.matchAll(LINE)) {
    const words = match[0].trim()
    if (words === '') {
      afterBlank = true
      continue
    }
    const indent = match[0].length - match[0].trimStart().length
    lines.push({ start: match.index + indent, end: match.index + indent + words.length, indent, afterBlank })
    afterBlank = false
  }
  return lines
}

function isWrapped(text: string, lines: readonly PlainLine[]): boolean {
  const longest = Math.max(...lines.map((line) => line.end - line.start))
  const open = lines.filter((line) => !SENTENCE_END.test(text.slice(line.start, line.end)))
  return longest <= WIDTH && longest >= FEWEST_WIDE && open.length >= OPEN_LINES * lines.length
}

function slice(source: LocatedText, line: PlainLine): LocatedText {
  const offsets = Uint32Array.from(
    { length: line.end - line.start + 1 },
    (_, at) => source.offsets[line.start + at] ?? 0,
  )
  return { text: source.text.slice(line.start, line.end), offsets }
}
