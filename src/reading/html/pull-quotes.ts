/** Sentences of a story that its page prints again, larger, between two paragraphs. */
import { headlineKey } from '../line-shape.ts'
import { ancestors } from './page-zones.ts'
import type { TextBlock } from './text-blocks.ts'

const QUOTED = /^["“«‘'].*["”»’'][.]?$/su
const QUOTE_ELEMENTS: readonly string[] = ['blockquote', 'q']
const FEWEST_WORDS = 5
const MOST_WORDS = 50
const MOST_QUOTES = 40

/** The blocks among a story's that say what another paragraph says in the same words. */
export function pullQuotes(story: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const candidates = story
    .filter((block) => block.words >= FEWEST_WORDS && block.words <= MOST_WORDS && isQuote(block))
    .slice(0, MOST_QUOTES)
  if (candidates.length === 0) return new Set()
  const keys = story.map((block) => headlineKey(block.text))
  const text = keys.join('\n')
  return new Set(
    candidates.filter((block) => {
      const key = headlineKey(block.text)
      const first = text.indexOf(key)
      // Once it is itself; where it is the whole of both paragraphs nobody can tell which is the quotation.
      return first >= 0 && text.indexOf(key, first + 1) >= 0 && keys.filter((other) => other === key).length === 1
    }),
  )
}

function isQuote(block: TextBlock): boolean {
  if (QUOTED.test(block.text)) return true
  for (const element of ancestors(block.holder)) if (QUOTE_ELEMENTS.includes(element.name)) return true
  return false
}
