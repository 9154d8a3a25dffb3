/**
 * Furniture that a crawler glued to the end of a paragraph: "… الكواليس. تابع الجزيرة نت على:", "… قدر الله. سمات الدفاع
 * المدني", "… الماضي. ...المزيد". It begins behind the last sentence and is short; what it is, its opening words say.
 */
import { pageFurniture } from '../lexicon/page-furniture.ts'
import type { Span } from '../text/span.ts'
import { type Furniture, furnitureOf, matchForm } from './furniture.ts'
import { type Line, lineAt } from './lines.ts'

/** A line's own words, and the furniture behind them; spans are in the line's text. */
export type Tail = { readonly body: Span; readonly pieces: readonly (Furniture & { readonly span: Span })[] }

const LONGEST_TAIL = 240
const MOST_TAIL_WORDS = 24
/** Behind a sentence, or behind a hole that a page leaves between text and footer. */
const SEAM = /(?<=[.؟!…”"»)\]])\s+(?=\S)|\s{3,}(?=\S)/gu
const TEASER = /(?:\.{3}|…)\s*([\p{L}\s]{3,20})$/u
const KEYS: readonly string[] = ['FOOTER', 'KEYWORDS', 'READ_ALSO', 'SOURCE_LINE', 'SHARE']

/** Parts a line from the furniture at its end; `from` is where its own words begin. */
export function splitTail(line: Line, from: number): Tail {
  const pieces: (Furniture & { readonly span: Span })[] = []
  let end = line.text.length
  for (;;) {
    const piece = tailPiece(line.text, from, end)
    if (piece === null) return { body: { start: from, end }, pieces }
    pieces.push(piece)
    end = piece.span.start
  }
}

function tailPiece(text: string, from: number, end: number): (Furniture & { readonly span: Span }) | null {
  const teaser = teaserAt(text, from, end)
  if (teaser !== null) return teaser
  const start = Math.max(from, end - LONGEST_TAIL)
  const slice = text.slice(start, end)
  for (const seam of [...slice.matchAll(SEAM)].reverse()) {
    const at = start + seam.index + seam[0].length
    const line = lineAt(text, { start: at, end }, false)
    if (line.words > MOST_TAIL_WORDS) return null
    const found = line.text === '' ? null : furnitureOf(line)
    if (found === null || !KEYS.includes(found.key)) continue
    const shift = (span: Span): Span => ({ start: span.start + line.start, end: span.end + line.start })
    return {
      ...found,
      label: shift(found.label),
      value: found.value === null ? null : shift(found.value),
      span: { start: line.start, end },
    }
  }
  return null
}

function teaserAt(text: string, from: number, end: number): (Furniture & { readonly span: Span }) | null {
  const start = Math.max(from, end - 40)
  const match = TEASER.exec(text.slice(start, end).trimEnd())
  if (match?.[1] === undefined) return null
  const words = lineAt(match[1], { start: 0, end: match[1].length }, false).head
  const form = (pageFurniture.get(words[0]?.key ?? '') ?? []).find(
    (candidate) => candidate.place === 'TAIL' && matchForm(candidate, words, 0)?.end === words.at(-1)?.end,
  )
  if (form === undefined) return null
  const span = { start: start + match.index, end }
  return { key: form.key, label: span, value: null, outlet: null, span }
}
