/**
 * The element that holds a page's story. Each paragraph speaks for the elements around it, less the further out (the
 * method of Readability, one pass, nothing moved); the winner grows while what stands beside it reads like paragraphs,
 * too. A page that marks its article body is taken at its word when enough prose stands in it.
 */
import type { MarkupElement } from './markup-tree.ts'
import { ancestors, proseWords, type Zones } from './page-zones.ts'
import { tally } from './tally.ts'
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
  const scores = new Map<MarkupElement, number>()
  const wider = widerBoxes(tally(blocks, () => 1))
  for (const block of prose) {
    let box = wider(block.holder, 1)
    for (const share of LEVELS) {
      if (box === null) break
      scores.set(box.element, (scores.get(box.element) ?? 0) + share * proseWords(block))
      box = box.element.parent === null ? null : wider(box.element.parent, box.size)
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

type Box = { readonly element: MarkupElement; readonly size: number }

/**
 * The innermost box from an element outwards that holds more blocks than `size`: one around a single paragraph, or
 * around the same blocks as the box inside it, adds nothing.
 */
function widerBoxes(sizes: ReadonlyMap<MarkupElement, number>): (from: MarkupElement, size: number) => Box | null {
  const known = new Map<MarkupElement, Box | null>()
  return (from, size) => {
    const path: MarkupElement[] = []
    let found: Box | null = null
    for (const element of ancestors(from)) {
      const own = sizes.get(element) ?? 0
      const before = own > size ? undefined : known.get(element)
      if (before !== undefined && (before === null || before.size > size)) {
        found = before
        break
      }
      if (isBlock(element) && own > size) {
        found = { element, size: own }
        break
      }
      path.push(element)
    }
    for (const element of path) known.set(element, found)
    return found
  }
}

function markedBody(prose: readonly TextBlock[]): MarkupElement | null {
  let best: MarkupElement | null = null
  let most = 0
  for (const [element, count] of tally(prose, proseWords)) {
    const { itemprop, property } = element.attributes
    if (!ARTICLE_BODY.test(itemprop ?? '') && !ARTICLE_BODY.test(property ?? '')) continue
    if (count > most) [best, most] = [element, count]
  }
  return best
}

function grow(from: MarkupElement, prose: readonly TextBlock[]): MarkupElement {
  const words = tally(prose, proseWords)
  const paragraphs = tally(prose, () => 1)
  const links = tally(prose, (block) => block.linkWords)
  const beside = (sums: ReadonlyMap<MarkupElement, number>, outer: MarkupElement, inner: MarkupElement): number =>
    (sums.get(outer) ?? 0) - (sums.get(inner) ?? 0)
  let root = from
  for (const parent of ancestors(from)) {
    if (parent === from || parent.name === 'html' || parent.name === '') continue
    const gain = beside(words, parent, root)
    if (gain === 0) continue
    const average = gain / beside(paragraphs, parent, root)
    const linked = beside(links, parent, root)
    if (gain < LEAST_GAIN * (words.get(root) ?? 0) || average < LEAST_AVERAGE || linked > MOST_LINKED * gain) break
    root = parent
  }
  return root
}

function proseIn(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + proseWords(block), 0)
}
