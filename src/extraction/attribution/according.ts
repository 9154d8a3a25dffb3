/** Words that name a source for what stands around them: بحسب, وفقا ل, "according to". */
import { sourceWords } from '../../lexicon/word-classes.ts'
import type { SentenceView } from '../events/sentence-view.ts'

/** How many tokens such words take at `at`; 0 where there are none. */
export function accordingLength(view: SentenceView, at: number): number {
  const key = view.tokens[at]?.key.replace(/^و(?=بحسب|حسب|وفق)/u, '') ?? ''
  const form = (sourceWords.get(key) ?? []).find(
    (one) => one.key === 'according' && one.words.every((word, n) => n === 0 || view.tokens[at + n]?.key === word),
  )
  return form?.words.length ?? 0
}
