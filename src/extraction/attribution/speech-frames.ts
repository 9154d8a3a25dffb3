/**
 * Where a sentence gives somebody's words: a verb of speech (or قوله, مضيفا), who speaks, through whom it came
 * (نقلت X عن Y), and the stretch of words that is given.
 */
import type { SentenceView } from '../events/sentence-view.ts'
import { headlineFrame, loneQuotes, trailingFrame } from './lone-speech.ts'
import { type QuotedSpan, quotedSpans } from './quoted-spans.ts'
import { contentEnd, isThat, startsClause } from './reported-clause.ts'
import type { Source } from './sources.ts'
import { speakerOf } from './speakers.ts'
import { isSpeech, MIN_QUOTED_WORDS, type SpeechFrame } from './speech.ts'

/** Words between a verb of speech and what is said. */
const REACH = 45

/** The speech of a sentence in order; `before` is who spoke last. */
export function speechFrames(view: SentenceView, before: Source | null): readonly SpeechFrame[] {
  const quoted = quotedSpans(view)
  const frames: SpeechFrame[] = []
  const openings = new Map(quoted.map((span) => [span.open, span]))
  let last = before
  let covered = 0
  for (let at = 0; at < view.tokens.length; at++) {
    if (!isSpeech(view, at)) continue
    // What somebody says that another said is the first one's words: one quotation.
    if (at < covered) continue
    const opening = openingAfter(view, at, openings)
    const who = speakerOf(view, at, last)
    if (opening === null) {
      if (who.speaker !== null && who.stated) last = who.speaker
      continue
    }
    const to = opening.direct ? opening.to : contentEnd(view, opening.from, opening.to, openings)
    frames.push({ at, ...who, ...opening, to })
    covered = to
    if (who.speaker !== null) last = who.speaker
  }
  frames.push(...loneQuotes(view, quoted, frames, last))
  const trailing = frames.length === 0 ? trailingFrame(view) : null
  if (trailing !== null) frames.push(trailing)
  const headline = headlineFrame(view)
  if (headline !== null && !frames.some((frame) => frame.from <= headline.from + 1)) frames.push(headline)
  return frames.sort((a, b) => a.from - b.from)
}

function openingAfter(view: SentenceView, at: number, quoted: ReadonlyMap<number, QuotedSpan>) {
  const { tokens } = view
  for (let to = at + 1; to < tokens.length && to - at <= REACH; to++) {
    const token = tokens[to]
    if (token === undefined || /^[.!?؟;؛]$/u.test(token.text)) return null
    const quote = quoted.get(to)
    if (quote !== undefined && quote.words >= MIN_QUOTED_WORDS) {
      return { from: quote.from, to: quote.to, direct: true, rule: 'direct-after-verb' }
    }
    if (quote !== undefined) {
      to = quote.to
      continue
    }
    if (isThat(view, to)) {
      const next = quoted.get(to + 1)
      if (next !== undefined && next.words >= MIN_QUOTED_WORDS) {
        return { from: next.from, to: next.to, direct: true, rule: 'direct-after-that' }
      }
      return { from: to + 1, to: tokens.length, direct: false, rule: 'reported-that' }
    }
    if (token.text === ':' && to - at <= 25) {
      const next = quoted.get(to + 1)
      return next !== undefined
        ? { from: next.from, to: next.to, direct: true, rule: 'direct-colon' }
        : { from: to + 1, to: tokens.length, direct: true, rule: 'colon' }
    }
    if (to > at + 1 && isSpeech(view, to)) return null
    if (view.latin && to === at + 1 && startsClause(view, at, to)) {
      return { from: to, to: tokens.length, direct: false, rule: 'reported-bare' }
    }
  }
  return null
}
