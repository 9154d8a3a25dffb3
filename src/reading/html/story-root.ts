/**
 * The element that holds a page's story. Each paragraph speaks for the elements around it, less the further out (the
 * method of Readability, one pass, nothing moved); the winner grows while what stands beside it reads like paragraphs,
 * too. A page that marks its article body is taken at its word when enough prose stands in it.
 */
import type { MarkupElement } from './markup-tree.ts'
import { ancestors, proseWords, type Zones } from './page-zones.ts'
import { isBlock, type TextBlock } from './text-blocks.ts'

const LEVELS = [1, 1 / 2, 1 / 6, 1 / 9, 1 / 12] as const
const ARTICLE_BODY = /(?:^|\s)articleBody(?:\s|$)/i
/** A marked body with less of the page's prose than this is a teaser or a caption. */
const LEAST_MARKED = 0.25
/** Paragraphs beside the winner are this long on average, cards of other stories are shorter. */
const LEAST_AVERAGE = 22
const MOST_LINKED = 0.15
const LEAST_GAIN = 0.1

/** The story's element; null on a page without prose. */
export function storyRoot(blocks: readonly TextBlock[], zones: Zones): MarkupElement | null {
  const prose = blocks.filter((block) => proseWords(block) > 0 && zones.of(block.holder) === null)
  if (prose.length === 0) return null
  const total = proseIn(prose)
  const marked = markedBody(prose)
  if (marked !== null && proseIn(inside(prose, marked)) >= LEAST_MARKED * total) return marked
  const sizes = sizesOf(blocks)
  const scores = new Map<MarkupElement, number>()
  for (const block of prose) {
    let level = 0
    let size = 1
    for (const element of ancestors(block.holder)) {
      const own = sizes.get(element) ?? 0
      // A box around one paragraph, or around the same blocks as the box inside it, adds nothing.
      if (!isBlock(element) || own <= size) continue
      const share = LEVELS[level]
      if (share === undefined) break
      scores.set(element, (scores.get(element) ?? 0) + share * proseWords(block))
      level += 1
      size = own
    }
  }
  let best: MarkupElement | null = null
  let most = 0
  for (const [element, score] of scores) if (score > most) [best, most] = [element, score]
  return best === null ? (prose[0]?.holder ?? null) : grow(best, prose)
}

/** Blocks that lie in an element. */
export function inside(blocks: readonly TextBlock[], element: MarkupElement): TextBlock[] {
  return blocks.filter((block) => block.holder.start >= element.start && block.holder.end <= element.end)
}

/** How many blocks each element holds. */
function sizesOf(blocks: readonly TextBlock[]): Map<MarkupElement, number> {
  const sizes = new Map<MarkupElement, number>()
  for (const block of blocks) {
    for (const element of ancestors(block.holder)) sizes.set(element, (sizes.get(element) ?? 0) + 1)
  }
  return sizes
}

function markedBody(prose: readonly TextBlock[]): MarkupElement | null {
  const words = new Map<MarkupElement, number>()
  for (const block of prose) {
    for (const element of ancestors(block.holder)) {
      const { itemprop, property } = element.attributes
      if (!ARTICLE_BODY.test(itemprop ?? '') && !ARTICLE_BODY.test(property ?? '')) continue
      words.set(element, (words.get(element) ?? 0) + proseWords(block))
    }
  }
  let best: MarkupElement | null = null
  let most = 0
  for (const [element, count] of words) if (count > most) [best, most] = [element, count]
  return best
}

function grow(from: MarkupElement, prose: readonly TextBlock[]): MarkupElement {
  let root = from
  let own = proseIn(inside(prose, root))
  for (const parent of ancestors(from)) {
    if (parent === from || parent.name === 'html' || parent.name === '') continue
    const beside = inside(prose, parent).filter((block) => inside([block], root).length === 0)
    const gain = proseIn(beside)
    if (gain === 0) continue
    const links = beside.reduce((sum, block) => sum + block.linkWords, 0)
    const average = gain / beside.length
    if (gain < LEAST_GAIN * own || average < LEAST_AVERAGE || links > MOST_LINKED * gain) break
    root = parent
    own += gain
  }
  return root
}

function proseIn(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + proseWords(block), 0)
}
