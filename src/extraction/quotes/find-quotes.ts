/** Finds what people are quoted with, in their own words or in reported speech. */
import type { QuoteAnnotation } from '../annotations.ts'
import type { Source } from '../attribution/sources.ts'
import type { SpeechFrame } from '../attribution/speech.ts'
import { speechFrames } from '../attribution/speech-frames.ts'
import type { SentenceView } from '../events/sentence-view.ts'

/** Fewest words that reported speech has. */
const MIN_WORDS = 3

/** Quotations in text order, one for each continuous one. */
export function findQuotes(views: readonly SentenceView[]): QuoteAnnotation[] {
  const found: QuoteAnnotation[] = []
  let last: Source | null = null
  for (const view of views) {
    const frames = speechFrames(view, last)
    for (const frame of frames) {
      if (frame.speaker !== null) last = frame.speaker
      const quote = quoteOf(view, frame)
      if (quote !== null) found.push(quote)
    }
  }
  return found
}

function quoteOf(view: SentenceView, frame: SpeechFrame): QuoteAnnotation | null {
  const { tokens, sentence } = view
  if (frame.speaker === null) return null
  let { from, to } = frame
  while (from < to && isEdge(tokens[from]?.text)) from += 1
  while (to > from && isEdge(tokens[to - 1]?.text)) to -= 1
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined) return null
  if (tokens.slice(from, to).filter((token) => token.kind !== 'PUNCTUATION').length < MIN_WORDS) return null
  return {
    field: sentence.field,
    start: first.start,
    end: last.end,
    direct: frame.direct,
    speaker: frame.speaker.entity,
    speakerText: frame.speaker.text,
    attribution: frame.via === null ? [] : [frame.via],
    sentence: sentence.index,
    rule: frame.rule,
  }
}

function isEdge(text: string | undefined): boolean {
  return text !== undefined && /^[\s"“”«»‘’،,.:;؛-]+$/u.test(text)
}
