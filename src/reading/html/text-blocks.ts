/**
 * A page's text as its reader sees it: one block for each paragraph, heading, list item or cell, white space run
 * together, line breaks kept, and two line breaks parting blocks. What is never shown is passed over.
 */
import type { LocatedText } from '../located-text.ts'
import { LocatedBuilder } from './located-builder.ts'
import type { MarkupElement, MarkupNode, MarkupText } from './markup-tree.ts'

/** A link inside a block; the span is in the block's text. */
export type BlockLink = { readonly start: number; readonly end: number; readonly href: string }

/** A stretch of text that nothing but inline markup divides. */
export type TextBlock = LocatedText & {
  /** The innermost element that holds the whole block. */
  readonly holder: MarkupElement
  readonly links: readonly BlockLink[]
  /** Where inline elements begin and end in the text, in order. */
  readonly seams: readonly number[]
  readonly words: number
  readonly linkWords: number
}

const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre
   search section summary table tbody td tfoot th thead title tr ul video audio`.split(/\s+/),
)
const NEVER_SHOWN: ReadonlySet<string> = new Set(
  'canvas head iframe math noscript object script select style svg template textarea'.split(' '),
)
/** Shown where scripts do not run, or copied into the page by them. */
const INSTEAD: ReadonlySet<string> = new Set(['noscript', 'template'])
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const SPACE = /[ \t\n\r\f]/
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu

/** True for an element that begins a new block. */
export function isBlock(element: MarkupElement): boolean {
  return BLOCKS.has(element.name)
}

/**
 * The shown text below `root`, block by block in page order; `instead` also what is shown where scripts do not run.
 */
export function textBlocks(root: MarkupElement, instead = false): TextBlock[] {
  const reader = new BlockReader(root)
  const rest: (MarkupNode | { readonly kind: 'close'; readonly element: MarkupElement })[] = root.children.toReversed()
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === 'text') reader.text(node)
    else if (node.kind === 'close') reader.leave(node.element)
    else if (!isHidden(node) || (instead && INSTEAD.has(node.name))) {
      reader.enter(node)
      rest.push({ kind: 'close', element: node })
      for (const child of node.children.toReversed()) rest.push(child)
    }
  }
  reader.flush()
  return reader.blocks
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

function isHidden(element: MarkupElement): boolean {
  const { hidden, style, shadowrootmode } = element.attributes
  if (element.name === 'template' && shadowrootmode !== undefined) return false
  return NEVER_SHOWN.has(element.name) || hidden !== undefined || HIDDEN_STYLE.test(style ?? '')
}

class BlockReader {
  readonly blocks: TextBlock[] = []
  readonly #text = new LocatedBuilder()
  #holder: MarkupElement | null = null
  #links: BlockLink[] = []
  #seams: number[] = []
  /** Where the open link began, in the block's text. */
  #link: { readonly start: number; readonly element: MarkupElement } | null = null
  #current: MarkupElement | null

  constructor(root: MarkupElement) {
    this.#current = root
  }

  enter(element: MarkupElement): void {
    if (element.name === 'br') this.#lineBreak(element)
    else if (isBlock(element)) this.flush()
    else this.#seam()
    if (element.name === 'a') this.#link = { start: this.#text.length, element }
    this.#current = element
  }

  leave(element: MarkupElement): void {
    if (isBlock(element)) this.flush()
    else this.#seam()
    if (this.#link?.element === element) {
      this.#closeLink()
      this.#link = null
    }
    this.#current = element.parent
  }

  text(node: MarkupText): void {
    let seen = false
    for (const run of node.text.matchAll(RUNS)) {
      const start = node.exact ? node.start + run.index : node.start
      if (SPACE.test(run[0].charAt(0))) this.#text.space(start)
      else {
        seen = true
        this.#text.words(run[0], start, node.exact ? start + run[0].length : node.end, node.exact)
      }
    }
    if (seen) this.#hold()
  }

  flush(): void {
    this.#closeLink()
    if (this.#link !== null) this.#link = { start: 0, element: this.#link.element }
    const located = this.#text.take()
    if (located !== null && this.#holder !== null) {
      const { text } = located
      this.blocks.push({
        ...located,
        holder: this.#holder,
        links: this.#links,
        seams: this.#seams,
        words: countWords(text),
        linkWords: this.#links.reduce((sum, link) => sum + countWords(text.slice(link.start, link.end)), 0),
      })
    }
    this.#holder = null
    this.#links = []
    this.#seams = []
  }

  /** Two breaks with nothing between them part blocks. */
  #lineBreak(element: MarkupElement): void {
    if (this.#text.last === '\n') this.flush()
    else this.#text.lineBreak(element.start)
  }

  #seam(): void {
    if (this.#text.length > 0 && this.#seams.at(-1) !== this.#text.length) this.#seams.push(this.#text.length)
  }

  /** The holder grows until it holds the element that the newest text stands in. */
  #hold(): void {
    if (this.#current === null) return
    if (this.#holder === null) this.#holder = this.#current
    else
      while (this.#holder.parent !== null && !contains(this.#holder, this.#current)) this.#holder = this.#holder.parent
  }

  #closeLink(): void {
    const href = this.#link?.element.attributes['href']
    if (this.#link === null || href === undefined || this.#link.start >= this.#text.length) return
    this.#links.push({ start: this.#link.start, end: this.#text.length, href })
  }
}

function contains(outer: MarkupElement, inner: MarkupElement): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
