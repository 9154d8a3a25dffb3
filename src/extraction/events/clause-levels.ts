/**
 * How deep a word stands in its sentence: in its main clause, in what is told behind أن, or in a clause that describes
 * or goes along. A verb without a subject has the subject of its own level: "X، التي يرعاها Y، وهددت" is X again.
 */
import type { SentenceView } from './sentence-view.ts'
import { classAt } from './word-class.ts'

export const MAIN = 0
export const TOLD = 1
export const ASIDE = 2

/** Subordinators that go on with the sentence's own story. */
const ALONGSIDE = /^[وف]?(?:اما|لكن|بل|فيما|بينما|while|but|and|whereas)$/u

/** Level of every token; linear. */
export function clauseLevels(view: SentenceView): Uint8Array {
  const levels = new Uint8Array(view.tokens.length)
  let outer = MAIN
  let level = MAIN
  for (const [at, token] of view.tokens.entries()) {
    if (/^[.!?؟؛;]$/u.test(token.text)) {
      outer = MAIN
      level = MAIN
    } else if (/^[,،]$/u.test(token.text)) level = outer
    else if (view.boundary[at] === 1 && token.kind === 'WORD') {
      if (ALONGSIDE.test(token.key)) {
        outer = MAIN
        level = MAIN
      } else if (classAt(view.tokens, at, 'complementizer') !== undefined) {
        if (level !== ASIDE) outer = TOLD
        level = Math.max(level, TOLD)
      } else level = ASIDE
    }
    levels[at] = level
  }
  return levels
}
