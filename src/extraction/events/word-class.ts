/** What small words are in a sentence, and how a noun may be read without its clitics. */
import { type ClassForm, clauseWords } from '../../lexicon/word-classes.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'

/** A noun without clitics: `key` folded and without ال, `prefix` what was taken off in front. */
export type NounReading = {
  readonly key: string
  readonly prefix: string
  readonly article: boolean
  readonly suffix: string
}

const PREFIXES = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب', 'فل', 'وك']
const SUFFIXES = ['', 'ه', 'ها', 'هم', 'هما', 'نا', 'ي']

/** The form of a class that begins at a token, its و or ف taken off where needed; undefined when there is none. */
export function classAt(tokens: readonly Token[], at: number, name: string): ClassForm | undefined {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD') return undefined
  const forms = formsOf(token)
  if (forms.length === 0) return undefined
  return forms.find(
    (form) => form.key === name && form.words.every((word, n) => n === 0 || tokens[at + n]?.key === word),
  )
}

/** Forms that begin with a word, as it stands before without its و or ف. */
const formsOf = oncePerWord(({ key }): readonly ClassForm[] => {
  const bare = /^[وف]/u.test(key) && key.length > 2 ? (clauseWords.get(key.slice(1)) ?? []) : []
  return [...(clauseWords.get(key) ?? []), ...bare]
})

/** Whether a folded word alone is a form of a class. */
export function isForm(key: string, name: string): boolean {
  return (clauseWords.get(key) ?? []).some((form) => form.key === name && form.words.length === 1)
}

/** Ways to read an Arabic word as a noun with clitics; the word as it stands first. */
export const nounReadings: (token: Token) => readonly NounReading[] = oncePerWord((token) => {
  const found: NounReading[] = []
  for (const prefix of PREFIXES) {
    if (!token.key.startsWith(prefix)) continue
    let rest = token.key.slice(prefix.length)
    let article = false
    if (prefix.endsWith('ل') && rest.startsWith('ل') && rest.length > 3) {
      rest = rest.slice(1)
      article = true
    } else if (rest.startsWith('ال') && rest.length > 3) {
      rest = rest.slice(2)
      article = true
    }
    for (const suffix of article ? [''] : SUFFIXES) {
      if (!rest.endsWith(suffix)) continue
      const key = suffix === '' ? rest : rest.slice(0, -suffix.length)
      if (key.length < 2) continue
      found.push({ key, prefix, article, suffix })
      if (suffix !== '' && key.endsWith('ت')) found.push({ key: `${key.slice(0, -1)}ه`, prefix, article, suffix })
    }
    // The accusative of an indefinite noun: وفدا is وفد.
    if (!article && rest.endsWith('ا') && rest.length > 3) {
      found.push({ key: rest.slice(0, -1), prefix, article, suffix: '' })
    }
  }
  return found
})
