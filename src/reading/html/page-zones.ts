/**
 * Which blocks of a page lie in a box that is no story: navigation, related stories, share bars, comments. A box is known
 * by its element or by the names that its makers gave it; as a whole page may be called "with-sidebar", a box that holds
 * much of the page's prose, or its headline, is none.
 */
import { type ZoneKey, zoneNamed } from '../../lexicon/page-zones.ts'
import type { MarkupElement } from './markup-tree.ts'
import { tally } from './tally.ts'
import type { TextBlock } from './text-blocks.ts'

/** Tells the box of an element; null for one that may hold the story. */
export type Zones = { of(element: MarkupElement): ZoneKey | null }

const ELEMENTS: Readonly<Record<string, ZoneKey>> = {
  aside: 'RELATED_HEADING',
  button: 'SHARE',
  caption: 'CAPTION',
  dialog: 'NAVIGATION',
  figcaption: 'CAPTION',
  figure: 'CAPTION',
  footer: 'FOOTER',
  form: 'NAVIGATION',
  menu: 'NAVIGATION',
  nav: 'NAVIGATION',
  option: 'NAVIGATION',
  video: 'CAPTION',
  audio: 'CAPTION',
}
const NAMING = ['class', 'id', 'role', 'rel', 'itemprop', 'data-component', 'data-testid'] as const
const HEADING = /^h[1-6]$/
const SENTENCE = /[.،؟!؛,:۔…]/u
const LONG = 15
const SHORT = 5
const MOST_LINKED = 0.4
/** A box with a larger share of the page's prose than this is the story's own. */
const MOST_PROSE = 0.4
const MOST_NAMES = 24

/** How many words of a block are prose: none in headings, buttons and links. */
export function proseWords(block: TextBlock): number {
  if (block.words < SHORT || block.linkWords > MOST_LINKED * block.words || isHeading(block)) return 0
  return block.words >= LONG || SENTENCE.test(block.text) ? block.words - block.linkWords : 0
}

/** True for a block that the page marks as a heading. */
export function isHeading(block: TextBlock): boolean {
  for (let element: MarkupElement | null = block.holder, steps = 0; element !== null && steps < 4; steps++) {
    if (HEADING.test(element.name)) return true
    element = element.parent
  }
  return false
}

/** The boxes of a page with these blocks; `headline` stands in none of them. */
export function zonesOf(blocks: readonly TextBlock[], headline: TextBlock | null): Zones {
  const prose = tally(blocks, proseWords)
  const total = blocks.reduce((sum, block) => sum + proseWords(block), 0)
  const open = new Set<MarkupElement>(headline === null ? [] : ancestors(headline.holder))
  const known = new Map<MarkupElement, ZoneKey | null>()
  const of = (element: MarkupElement): ZoneKey | null => {
    const path: MarkupElement[] = []
    let zone: ZoneKey | null = null
    for (const step of ancestors(element)) {
      if (known.has(step)) {
        zone = known.get(step) ?? null
        break
      }
      path.push(step)
    }
    for (const step of path.reverse()) {
      const own = open.has(step) || (prose.get(step) ?? 0) > MOST_PROSE * total ? null : ownZone(step)
      zone ??= own
      known.set(step, zone)
    }
    return zone
  }
  return { of }
}

/** An element and all that it lies in, innermost first. */
export function* ancestors(from: MarkupElement): Generator<MarkupElement> {
  for (let element: MarkupElement | null = from; element !== null; element = element.parent) yield element
}

function ownZone(element: MarkupElement): ZoneKey | null {
  const named = ELEMENTS[element.name]
  if (named !== undefined) return named
  if (element.name === 'body' || element.name === 'html' || element.name === 'article') return null
  for (const attribute of NAMING) {
    const names = element.attributes[attribute]?.split(/\s+/).slice(0, MOST_NAMES) ?? []
    for (const name of names) {
      const zone = zoneNamed(name)
      if (zone !== null) return zone
    }
  }
  return null
}
