/**
 * How a form in a word list may be spelt: Arabic forms in letters of the Arabic alphabet without marks, so that a
 * Persian yeh or a stray Latin letter, which no reader would see, is refused at start.
 */
import { TableError } from '../text/table.ts'

const ALPHABETS: ReadonlyMap<string, RegExp> = new Map([
  ['ar', /^[ء-غف-ي0-9 -]+$/],
  ['en', /^[\p{Script=Latin}\p{Mn}0-9 .,'&()/-]+$/u],
])

/** @throws TableError when a cell holds a letter outside its language's alphabet, or the language is unknown */
export function checkSpelling(url: URL, line: number, lang: string, form: string): void {
  const alphabet = ALPHABETS.get(lang)
  if (alphabet === undefined) throw new TableError(url, line, `unknown language "${lang}"`)
  if (!alphabet.test(form)) throw new TableError(url, line, `"${form}" is not spelt with the letters of "${lang}"`)
}
