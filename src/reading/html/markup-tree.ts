/**
 * Markup as a tree in which every letter knows where it stands in the source: HTML as it is found in the wild, and XML.
 * Nothing is fetched, no script runs, no entity is expanded but the characters that HTML and XML themselves name.
 *
 * htmlparser2 was taken over parse5 and over a browser's DOM because it is linear, gives the place of each piece of text
 * between two character references (parse5 gives that of whole text nodes only) and moves nothing about. What it pays
 * for each open element is bounded here: elements below MOST_DEPTH become neighbours, and a source that keeps more than
 * MOST_OPEN elements open is refused.
 */
import { Parser } from 'htmlparser2'
import type { LocatedText } from '../located-text.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** An element; `start` and `contentStart` are the ends of its opening tag, `end` is behind its closing one. */
export type MarkupElement = {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: MarkupElement | null
  readonly children: MarkupNode[]
  readonly start: number
  readonly contentStart: number
  end: number
}

/** A piece of text. Its letters stand one by one from `start` on, or, when not `exact`, all stand for the whole span. */
export type MarkupText = {
  readonly kind: 'text'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly exact: boolean
}

export type MarkupNode = MarkupElement | MarkupText

const MOST_DEPTH = 400
const MOST_OPEN = 2500
const MOST_NODES = 400_000
const CDATA = '<![CDATA['

/** Parses a source; the root has no name. Refused when it is too deep or too finely cut to be a page. */
export function parseMarkup(source: string, language: 'html' | 'xml'): MarkupElement | Refusal {
  const builder = new TreeBuilder(source)
  const xml = language === 'xml'
  const parser = new Parser(builder, { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml })
  try {
    parser.write(source)
    parser.end()
  } catch (error) {
    if (error instanceof TooMuch) return refuse('MARKUP_TOO_COMPLEX', error.message)
    throw error
  }
  return builder.root
}

/** All text below an element, as it stands; nothing is folded together. */
export function textOf(element: MarkupElement): LocatedText {
  const offsets: number[] = []
  let text = ''
  let end = element.contentStart
  for (const node of descendants(element)) {
    if (node.kind !== 'text') continue
    for (let at = 0; at < node.text.length; at++) offsets.push(node.exact ? node.start + at : node.start)
    text += node.text
    end = node.end
  }
  offsets.push(end)
  return { text, offsets: Uint32Array.from(offsets) }
}

/** Every node below an element, in document order. */
export function* descendants(element: MarkupElement): Generator<MarkupNode> {
  const rest: MarkupNode[] = element.children.toReversed()
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    yield node
    if (node.kind === 'element') for (const child of node.children.toReversed()) rest.push(child)
  }
}

class TooMuch extends Error {}

/** Takes the parser's events. */
class TreeBuilder {
  readonly root: MarkupElement
  readonly #source: string
  readonly #open: MarkupElement[]
  #parser: Parser | null = null
  #nodes = 0

  constructor(source: string) {
    this.#source = source
    this.root = {
      kind: 'element',
      name: '',
      attributes: {},
      parent: null,
      children: [],
      start: 0,
      contentStart: 0,
      end: source.length,
    }
    this.#open = [this.root]
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#open.length > MOST_OPEN) {
      throw new TooMuch(`More than ${MOST_OPEN} elements lie inside each other: send the page's text instead.`)
    }
    const { startIndex, endIndex } = this.#place()
    const parent = this.#parent()
    const element: MarkupElement = {
      kind: 'element',
      name,
      attributes,
      parent,
      children: [],
      start: startIndex,
      contentStart: endIndex + 1,
      end: endIndex + 1,
    }
    this.#add(parent, element)
    this.#open.push(element)
  }

  onclosetag(): void {
    const element = this.#open.pop()
    if (element !== undefined) element.end = Math.max(element.contentStart, this.#place().endIndex + 1)
  }

  ontext(text: string): void {
    const { startIndex, endIndex } = this.#place()
    const source = this.#source.slice(startIndex, endIndex + 1)
    const start = source.startsWith(CDATA) && !text.startsWith(CDATA) ? startIndex + CDATA.length : startIndex
    const exact = this.#source.startsWith(text, start)
    const end = exact ? start + text.length : endIndex + 1
    this.#add(this.#parent(), { kind: 'text', text, start, end, exact })
  }

  #add(parent: MarkupElement, node: MarkupNode): void {
    this.#nodes += 1
    if (this.#nodes > MOST_NODES) {
      throw new TooMuch(`The page is cut into more than ${MOST_NODES} pieces: send its text instead.`)
    }
    parent.children.push(node)
  }

  /** The element that new nodes belong to: the innermost open one, or the deepest that is allowed. */
  #parent(): MarkupElement {
    return this.#open[Math.min(this.#open.length - 1, MOST_DEPTH)] ?? this.root
  }

  /** Where the parser stands; in what is open at the source's end it counts a letter too many. */
  #place(): { startIndex: number; endIndex: number } {
    const last = this.#source.length - 1
    const { startIndex, endIndex } = this.#parser ?? { startIndex: 0, endIndex: 0 }
    return { startIndex: Math.min(startIndex, last + 1), endIndex: Math.min(endIndex, last) }
  }
}
