/** The story in a piece of HTML that has no page around it: a feed's entry, a field of a record. */
import { joinLocated, type LocatedText } from '../located-text.ts'
import { isRefusal } from '../refusal.ts'
import { type MarkupElement, parseMarkup } from './markup-tree.ts'
import { zonesOf } from './page-zones.ts'
import { relocate } from './plain-text.ts'
import { isLinkedHeadline } from './story-blocks.ts'
import { countWords, type TextBlock, textBlocks } from './text-blocks.ts'

const BREAK = '\n\n'
const MARKUP = /<[a-z!/]|&#?[a-z\d]+;/i
const SENTENCE_END = /[.؟!…۔”»"]$/u
const MOST_BUTTON_WORDS = 5

/** The paragraphs of HTML that stands in a text, without furniture; a text without markup is given back as it is. */
export function fragmentText(source: LocatedText): LocatedText {
  if (!MARKUP.test(source.text)) return source
  const tree = parseMarkup(source.text, 'html')
  if (isRefusal(tree)) return source
  return joinLocated(
    storyOf(tree).map((block) => relocate(block, source)),
    BREAK,
  )
}

/** The paragraphs below an element of the document itself. */
export function elementText(element: MarkupElement): LocatedText {
  return joinLocated(storyOf(element), BREAK)
}

function storyOf(root: MarkupElement): TextBlock[] {
  const blocks = textBlocks(root)
  const zones = zonesOf(blocks, null)
  return blocks
    .filter((block) => zones.of(block.holder) === null && !isLinkedHeadline(block) && !isButton(block))
    .map(withoutButton)
}

/** A paragraph without the link to the whole story that ends it, behind its last sentence. */
function withoutButton(block: TextBlock): TextBlock {
  const link = block.links.at(-1)
  if (link === undefined || link.end < block.text.length) return block
  const before = block.text.slice(0, link.start).trimEnd()
  if (!SENTENCE_END.test(before) || countWords(block.text.slice(link.start)) > MOST_BUTTON_WORDS) return block
  const offsets = Uint32Array.from({ length: before.length + 1 }, (_, at) => block.offsets[at] ?? 0)
  return { ...block, text: before, offsets }
}

/** "Continue reading…", alone on its line. */
function isButton(block: TextBlock): boolean {
  return block.words <= MOST_BUTTON_WORDS && block.words > 0 && block.linkWords === block.words
}
