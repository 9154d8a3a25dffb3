/** What speech is: its verbs and nouns, and the frame that its words stand in. */
import { speechVerbs } from '../../lexicon/speech-verbs.ts'
import { foldKey } from '../../text/fold.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { SentenceView } from '../events/sentence-view.ts'
import type { Source } from './sources.ts'

/** Words given as somebody's; `from` and `to` (exclusive) are tokens. */
export type SpeechFrame = {
  /** Token of the verb; -1 for a headline's "X: …". */
  readonly at: number
  readonly speaker: Source | null
  readonly via: Source | null
  readonly from: number
  readonly to: number
  readonly direct: boolean
  readonly rule: string
}

/** A quotation of fewer words is a title or a single word held at arm's length. */
export const MIN_QUOTED_WORDS = 4

const NOUNS = new Set(speechVerbs.filter((verb) => verb.pos === 'noun').map((verb) => foldKey(verb.form)))

/** Whether a token is a verb or noun of speech. */
export function isSpeech(view: SentenceView, at: number): boolean {
  const token = view.tokens[at]
  if (token === undefined) return false
  if ((view.verbs[at] ?? []).some((verb) => verb.speech !== null)) return true
  return isSpeechNoun(token)
}

const isSpeechNoun = oncePerWord(({ key }) => NOUNS.has(key.replace(/^[وف](?=..)/u, '')) || NOUNS.has(key))
