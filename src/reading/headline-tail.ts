/**
 * Headlines of other stories that follow a story's last paragraph without a word in between, as crawlers leave them of
 * the boxes below it. Nothing says so but their shape: many lines in a row that end no sentence, below a story whose
 * paragraphs all end one.
 */
import { furnitureOf } from './furniture.ts'
import { endsSentence, isHeadlineLike } from './line-shape.ts'
import type { Line } from './lines.ts'

const FEWEST_HEADLINES = 5
const FEWEST_WORDS = 4
const FEWEST_PARAGRAPHS = 2
const LEAST_FINISHED = 0.8
/** A list that belongs to the story is announced. */
const ANNOUNCED = /[:：]\s*$/u

/** Index of the first of such headlines among the lines from `from` on; the number of lines where there are none. */
export function headlineTail(lines: readonly Line[], from: number): number {
  let start = lines.length
  let headlines = 0
  for (let index = lines.length - 1; index >= from; index--) {
    const line = lines[index]
    if (line === undefined) break
    if (furnitureOf(line) !== null) continue
    if (line.words < FEWEST_WORDS || !isHeadlineLike(line) || endsSentence(line) || /[:،؛,;]$/u.test(line.text)) break
    headlines += 1
    start = index
  }
  if (headlines < FEWEST_HEADLINES) return lines.length
  const story = lines.slice(from, start).filter((line) => furnitureOf(line) === null)
  const finished = story.filter(endsSentence).length
  const last = story.at(-1)
  if (last === undefined || ANNOUNCED.test(last.text) || finished < FEWEST_PARAGRAPHS) return lines.length
  return finished >= LEAST_FINISHED * story.length ? start : lines.length
}
