/**
 * Which articles are copies of one text, to the word or nearly: an agency's report that five outlets print is one voice,
 * not five.
 */
import { isNearCopy, nearCopyBands } from './text-key.ts'

/** What telling copies apart needs to know of an article. */
export type TextIdentity = { readonly textKey: string; readonly simhash: bigint | null }

/**
 * The text that each article's text is a copy of, by its key: copies of copies are one text, named by its smallest key.
 * Free of order.
 */
export function independentTexts(articles: readonly TextIdentity[]): ReadonlyMap<string, string> {
  const texts = [...new Map(articles.map((article) => [article.textKey, article])).values()].sort((a, b) =>
    a.textKey < b.textKey ? -1 : 1,
  )
  const original = new Map(texts.map(({ textKey }) => [textKey, textKey]))
  const rootOf = (key: string): string => {
    let root = key
    for (let next = original.get(root); next !== undefined && next !== root; next = original.get(root)) root = next
    return root
  }
  const seen = new Map<string, TextIdentity[]>()
  for (const text of texts) {
    if (text.simhash === null) continue
    for (const band of nearCopyBands(text.simhash)) {
      const others = seen.get(band) ?? []
      for (const other of others) {
        if (other.simhash === null || !isNearCopy(text.simhash, other.simhash)) continue
        const [first, second] = [rootOf(text.textKey), rootOf(other.textKey)].sort()
        if (first !== undefined && second !== undefined) original.set(second, first)
      }
      seen.set(band, [...others, text])
    }
  }
  return new Map(texts.map(({ textKey }) => [textKey, rootOf(textKey)]))
}
