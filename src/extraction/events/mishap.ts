/** Deaths without anybody who dealt them, in a crash, a fire, a flood: no attack but a disaster. */
import { eventWords } from '../../lexicon/event-words.ts'
import { foldKey } from '../../text/fold.ts'
import type { SentenceView } from './sentence-view.ts'
import { nounReadings } from './word-class.ts'

/** Words behind the clause that may still name what killed. */
const REACH = 8
/** Words in front of it: "سيول أودت بحياة". */
const NEAR = 4
const MISHAPS = new Set(eventWords.filter((word) => word.pos === 'noun' && word.type === 'DISASTER').map(firstKey))
const ATTACKS = new Set(eventWords.filter((word) => word.pos === 'noun' && word.type === 'ASSAULT').map(firstKey))

/** Whether tokens `from` … `to` and a few more name a mishap before any attack. */
export function namesMishap(view: SentenceView, from: number, to: number): boolean {
  let first = from
  while (first > 0 && from - first < NEAR && view.boundary[first - 1] === 0) first -= 1
  for (let at = first; at < view.tokens.length && at < to + REACH; at++) {
    const token = view.tokens[at]
    if (token === undefined || /^[.!?؟؛;]$/u.test(token.text)) return false
    const keys = token.script === 'LATIN' ? [token.key] : nounReadings(token).map((one) => one.key)
    if (keys.some((key) => MISHAPS.has(key))) return true
    if (at !== from && keys.some((key) => ATTACKS.has(key))) return false
  }
  return false
}

function firstKey(word: { readonly words: readonly string[] }): string {
  return foldKey(word.words[0] ?? '').replace(/^ال(?=..)/u, '')
}
