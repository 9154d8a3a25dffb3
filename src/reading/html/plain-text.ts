/**
 * The words of a text that holds markup or character references of its own: a headline in JSON-LD escaped twice, a
 * feed's description. Each letter still knows its place in the document.
 */
import type { LocatedText } from '../located-text.ts'
import { joinLocated } from '../located-text.ts'
import { isRefusal } from '../refusal.ts'
import { parseMarkup } from './markup-tree.ts'
import { textBlocks } from './text-blocks.ts'

const MARKUP = /[&<]/

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

/** A text found inside another one, placed in the document that the other stands in. */
export function relocate<Text extends LocatedText>(inner: Text, outer: LocatedText): Text {
  const offsets = new Uint32Array(inner.text.length + 1)
  for (let at = 0; at <= inner.text.length; at++) offsets[at] = outer.offsets[inner.offsets[at] ?? 0] ?? 0
  return { ...inner, offsets }
}
