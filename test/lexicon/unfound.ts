import { foldKey } from '../../src/text/fold.ts'
import type { PhraseIndex } from '../../src/text/phrase-index.ts'
import { tokenize } from '../../src/text/tokens.ts'

type Form = { readonly key: string; readonly lang: string; readonly form: string }

/** The forms that a look-up over running text does not find whole, under their key, once `before` is put to them. */
export function unfound(
  index: PhraseIndex<{ readonly key: string }>,
  forms: readonly Form[],
  before: string,
): string[] {
  return forms
    .filter(({ key, form }) => {
      const text = before + form
      const matches = index.matchAt(tokenize(text), 0)
      return !matches.some((match) => match.end === text.length && match.values.some((value) => value.key === key))
    })
    .map(({ form }) => form)
}

/** How many rows, keys and distinct folded Arabic forms a list holds. */
export function counts(forms: readonly Form[]): { rows: number; keys: number; arabic: number } {
  return {
    rows: forms.length,
    keys: new Set(forms.map((form) => form.key)).size,
    arabic: new Set(forms.filter((form) => form.lang === 'ar').map((form) => foldKey(form.form))).size,
  }
}

/** The keys of all matches at the first token of `text`, longest first. */
export function keysAt(index: PhraseIndex<{ readonly key: string }>, text: string): string[] {
  return index.matchAt(tokenize(text), 0).flatMap((match) => match.values.map((value) => value.key))
}
