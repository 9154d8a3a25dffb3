import type { RawDocument } from '../../reading/page.ts'
import { readDocument } from '../../reading/read-document.ts'
import { isRefusal } from '../../reading/refusal.ts'

/** The address of the page that an entry leads to; null when the entry holds the story itself, or leads nowhere. */
export function pageBehind(entry: RawDocument): string | null {
  const page = readDocument(entry)
  if (isRefusal(page)) return null
  const [article] = page.articles
  const isWhole = article?.text !== '' && page.notes.every(({ code }) => code !== 'TEASER')
  return isWhole ? null : (article?.url ?? null)
}
