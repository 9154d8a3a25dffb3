/**
 * The words of a text that holds markup or character references of its own: a headline in JSON-LD escaped twice, a
 * feed's description. Each letter still knows its place in the document.
 */
import type { LocatedText } from '../located-text.ts'
import { joinLocated } from '../located-text.ts'
import { isRefusal } from '../refusal.ts'
import { parseMarkup, textOf } from './markup-tree.ts'
import { textBlocks } from './text-blocks.ts'

const MARKUP = /[&<]/
const REFERENCE = /&(?:[a-z]{2,8}\d?|#\d{1,7}|#x[\da-f]{1,6});/i
const REFERENCES = new RegExp(REFERENCE, 'gi')

/** Undoes markup and character references; blocks become paragraphs. */
export function plainText(source: LocatedText): LocatedText {
  if (!MARKUP.test(source.text)) return source
  const tree = parseMarkup(source.text, 'html')
  if (isRefusal(tree)) return source
  return joinLocated(
    textBlocks(tree).map((block) => relocate(block, source)),
    '\n\n',
  )
}

/**
 * A text in which the character references that HTML names are undone, and nothing else: XML knows but five of them, and
 * its writers use them all. References to other things stay as they stand.
 */
export function withoutReferences(source: LocatedText): LocatedText {
  if (!REFERENCE.test(source.text)) return source
  const offsets: number[] = []
  let text = ''
  let at = 0
  const keep = (end: number): void => {
    for (let index = at; index < end; index++) offsets.push(source.offsets[index] ?? 0)
    text += source.text.slice(at, end)
  }
  for (const match of source.text.matchAll(REFERENCES)) {
    keep(match.index)
    const tree = parseMarkup(match[0], 'html')
    const character = isRefusal(tree) ? match[0] : textOf(tree).text
    for (let index = 0; index < character.length; index++) offsets.push(source.offsets[match.index] ?? 0)
    text += character
    at = match.index + match[0].length
  }
  keep(source.text.length)
  offsets.push(source.offsets[source.text.length] ?? 0)
  return { text, offsets: Uint32Array.from(offsets) }
}

/** A text found inside another one, placed in the document that the other stands in. */
export function relocate<Text extends LocatedText>(inner: Text, outer: LocatedText): Text {
  const offsets = new Uint32Array(inner.text.length + 1)
  for (let at = 0; at <= inner.text.length; at++) offsets[at] = outer.offsets[inner.offsets[at] ?? 0] ?? 0
  return { ...inner, offsets }
}
