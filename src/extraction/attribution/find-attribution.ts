/**
 * On whose word an act is told: the chain of sources that a sentence names for it, nearest the page first. The agency
 * that passes words on comes before the official who said them, and "according to" speaks for its whole sentence.
 */

import type { AttributionAnnotation } from '../annotations.ts'
import type { SentenceView } from '../events/sentence-view.ts'
import { classAt } from '../events/word-class.ts'
import { accordingLength } from './according.ts'
import { type Source, sourceAt } from './sources.ts'
import type { SpeechFrame } from './speech.ts'

/** Words between "according to a statement" and whose statement it is. */
const REACH = 6

/** Sources of what stands at token `at`; an act of speech is not attributed to who does it. */
export function attributionAt(
  frames: readonly SpeechFrame[],
  according: readonly Source[],
  at: number,
): readonly AttributionAnnotation[] {
  const found: Source[] = []
  for (const frame of frames) {
    const tells = frame.at === at
    if (!tells && (at < frame.from || at >= frame.to)) continue
    if (frame.via !== null) found.push(frame.via)
    if (!tells && frame.speaker !== null) found.push(frame.speaker)
  }
  found.push(...according)
  const seen = new Set<string>()
  return found.filter(({ text }) => {
    const fresh = !seen.has(text)
    seen.add(text)
    return fresh
  })
}

/** Sources behind بحسب, وفقا ل, "according to", in text order. */
export function accordingSources(view: SentenceView): readonly Source[] {
  const found: Source[] = []
  for (let at = 0; at < view.tokens.length; at++) {
    const length = accordingLength(view, at)
    if (length === 0) continue
    const source = sourceBehind(view, at + length)
    if (source !== null) found.push(source)
    at += length - 1
  }
  return found
}

function sourceBehind(view: SentenceView, from: number): Source | null {
  for (let at = from; at < view.tokens.length && at - from <= REACH; at++) {
    if (view.boundary[at] === 1 && classAt(view.tokens, at, 'subordinator') === undefined) return null
    const source = sourceAt(view, at)
    const party = (view.partyAt[at] ?? -1) >= 0
    if (source !== null && (party || source.anonymous)) return source
  }
  return null
}
