/**
 * Decides what stands under "read also" or "similar articles": another article's whole text, or a bare headline after
 * which the page's own article goes on. The page itself does not say, its language does: a lead takes up the words of
 * the headline above it and does not begin with "and", "as" or "for his part"; a paragraph that goes on does.
 */
import { continuationOpeners, rootWawWords } from '../lexicon/paragraph-openers.ts'
import { foldKey } from '../text/fold.ts'
import { tokenize } from '../text/tokens.ts'
import type { Line } from './lines.ts'

/** So many words of a headline come back in its lead. */
const FEWEST_SHARED_WORDS = 2
const SHORTEST_CONTENT_WORD = 3
const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=..)/u
const CONJOINED = /^و(?=[\p{L}]{3})/u

/** True when `paragraph` reads as the lead of the story under `headline`. */
export function isLeadOf(headline: Line, paragraph: Line): boolean {
  return !goesOn(paragraph) && sharedWords(headline.text, paragraph.text) >= FEWEST_SHARED_WORDS
}

/** True when a paragraph opens as one does that goes on from another: with و, "كما", "من جهته", "But". */
function goesOn(paragraph: Line): boolean {
  const words = paragraph.head.filter((token) => token.kind === 'WORD').slice(0, 3)
  const first = words[0]
  if (first === undefined) return false
  if (first.script === 'ARABIC' && CONJOINED.test(first.key) && !rootWawWords.has(first.key)) return true
  for (let count = 1; count <= words.length; count++) {
    const opening = words
      .slice(0, count)
      .map((token) => token.key)
      .join(' ')
    if (continuationOpeners.has(opening)) return true
  }
  return false
}

function sharedWords(headline: string, paragraph: string): number {
  const of = contentWords(paragraph)
  let shared = 0
  for (const word of contentWords(headline)) if (of.has(word)) shared += 1
  return shared
}

/** The words of a text that mean something, folded, without the article. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const token of tokenize(foldKey(text).slice(0, 2000))) {
    const word = token.key.replace(ARTICLE, '')
    if (token.kind === 'WORD' && word.length >= SHORTEST_CONTENT_WORD) words.add(word)
  }
  return words
}
