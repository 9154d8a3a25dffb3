/**
 * The paragraphs of an agency's text, however it is marked up: NITF or XHTML under any prefix, HTML that was escaped or
 * put into CDATA, or plain text. Pictures with their captions are left out.
 */

import { localName } from '../html/elements.ts'
import { elementText, fragmentText } from '../html/fragment.ts'
import { type MarkupElement, type MarkupNode, textOf } from '../html/markup-tree.ts'
import { withoutReferences } from '../html/plain-text.ts'
import type { LocatedText } from '../located-text.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

/** What elements of NITF are called in HTML. */
const HTML_NAMES: ReadonlyMap<string, string> = new Map([
  ['block', 'div'],
  ['body.content', 'div'],
  ['bq', 'blockquote'],
  ['credit', 'footer'],
  ['hl1', 'h2'],
  ['hl2', 'h2'],
  ['media', 'figure'],
  ['media-caption', 'figcaption'],
  ['nitf-table', 'table'],
  ['tagline', 'footer'],
])
const MOST_DEPTH = 400
/** A tag that parts paragraphs; a text in one such box has its paragraphs made by other means. */
const PARTING_TAG = /<(?:p|br|div|li)[\s/>]/gi
const FEWEST_TAGS = 2
const TAG = /<\/?[a-z][^<>]*>/i

/** The text of an element that holds a story. Null when it holds none. */
export function markupBody(element: MarkupElement | null): LocatedText | null {
  if (element === null) return null
  const text = element.children.some((node) => node.kind === 'element')
    ? withoutReferences(elementText(asHtml(element, null, 0)))
    : writtenBody(textOf(element))
  return text.text.trim() === '' ? null : text
}

/** The paragraphs of a text that may be HTML or plain. */
export function writtenBody(text: LocatedText): LocatedText {
  if (!TAG.test(text.text)) return plainParagraphs(text)
  const tags = text.text.match(PARTING_TAG)?.length ?? 0
  return tags < FEWEST_TAGS && text.text.trim().includes('\n') ? plainParagraphs(withoutTags(text)) : fragmentText(text)
}

/** A copy of a tree under the names that HTML has for its elements. */
function asHtml(element: MarkupElement, parent: MarkupElement | null, depth: number): MarkupElement {
  const name = localName(element)
  const children: MarkupNode[] = []
  const copy: MarkupElement = { ...element, name: HTML_NAMES.get(name) ?? name, parent, children }
  if (depth > MOST_DEPTH) return copy
  for (const node of element.children) children.push(node.kind === 'text' ? node : asHtml(node, copy, depth + 1))
  return copy
}

function withoutTags(source: LocatedText): LocatedText {
  const offsets: number[] = []
  let text = ''
  let at = 0
  const take = (end: number): void => {
    for (let index = at; index < end; index++) offsets.push(source.offsets[index] ?? 0)
    text += source.text.slice(at, end)
  }
  for (const match of source.text.matchAll(new RegExp(TAG, 'gi'))) {
    take(match.index)
    at = match.index + match[0].length
  }
  take(source.text.length)
  offsets.push(source.offsets[source.text.length] ?? 0)
  return { text, offsets: Uint32Array.from(offsets) }
}
