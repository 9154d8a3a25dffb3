/** Words that name a source for what stands around them: بحسب, وفقا ل, "according to". */
import { type ClassForm, sourceWords } from '../../lexicon/word-classes.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { SentenceView } from '../events/sentence-view.ts'

/** How many tokens such words take at `at`; 0 where there are none. */
export function accordingLength(view: SentenceView, at: number): number {
  const token = view.tokens[at]
  const forms = token === undefined ? [] : formsOf(token)
  return (
    forms.find(({ words }) => words.every((word, n) => n === 0 || view.tokens[at + n]?.key === word))?.words.length ?? 0
  )
}

/** Such words by the first of them, before which و may stand. */
const formsOf = oncePerWord(({ key }): readonly ClassForm[] =>
  (sourceWords.get(key.replace(/^و(?=بحسب|حسب|وفق)/u, '')) ?? []).filter((form) => form.key === 'according'),
)
