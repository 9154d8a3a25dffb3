/**
 * By what an article is known through its revisions: its address, or else the guid that its outlet's feed gives it. What
 * does not tell one article from another is no key.
 */
import { createHash } from 'node:crypto'
import type { PageArticle } from '../reading/page.ts'
import { canonicalAddress, isTime } from './address.ts'
import { isNearCopy, simhash, textKey } from './text-key.ts'

const LONGEST_KEY = 400
const LONGEST_GUID = 1_000
/** Shorter ones count the entries of a feed. */
const FEWEST_GUID_DIGITS = 4
const FEWEST_GUID_CHARACTERS = 8
/** A shorter headline ("عاجل", "رياضة") may stand over anything. */
const FEWEST_HEADLINE_WORDS = 4

type Known = Pick<PageArticle, 'kind' | 'headline' | 'text' | 'url' | 'guid'>

/**
 * The key of each article of a page, in their order; null for one that has none: a bare headline, an article without an
 * address or a guid, and articles that differ though the page gives them one.
 * @param sourceKeys of each article's outlet; without one a guid says nothing
 */
export function versionKeys(articles: readonly Known[], sourceKeys: readonly (string | null)[]): (string | null)[] {
  const candidates = articles.map((article, at) => candidatesOf(article, sourceKeys[at] ?? null))
  const shared = Map.groupBy(
    articles.flatMap((article, at) => (candidates[at] ?? []).map((key) => ({ key, article }))),
    ({ key }) => key,
  )
  const isOne = (key: string) => areVersions((shared.get(key) ?? []).map(({ article }) => article))
  return candidates.map((keys) => keys.find(isOne) ?? null)
}

function candidatesOf({ kind, text, url, guid }: Known, sourceKey: string | null): string[] {
  if (kind === 'HEADLINE' || text === '') return []
  const addresses = [url, guid].map((link) => (link === null ? null : canonicalAddress(link)))
  const keys = addresses.flatMap((address) => (address === null ? [] : [bounded('url:', address)]))
  return guid !== null && sourceKey !== null && isIdentity(guid) ? [...keys, bounded(`guid:${sourceKey}:`, guid)] : keys
}

/** A guid is made anew for each article, so that it has a number or more; an address has been looked at as one. */
function isIdentity(guid: string): boolean {
  if (guid.length > LONGEST_GUID || /^https?:/i.test(guid) || !/\d/.test(guid)) return false
  if (/^\d+$/.test(guid)) return guid.length >= FEWEST_GUID_DIGITS && !isTime(guid)
  return guid.length >= FEWEST_GUID_CHARACTERS && !/^(?:\d{4}-\d\d-\d\d[T ]|[a-z]{3}, \d)/i.test(guid)
}

/** Whether all of a page's articles under one key are readings of one: what they say is the same, or nearly, or is headed so. */
function areVersions([first, ...others]: readonly Known[]): boolean {
  if (first === undefined) return false
  const hash = others.length === 0 ? null : simhash(first.text)
  return others.every((other) => {
    if (isSameHeadline(first.headline, other.headline)) return true
    const near = hash === null ? null : simhash(other.text)
    return other.text === first.text || (hash !== null && near !== null && isNearCopy(hash, near))
  })
}

function isSameHeadline(a: string, b: string): boolean {
  return a.trim().split(/\s+/u).length >= FEWEST_HEADLINE_WORDS && textKey(a, '') === textKey(b, '')
}

/** An index takes no key of any length, and Postgres no NUL. */
function bounded(kind: string, name: string): string {
  const key = kind + name.replaceAll('\0', '').toWellFormed()
  return key.length <= LONGEST_KEY ? key : `${kind}${createHash('sha256').update(name).digest('hex')}`
}
