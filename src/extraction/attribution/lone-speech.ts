/** Speech without a verb in front: a quotation whose speaker stands behind or came before, "…, X has said", "X: …". */
import type { SentenceView } from '../events/sentence-view.ts'
import type { QuotedSpan } from './quoted-spans.ts'
import { type Source, sourceAt, subjectSource } from './sources.ts'
import { isSpeech, MIN_QUOTED_WORDS, type SpeechFrame } from './speech.ts'

/** Quotations that no verb of speech opens: the speaker stands behind them, or spoke just before. */
export function loneQuotes(
  view: SentenceView,
  quoted: readonly QuotedSpan[],
  frames: readonly SpeechFrame[],
  last: Source | null,
): readonly SpeechFrame[] {
  const found: SpeechFrame[] = []
  const covered = new Uint8Array(view.tokens.length)
  for (const frame of frames) covered.fill(1, frame.from, frame.to)
  for (const span of quoted) {
    if (span.words < MIN_QUOTED_WORDS) continue
    if (covered.subarray(span.from, span.to).includes(1)) continue
    let speaker: Source | null = null
    let at = -1
    for (let to = span.to + 1; to < view.tokens.length && to <= span.to + 4 && at < 0; to++) {
      if (isSpeech(view, to)) at = to
    }
    if (view.latin && at < 0) {
      for (let to = span.to + 1; to < view.tokens.length && to <= span.to + 12 && at < 0; to++) {
        if (view.tokens[to]?.text === '.') break
        if (isSpeech(view, to)) at = to
      }
    }
    if (at >= 0) speaker = subjectSource(view, at) ?? last
    else if (span.open <= 1) speaker = last
    else speaker = actingSource(view, span)
    if (speaker === null) continue
    found.push({
      at,
      speaker,
      via: null,
      from: span.from,
      to: span.to,
      direct: true,
      rule: at >= 0 ? 'direct-before-verb' : 'direct-alone',
    })
  }
  return found
}

/** The subject of the last verb before a quoted fragment. */
function actingSource(view: SentenceView, span: QuotedSpan): Source | null {
  for (let back = span.open - 1; back >= 0; back--) {
    if ((view.verbs[back] ?? []).length > 0) return subjectSource(view, back)
  }
  return null
}

/** English tells first and names who says it last: "The embargo will be lifted, Jack Straw has said." */
export function trailingFrame(view: SentenceView): SpeechFrame | null {
  if (!view.latin) return null
  for (let at = view.tokens.length - 1; at >= 0 && at >= view.tokens.length - 4; at--) {
    const verb = view.verbs[at]?.find((one) => one.speech === 'bare')
    if (verb === undefined) continue
    const speaker = subjectSource(view, at)
    if (speaker === null) return null
    let comma = at
    while (comma > 0 && (view.tokens[comma]?.start ?? 0) >= speaker.span.start) comma -= 1
    while (comma > 0 && view.tokens[comma]?.text !== ',') comma -= 1
    return comma < 4 ? null : { at, speaker, via: null, from: 0, to: comma, direct: false, rule: 'reported-before' }
  }
  return null
}

/** "X: …" in a headline. */
export function headlineFrame(view: SentenceView): SpeechFrame | null {
  if (view.sentence.field !== 'HEADLINE') return null
  const colon = view.tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 9 || view.tokens.length - colon < 4) return null
  for (let at = 0; at < colon; at++) if ((view.verbs[at] ?? []).length > 0) return null
  const speaker = sourceAt(view, 0, colon)
  if (speaker === null) return null
  return { at: -1, speaker, via: null, from: colon + 1, to: view.tokens.length, direct: false, rule: 'headline-colon' }
}
