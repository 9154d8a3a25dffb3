/** Sums over the blocks below every element of a page, in one pass from the leaves up, however deep the page is. */
import type { MarkupElement } from './markup-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** What the blocks in each element come to; elements without any are left out. */
export function tally(
  blocks: readonly TextBlock[],
  amount: (block: TextBlock) => number,
): ReadonlyMap<MarkupElement, number> {
  const sums = new Map<MarkupElement, number>()
  for (const block of blocks) {
    sums.set(block.holder, (sums.get(block.holder) ?? 0) + amount(block))
    for (let outer = block.holder.parent; outer !== null && !sums.has(outer); outer = outer.parent) sums.set(outer, 0)
  }
  // An element begins before all that it holds, so the last to begin are the leaves.
  for (const element of [...sums.keys()].sort((a, b) => b.start - a.start || depth(b) - depth(a))) {
    if (element.parent !== null) sums.set(element.parent, (sums.get(element.parent) ?? 0) + (sums.get(element) ?? 0))
  }
  return sums
}

/** Only the root shares its start with another element. */
function depth(element: MarkupElement): number {
  return element.parent === null ? 0 : 1
}
