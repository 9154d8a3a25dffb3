/**
 * Headlines of other stories that follow a story's last paragraph without a word in between, as crawlers leave them of
 * the boxes below it. Nothing says so but their shape: many lines in a row that end no sentence, below a story whose
 * paragraphs all end one.
 */
import type { Span } from '../text/span.ts'
import { furnitureOf } from './furniture.ts'
import { endsSentence, isHeadlineLike } from './line-shape.ts'
import type { Line } from './lines.ts'

const FEWEST_HEADLINES = 5
const FEWEST_WORDS = 4
const FEWEST_PARAGRAPHS = 2
const LEAST_FINISHED = 0.8
/** What stands below these belongs to them. */
const OWNERS: readonly string[] = ['COMMENTS', 'KEYWORDS', 'READ_ALSO', 'RELATED_HEADING']
/** A list that belongs to the story is announced. */
const ANNOUNCED = /[:：]\s*$/u

/** The indices of the first of such headlines among the lines from `from` on, and behind the last; alike where there are none. */
export function headlineTail(lines: readonly Line[], from: number): Span {
  const none = { start: lines.length, end: lines.length }
  let { start, end } = none
  let headlines = 0
  for (let index = lines.length - 1; index >= from; index--) {
    const line = lines[index]
    if (line === undefined) break
    const furniture = furnitureOf(line)
    if (furniture !== null && OWNERS.includes(furniture.key)) {
      start = index
      end = index
      headlines = 0
    }
    if (furniture !== null) continue
    if (line.words < FEWEST_WORDS || !isHeadlineLike(line) || endsSentence(line) || /[:،؛,;]$/u.test(line.text)) break
    headlines += 1
    start = index
  }
  if (headlines < FEWEST_HEADLINES) return none
  const story = lines.slice(from, start).filter((line) => furnitureOf(line) === null)
  const finished = story.filter(endsSentence).length
  const last = story.at(-1)
  if (last === undefined || ANNOUNCED.test(last.text) || finished < FEWEST_PARAGRAPHS) return none
  return finished >= LEAST_FINISHED * story.length ? { start, end } : none
}
