/**
 * Words and phrases that hold, or are spelt like, a country's or a place's form and are none: مسقط رأسه is where he was
 * born, القوة القاهرة is force majeure, يده اليمنى his right hand (ى folds to ي), Latin American is no American, and باكرا
 * reads as ب and أكرا. A form inside one of these is not to be taken for the country or place.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'
import type { Token } from '../text/tokens.ts'
import { checkSpelling } from './spelling.ts'

/** What a phrase is instead. */
export type Homograph = { readonly key: string }

const URL_OF_TABLE = new URL('./homographs.tsv', import.meta.url)

/** All such phrases; their words may take ال, the last one a pronoun. */
export const homographs: PhraseIndex<Homograph> = readHomographs()

/** For each token, whether it is part of a phrase that only looks like a country or place. */
export function homographTokens(tokens: readonly Token[]): readonly boolean[] {
  const covered = tokens.map(() => false)
  for (const at of tokens.keys()) {
    const longest = homographs.matchAt(tokens, at)[0]
    if (longest !== undefined) covered.fill(true, at, at + longest.tokens)
  }
  return covered
}

function readHomographs(): PhraseIndex<Homograph> {
  const rows = readTable(URL_OF_TABLE, ['key', 'lang', 'form', 'gloss', 'source'])
  for (const row of rows) {
    checkSpelling(URL_OF_TABLE, row.line, row.lang, row.form)
    if (row.gloss === '') throw new TableError(URL_OF_TABLE, row.line, 'no gloss')
  }
  return PhraseIndex.of(rows.map(({ key, form }) => ({ form, value: { key }, article: true, pronoun: true })))
}
