import { nameKey } from '../../resolution/name-key.ts'
import { searchForms, searchTerms } from '../../text/search-forms.ts'
import { tokenize } from '../../text/tokens.ts'

/** What was searched in one hit, and for what. */
export type SearchedTexts = {
  readonly query: string
  readonly kind: string
  /** An article's headline and text, an entity's names. */
  readonly texts: readonly string[]
}

const mostMatches = 20

/** The words of an article, or the names of an entity, by which it was found: as written, each once, at most 20. */
export function matchedWords({ query, kind, texts }: SearchedTexts): string[] {
  return (kind === 'ARTICLE' ? wordsOf(query, texts) : namesOf(query, texts)).slice(0, mostMatches)
}

function wordsOf(query: string, texts: readonly string[]): string[] {
  const terms = new Set(searchTerms(query))
  const words = new Set<string>()
  for (const { text, kind } of texts.flatMap((text) => tokenize(text))) {
    if (kind === 'PUNCTUATION' || words.has(text)) continue
    if (
      searchForms(text)
        .split(' ')
        .some((form) => terms.has(form))
    )
      words.add(text)
  }
  return [...words]
}

/** The names that hold the query; where a slip of the pen found it, the first that shares its first letter. */
function namesOf(query: string, names: readonly string[]): string[] {
  const key = ` ${nameKey(query)} `
  const holding = names.filter((name) => ` ${nameKey(name)} `.includes(key))
  if (holding.length > 0) return [...new Set(holding)]
  const similar = names.filter((name) => nameKey(name)[0] === key[1])
  return similar.slice(0, 1)
}
