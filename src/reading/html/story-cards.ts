/**
 * Cards of other stories below a story, in the same box: a linked heading with a line or two of text, one after the
 * other, to the box's end. A story's own paragraphs are never under a heading that leads away.
 */
import { furnitureOf } from '../furniture.ts'
import { lineOf } from './header-blocks.ts'
import { isHeading, proseWords } from './page-zones.ts'
import type { TextBlock } from './text-blocks.ts'

const FEWEST_CARDS = 2
const MOST_PARAGRAPHS = 2
const FEWEST_WORDS = 3
const MOST_WORDS = 30
const LEAST_LINKED = 0.5

/** The index of the first card among a story's blocks; their number where no cards end it. */
export function firstCard(blocks: readonly TextBlock[]): number {
  let cards = 0
  let paragraphs = 0
  let cut = blocks.length
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]
    if (block === undefined) continue
    if (isCardHeading(block)) {
      cards += 1
      paragraphs = 0
      cut = index
    } else if (proseWords(block) > 0) {
      paragraphs += 1
      if (paragraphs > MOST_PARAGRAPHS) break
    }
  }
  if (cards < FEWEST_CARDS) return blocks.length
  const above = blocks[cut - 1]
  return above !== undefined && isHeading(above) ? cut - 1 : cut
}

/** True for a heading of which most is a link. */
export function isCardHeading(block: TextBlock): boolean {
  if (block.words < FEWEST_WORDS || block.words > MOST_WORDS || block.links.length !== 1) return false
  return isHeading(block) && block.linkWords >= LEAST_LINKED * block.words && furnitureOf(lineOf(block)) === null
}
