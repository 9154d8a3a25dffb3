/**
 * Text with its annotation inside it: `⟦TAG|words⟧`, which may nest. The tags of `training/` are explained in its README.
 */
import type { Span } from '../text/span.ts'

/** Words under a tag; the span is into the text without tags. */
export type TaggedSpan = Span & { readonly tag: string; readonly words: string }

/** A text without its tags, and what they said. Spans come in the order in which they end. */
export type TaggedText = { readonly text: string; readonly spans: readonly TaggedSpan[] }

/** A tagged text whose brackets do not pair. */
export class TagError extends Error {
  override readonly name = 'TagError'
  readonly code = 'TAG_INVALID'
}

/**
 * Takes the tags out of a text and gives their spans.
 * @throws TagError when a bracket is left open, closes nothing or has no bar
 */
export function readTagged(tagged: string): TaggedText {
  const spans: TaggedSpan[] = []
  const open: { tag: string; start: number }[] = []
  let text = ''
  for (let at = 0; at < tagged.length; at++) {
    const character = tagged[at]
    if (character === '⟦') {
      const bar = tagged.indexOf('|', at)
      if (bar < 0) throw new TagError(`⟦ without a bar: ${tagged.slice(at, at + 40)}`)
      open.push({ tag: tagged.slice(at + 1, bar), start: text.length })
      at = bar
    } else if (character === '⟧') {
      const tag = open.pop()
      if (tag === undefined) throw new TagError(`⟧ closes nothing: ${tagged.slice(Math.max(0, at - 40), at + 1)}`)
      spans.push({ ...tag, end: text.length, words: text.slice(tag.start) })
    } else text += character
  }
  if (open.length > 0) throw new TagError(`⟦${open[0]?.tag} is not closed: ${tagged.slice(0, 40)}`)
  return { text, spans }
}
