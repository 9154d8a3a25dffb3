/**
 * Knows a line of furniture by the words that open it, from lexicon/page-furniture.tsv. A label counts when a colon
 * follows it, when it is the whole line, or when it is strong: "مصدر" opens many a sentence, "كلمات دلالية" none.
 */
import { type FurnitureForm, type FurnitureKey, pageFurniture } from '../lexicon/page-furniture.ts'
import type { Span } from '../text/span.ts'
import type { Token } from '../text/tokens.ts'
import { type Line, lineAt } from './lines.ts'
import type { PartKind } from './page.ts'
import { isDateLine } from './printed-date.ts'

/** What a line of furniture is; spans are in the line's own text. */
export type Furniture = {
  readonly key: FurnitureKey
  /** The label with its colon; the whole line where nothing follows. */
  readonly label: Span
  /** What follows the label; null when nothing does. */
  readonly value: Span | null
  /** Words in the form's hole, which name an outlet: "تابع الجزيرة نت على". */
  readonly outlet: string | null
}

const MOST_HOLE_WORDS = 4
/** Furniture is a line or two; longer text that opens like it is prose. */
const MOST_WORDS = 24
/** Tags, captions and rules for those who comment may be longer. */
const MOST_LIST_WORDS = 80
const LONG: readonly FurnitureKey[] = ['KEYWORDS', 'CAPTION', 'COMMENTS']
const COLON = /^[\s\u200e\u200f]*(?:[:：]|[-–—]{1,2}(?=\s)|\|)[\s\u200e\u200f]*/u
const COMMA = /^\s*[،,]\s*/u
const ARROW = /^\s*(?:\.{2,}|…|[>»]+|[←👈◄])\s*/u
const DOTS = /^(?:\.{2,}|…)\s*$/u
const FILLER = /^[\s\p{N}.,،:：؛;!?؟…|<>«»()[\]{}*#\-–—\u200e\u200f]*$/u

/** What the line is by its opening words; null when they are no furniture. */
export function furnitureOf(line: Line): Furniture | null {
  const first = line.head.findIndex((token) => token.kind !== 'PUNCTUATION')
  const token = line.head[first]
  if (token === undefined) return null
  const afterDots = DOTS.test(line.text.slice(0, token.start))
  for (const form of pageFurniture.get(token.key) ?? []) {
    if ((form.place === 'TAIL') !== afterDots) continue
    const match = matchForm(form, line.head, first)
    if (match === null) continue
    const found = accept(form, line, match)
    if (found !== null) return found
  }
  return null
}

/** The kind of part that a line of furniture is. */
export function partKindOf(key: FurnitureKey): PartKind {
  if (key === 'UPDATE_DATE') return 'PUBLICATION_DATE'
  return key === 'TEASER' || key === 'PAYWALL' ? 'NAVIGATION' : key
}

/** Matches a form's words at token `first`, punctuation between them passed over. */
export function matchForm(
  form: FurnitureForm,
  tokens: readonly Token[],
  first: number,
): { readonly end: number; readonly hole: Span | null } | null {
  let at = first
  let end = 0
  let hole: { start: number; end: number } | null = null
  for (const [index, word] of form.words.entries()) {
    if (word === null) {
      const next = form.words[index + 1]
      const from = at
      let taken = 0
      while (tokens[at] !== undefined && taken < MOST_HOLE_WORDS && (taken === 0 || tokens[at]?.key !== next)) {
        at += 1
        taken += 1
      }
      const opening = tokens[from]
      const closing = tokens[at - 1]
      if (opening === undefined || closing === undefined) return null
      hole = { start: opening.start, end: closing.end }
      end = closing.end
      continue
    }
    while (index > 0 && tokens[at]?.kind === 'PUNCTUATION') at += 1
    const token = tokens[at]
    if (token === undefined || token.key !== word) return null
    end = token.end
    at += 1
  }
  return { end, hole }
}

/** What stands for a colon behind a strong label: a comma in captions, dots or arrows behind "read also". */
function looseColon(key: FurnitureKey, rest: string): RegExpExecArray | null {
  if (key === 'CAPTION') return COMMA.exec(rest)
  return key === 'READ_ALSO' ? ARROW.exec(rest) : null
}

/** A weak label of a date needs no colon before one. */
function isDated(key: FurnitureKey, rest: string): boolean {
  if (key !== 'PUBLICATION_DATE' && key !== 'UPDATE_DATE') return false
  return isDateLine(lineAt(rest, { start: 0, end: rest.length }, false))
}

function accept(form: FurnitureForm, line: Line, match: { end: number; hole: Span | null }): Furniture | null {
  const rest = line.text.slice(match.end)
  const outlet = match.hole === null ? null : line.text.slice(match.hole.start, match.hole.end)
  if (FILLER.test(rest)) {
    return { key: form.key, label: { start: 0, end: line.text.length }, value: null, outlet }
  }
  const most = LONG.includes(form.key) ? MOST_LIST_WORDS : MOST_WORDS
  if (form.place === 'LINE' || form.place === 'TAIL') return null
  // A by-word with its colon may stand before a name that a crawler glued to a paragraph.
  if (line.words > most && !(form.key === 'BYLINE' && /^\s*[:：]/u.test(rest))) return null
  if (form.place === 'OPENING') {
    return { key: form.key, label: { start: 0, end: line.text.length }, value: null, outlet }
  }
  const colon = (COLON.exec(rest) ?? (form.strong ? looseColon(form.key, rest) : null))?.[0].length ?? 0
  if (colon === 0 && !(/^\s/u.test(rest) && (form.strong || isDated(form.key, rest)))) return null
  const start = match.end + (colon > 0 ? colon : rest.length - rest.trimStart().length)
  return { key: form.key, label: { start: 0, end: match.end + colon }, value: { start, end: line.text.length }, outlet }
}
