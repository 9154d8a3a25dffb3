/** Quotes, direct and reported: the annotator's words lie in what was found, and the speaker is the same. */
import type { ArticleAnnotations, QuoteAnnotation } from '../extraction/annotations.ts'
import { pair } from './match.ts'
import { sameName, wordKeys } from './names.ts'
import type { Kind, Outcome } from './score.ts'
import { type GoldArticle, type TrainingQuote, wordsOf } from './training-article.ts'

/** Of the annotator's words, what part must have been found where the ends differ. */
const MOST_OF = 0.8
/** Of the shorter description of a speaker, what part must stand in the longer. */
const HALF = 0.5

/** Quotes one to one: all, those in quotation marks, those that are reported. */
export function scoreQuotes(gold: GoldArticle, found: ArticleAnnotations): Outcome[] {
  const isDirect = ({ direct }: { readonly direct: boolean }) => direct
  const isReported = ({ direct }: { readonly direct: boolean }) => !direct
  return [
    scoreSome('quotes', gold.quotes, found.quotes, gold, found),
    scoreSome('directQuotes', gold.quotes.filter(isDirect), found.quotes.filter(isDirect), gold, found),
    scoreSome('reportedSpeech', gold.quotes.filter(isReported), found.quotes.filter(isReported), gold, found),
  ]
}

function scoreSome(
  kind: Kind,
  expected: readonly TrainingQuote[],
  got: readonly QuoteAnnotation[],
  gold: GoldArticle,
  found: ArticleAnnotations,
): Outcome {
  const gotWords = got.map((quote) => wordKeys(wordsOf(gold.input, quote)))
  const indexes = got.map((_, index) => index)
  const pairs = pair(expected, indexes, (quote, index) => {
    const answer = got[index]
    const answerWords = gotWords[index] ?? []
    const words = wordKeys(quote.text)
    const shared = sharedRun(words, answerWords)
    if (answer === undefined || shared < MOST_OF * words.length || !isSpeaker(quote, answer, found)) return 0
    return shared / (words.length + answerWords.length)
  })
  const taken = new Set(pairs.values())
  const missed = expected.filter((_, index) => !pairs.has(index))
  const extra = got.filter((_, index) => !taken.has(index))
  return {
    kind,
    hits: pairs.size,
    missed: missed.length,
    extra: extra.length,
    faults: [
      ...missed.map(({ speaker, text }) => `missed ${speaker}: «${text}»`),
      ...extra.map((quote) => `extra ${quote.speakerText}: «${wordsOf(gold.input, quote)}» (${quote.rule})`),
    ],
  }
}

/** How many of the words stand, in their order and unbroken, in the others. */
function sharedRun(words: readonly string[], others: readonly string[]): number {
  let best = 0
  for (let start = 0; start < words.length; start++) {
    for (let at = 0; at < others.length; at++) {
      let length = 0
      while (start + length < words.length && words[start + length] === others[at + length]) length++
      if (length > best) best = length
    }
  }
  return best
}

function isSpeaker({ speaker }: TrainingQuote, quote: QuoteAnnotation, found: ArticleAnnotations): boolean {
  if (quote.speaker !== null && sameName(speaker, found.entities[quote.speaker])) return true
  const name = quote.speaker === null ? '' : (found.entities[quote.speaker]?.name ?? '')
  return contained(speaker, quote.speakerText) >= HALF || contained(speaker, name) >= HALF
}

/** The part of the shorter text's words that the longer one has. */
function contained(a: string, b: string): number {
  const [few, many] = [new Set(wordKeys(a)), new Set(wordKeys(b))].sort((x, y) => x.size - y.size)
  if (few === undefined || many === undefined || few.size === 0) return 0
  return [...few].filter((word) => many.has(word)).length / few.size
}
