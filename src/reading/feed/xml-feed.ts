/**
 * The reader for feeds in XML: RSS 0.9 to 2.0, RDF, Atom, and what passes for them. Broken XML is read as far as it can
 * be, as no newsroom mends its feed for us; entities that a document defines for itself are never expanded, nothing is
 * fetched. A feed library would give values without places, which our pages need, and falls over where XML is broken.
 */
import { attributeOf, localName } from '../html/elements.ts'
import { elementText } from '../html/fragment.ts'
import { type MarkupElement, parseMarkup, textOf } from '../html/markup-tree.ts'
import type { LocatedText } from '../located-text.ts'
import { joinLocated } from '../located-text.ts'
import type { Page, RawDocument, Reader } from '../page.ts'
import { PageDraft } from '../page-draft.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { type FeedEntry, type FeedHead, readEntry } from './feed-article.ts'
import { child, children, feedTree, first, isCut, isOpen, linkElements } from './feed-tree.ts'

const ROOT = /<(?:[a-z]+:)?(?:rss|rdf|feed|channel)[\s>]/i
const INSIDE = /<(?:[a-z]+:)?(?:channel|item|entry|title|id|updated)[\s>/]/i
const WHOLE_ROOT = /<rss[\s>][^<]*<channel|<feed\s[^>]*xmlns/i
const FIRST_ELEMENT = /<([a-z][a-z\d_.:-]*)/i
const COMMENT = /<!--[\s\S]{0,4000}?-->/g
const HEAD = 8000
const MOST_ENTRIES = 1000
const SUMMARIES = ['description', 'summary', 'atom:summary', 'rss:description', 'dc:description', 'media:description']
const NAMES_BREAK = ', '

/** Reads XML feeds. */
export const xmlFeed: Reader = {
  name: 'xml-feed',
  sniff: (text) => {
    const head = text.slice(0, HEAD).replace(COMMENT, '')
    if (!ROOT.test(head) || !INSIDE.test(head)) return 0
    const root = FIRST_ELEMENT.exec(head)?.[1] ?? ''
    if (/(?:^|:)(?:rss|rdf|feed|channel)$/i.test(root)) return 0.95
    // A server's complaint in HTML may stand before the feed; in any other XML a channel is something else.
    return /^(?:br|b|p|div|html|script|font)$/i.test(root) && WHOLE_ROOT.test(head) ? 0.92 : 0
  },
  read: readFeed,
}

function readFeed(text: string, raw: RawDocument): Page | Refusal {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return tree
  const { channel, entries } = feedTree(tree)
  if (entries.length > MOST_ENTRIES) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The feed holds ${entries.length} entries, more than ${MOST_ENTRIES}: cut it into several files.`,
    )
  }
  const draft = new PageDraft(text)
  const feed = headOf(channel, raw)
  if (feed.title !== null)
    draft.claim(
      { start: feed.title.offsets[0] ?? 0, end: feed.title.offsets[feed.title.text.length] ?? 0 },
      'PUBLISHER',
    )
  const cut = isCut(text)
  for (const entry of entries) {
    if (cut && isOpen(entry, text)) {
      draft.note('ENTRY_CUT', 'The feed breaks off in this entry: what is missing of it is not known.', {
        start: entry.start,
        end: entry.end,
      })
    }
    readEntry(draft, entryOf(entry), feed)
  }
  if (draft.articles.length === 0) draft.note('NO_ARTICLE', 'The feed holds no entry that could be read.')
  else if (draft.articles.length > 1) {
    draft.note('SEVERAL_RECORDS', `The feed holds ${draft.articles.length} entries; each is an article of its own.`)
  }
  return draft.finish(mediaTypeOf(tree), raw.url, 'METADATA')
}

function headOf(channel: MarkupElement, raw: RawDocument): FeedHead {
  const link = linksOf(channel)[0]?.text.trim() || raw.url
  const base = channel.attributes['xml:base']
  return {
    title: first(channel, ['title', 'atom:title', 'rss:title', 'dc:title']),
    base: base === undefined ? link : (URL.parse(base, link ?? undefined)?.href ?? link),
    language: languageOf(channel) ?? channel.parent?.attributes['xml:lang'] ?? null,
  }
}

/** What an element says of its language, or its title does. */
function languageOf(element: MarkupElement): string | null {
  const told = first(element, ['language', 'dc:language'])?.text.trim()
  return told ?? element.attributes['xml:lang'] ?? child(element, ['title'])?.attributes['xml:lang'] ?? null
}

function entryOf(entry: MarkupElement): FeedEntry {
  const source = child(entry, ['source'])
  const group = child(entry, ['media:group'])
  const named = source === null ? null : (first(source, ['title']) ?? textOf(source))
  return {
    span: { start: entry.start, end: entry.end },
    title: first(entry, ['title', 'dc:title', 'rss:title', 'atom:title']),
    links: linksOf(entry),
    id: first(entry, ['guid', 'id', 'atom:id', 'dc:identifier']),
    content: markup(child(entry, ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body'])),
    summary: markup(child(entry, SUMMARIES) ?? child(group ?? entry, ['media:description'])),
    published: first(entry, [
      'pubdate',
      'published',
      'atom:published',
      'dc:date',
      'issued',
      'dcterms:issued',
      'dc:created',
      'date',
    ]),
    updated: first(entry, ['updated', 'atom:updated', 'atom:updated', 'modified', 'dcterms:modified', 'dc:modified']),
    authors: authorsIn(entry),
    tags: children(entry, ['category', 'dc:subject', 'media:keywords'])
      .map(tagOf)
      .filter((tag) => tag !== null),
    source: named === null || named.text.trim() === '' ? null : named,
    language: languageOf(entry),
    base: entry.attributes['xml:base'] ?? null,
  }
}

function linksOf(element: MarkupElement): LocatedText[] {
  return linkElements(element)
    .map((link) => attributeOf(link, 'href') ?? textOf(link))
    .filter((link) => link.text.trim() !== '')
}

function authorsIn(entry: MarkupElement): LocatedText | null {
  const found = children(entry, ['dc:creator', 'author', 'atom:author', 'creator', 'dc:author', 'itunes:author'])
    .flatMap((author) => {
      const names = children(author, ['name', 'atom:name'])
      return names.length > 0 ? names.map(textOf) : [textOf(author)]
    })
    .filter((name) => name.text.trim() !== '')
  return found.length === 0 ? null : joinLocated(found, NAMES_BREAK)
}

function tagOf(category: MarkupElement): LocatedText | null {
  const text = textOf(category)
  return attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? (text.text.trim() === '' ? null : text)
}

/** Markup inside an element, as text to be read as HTML, or, where it is XHTML, as the text that it shows. */
function markup(element: MarkupElement | null): LocatedText | null {
  if (element === null) return null
  const value = element.children.some((node) => node.kind === 'element') ? elementText(element) : textOf(element)
  return value.text.trim() === '' ? null : value
}

function mediaTypeOf(tree: MarkupElement): string {
  const root = tree.children.find((node) => node.kind === 'element')
  return root !== undefined && localName(root) === 'feed' ? 'application/atom+xml' : 'application/rss+xml'
}
