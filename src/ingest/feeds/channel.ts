import { decode } from '../../reading/decode.ts'
import { jsonFeed } from '../../reading/feed/json-feed.ts'
import { xmlFeed } from '../../reading/feed/xml-feed.ts'
import { descendants, type MarkupElement, parseMarkup, textOf } from '../../reading/html/markup-tree.ts'
import { plainText } from '../../reading/html/plain-text.ts'
import type { RawDocument } from '../../reading/page.ts'
import { isRefusal } from '../../reading/refusal.ts'

/** What a feed says of itself. */
export type Channel = { readonly title: string | null; readonly siteUrl: string | null }

/** From here on a reader is sure enough that a document is its. */
const sure = 0.9

const longestTitle = 300

/** What a feed says of itself; null when the document is no feed. */
export function readChannel(raw: RawDocument): Channel | null {
  const decoded = decode(raw.bytes, raw.mediaType)
  if (isRefusal(decoded)) return null
  const { text } = decoded
  if (jsonFeed.sniff(text, raw) >= sure) return jsonChannel(text, raw)
  return xmlFeed.sniff(text, raw) >= sure ? xmlChannel(text, raw) : null
}

/** Addresses of the feeds that an HTML page offers (`<link rel="alternate" type="application/rss+xml">`), each once. */
export function offeredFeeds(raw: RawDocument): readonly string[] {
  const decoded = decode(raw.bytes, raw.mediaType)
  if (isRefusal(decoded)) return []
  const tree = parseMarkup(decoded.text, 'html')
  if (isRefusal(tree)) return []
  const base = elementsOf(tree).find(({ name }) => name === 'base')?.attributes['href'] ?? ''
  const from = URL.parse(base, raw.url ?? undefined)?.href ?? raw.url
  const offered = elementsOf(tree)
    .filter(
      ({ name, attributes: { rel = '', type = '' } }) => name === 'link' && isAlternate(rel) && feedType.test(type),
    )
    .map(({ attributes }) => addressIn(attributes['href'], from))
  return [...new Set(offered.filter((url) => url !== null))]
}

const feedType = /^\s*application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)/i

function isAlternate(rel: string): boolean {
  return rel.toLowerCase().split(/\s+/).includes('alternate')
}

function xmlChannel(text: string, raw: RawDocument): Channel {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return { title: null, siteUrl: null }
  const channel = elementsOf(tree).find(({ name }) => /(?:^|:)(?:channel|feed)$/i.test(name)) ?? tree
  const named = (wanted: RegExp) => childrenOf(channel).filter(({ name }) => wanted.test(name))
  const links = named(/^(?:atom:|rss:)?link$/i).filter(({ attributes: { rel = 'alternate' } }) => isAlternate(rel))
  return {
    title:
      named(/^(?:atom:|rss:)?title$/i)
        .map((title) => titleIn(plainText(textOf(title)).text))
        .find((title) => title !== null) ?? null,
    siteUrl:
      links
        .map((link) => addressIn(link.attributes['href'] ?? textOf(link).text, raw.url))
        .find((url) => url !== null) ?? null,
  }
}

/** One that breaks off is a feed all the same: polling says what is wrong with it. */
function jsonChannel(text: string, raw: RawDocument): Channel {
  try {
    const { title, home_page_url: site }: { title?: unknown; home_page_url?: unknown } = JSON.parse(text)
    return {
      title: typeof title === 'string' ? titleIn(title) : null,
      siteUrl: typeof site === 'string' ? addressIn(site, raw.url) : null,
    }
  } catch {
    return { title: null, siteUrl: null }
  }
}

function titleIn(text: string): string | null {
  const title = text.replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle).toWellFormed()
  return title === '' ? null : title
}

function addressIn(given: string | undefined, from: string | null): string | null {
  const url = given === undefined || given.trim() === '' ? null : URL.parse(given.trim(), from ?? undefined)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

function elementsOf(tree: MarkupElement): MarkupElement[] {
  return [...descendants(tree)].filter((node) => node.kind === 'element')
}

function childrenOf(element: MarkupElement): MarkupElement[] {
  return element.children.filter((node) => node.kind === 'element')
}
