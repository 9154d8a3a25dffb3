/**
 * Takes a polled feed apart: each entry becomes a document of its own, the entry as it stands inside the feed's root and
 * what lasts of its channel (title, address, language), so that an entry that has not changed has the same bytes at the
 * next poll, whatever the feed's own dates and counters say, and reads alone as it reads among the others.
 */
import { decode } from '../decode.ts'
import { type MarkupElement, parseMarkup } from '../html/markup-tree.ts'
import { memberOf } from '../json-members.ts'
import type { JsonNode } from '../json-nodes.ts'
import type { RawDocument } from '../page.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { children, feedTree, isCut, isFeedRoot, isOpen, linkElements } from './feed-tree.ts'
import { jsonFeed } from './json-feed.ts'
import { jsonFeedNodes } from './json-feed-nodes.ts'
import { xmlFeed } from './xml-feed.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const LASTING = ['title', 'atom:title', 'rss:title', 'language', 'dc:language']
/** They count readers and their comments, and change while the story does not. */
const COUNTERS = ['slash:comments', 'slash:hit_parade', 'thr:total', 'media:community']
const LASTING_MEMBERS = ['version', 'title', 'home_page_url', 'feed_url', 'language']
const MOST_ENTRIES = 5000

/** The entries of a feed in its order; none of one that is empty. An entry that the feed breaks off in is left out. */
export function splitEntries(raw: RawDocument): readonly RawDocument[] | Refusal {
  const decoded = decode(raw.bytes, raw.mediaType)
  if (isRefusal(decoded)) return decoded
  const { text } = decoded
  if (jsonFeed.sniff(text, raw) > 0) return documents(jsonEntries(text), raw, 'application/feed+json')
  if (xmlFeed.sniff(text, raw) > 0) return documents(xmlEntries(text), raw, 'application/xml')
  return refuse('FORMAT_UNSUPPORTED', 'This is no feed: give the address of an RSS, Atom, RDF or JSON feed.')
}

function documents(
  entries: readonly string[] | Refusal,
  raw: RawDocument,
  mediaType: string,
): readonly RawDocument[] | Refusal {
  if (isRefusal(entries)) return entries
  if (entries.length > MOST_ENTRIES) {
    return refuse('TOO_MANY_RECORDS', `The feed holds ${entries.length} entries, more than ${MOST_ENTRIES}.`)
  }
  const encoder = new TextEncoder()
  return entries.map((entry) => ({ ...raw, bytes: encoder.encode(entry), mediaType }))
}

function xmlEntries(text: string): readonly string[] | Refusal {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return tree
  const { channel, entries } = feedTree(tree)
  const facts = channel === tree ? '' : factsOf(channel, text)
  const cut = isCut(text)
  return entries
    .filter((entry) => entry.children.length > 0 && !(cut && isOpen(entry, text)))
    .map((entry) => {
      const around = ancestors(entry)
      const inside = around.includes(channel)
      const opening = around.map((element) => openingTag(element, text) + (element === channel ? facts : ''))
      const beside = inside || facts === '' ? '' : openingTag(channel, text) + facts + closingTag(channel)
      const closing = around.toReversed().map(closingTag)
      return `${DECLARATION}${opening.join('\n')}\n${beside}${entryText(entry, text)}\n${closing.join('\n')}\n`
    })
}

/** The feed's own elements around an entry, outermost first. */
function ancestors(entry: MarkupElement): MarkupElement[] {
  const found: MarkupElement[] = []
  for (let element = entry.parent; element !== null; element = element.parent) {
    if (isFeedRoot(element)) found.push(element)
  }
  return found.reverse()
}

function factsOf(channel: MarkupElement, text: string): string {
  const lasting = [...children(channel, LASTING), ...linkElements(channel)].toSorted((a, b) => a.start - b.start)
  return lasting.map((element) => `\n${wholeElement(element, text)}`).join('')
}

/** An entry as it stands, without the counters. */
function entryText(entry: MarkupElement, text: string): string {
  const left = new Set(children(entry, COUNTERS))
  const kept = entry.children.map((node) => {
    if (node.kind === 'element') return left.has(node) ? '' : wholeElement(node, text)
    return text.slice(node.start, node.end)
  })
  return openingTag(entry, text) + kept.join('') + closingTag(entry)
}

function wholeElement(element: MarkupElement, text: string): string {
  if (!isOpen(element, text) || /\/>$/.test(openingTag(element, text))) return text.slice(element.start, element.end)
  const last = element.children.at(-1)
  const inside = text.slice(element.start, last?.end ?? element.contentStart)
  const open = inside.lastIndexOf('<![CDATA[') > inside.lastIndexOf(']]>')
  return `${inside}${open ? ']]>' : ''}${closingTag(element)}`
}

function openingTag(element: MarkupElement, text: string): string {
  return text.slice(element.start, element.contentStart)
}

function closingTag(element: MarkupElement): string {
  return `</${element.name}>`
}

function jsonEntries(text: string): readonly string[] | Refusal {
  const nodes = jsonFeedNodes(text)
  if (isRefusal(nodes)) return nodes
  const { feed, items } = nodes
  const lasting = LASTING_MEMBERS.flatMap((name) => {
    const value = memberOf(feed, name)
    return value === null ? [] : [`${JSON.stringify(name)}: ${valueText(value, text)}`]
  })
  return items.map((item) => `{${[...lasting, `"items": [${valueText(item, text)}]`].join(',\n')}}\n`)
}

/** A value as it stands: up to the bracket or the quotation mark that closes it. */
function valueText(node: JsonNode, text: string): string {
  let depth = 0
  let inString = false
  for (let at = node.start; at < text.length; at++) {
    const character = text.charAt(at)
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    else if (depth > 0 || node.kind === 'other') {
      if (depth === 0 && /[\s,]/.test(character)) return text.slice(node.start, at)
      continue
    }
    if (depth < 0) return text.slice(node.start, at)
    if (depth === 0 && !inString && node.kind !== 'other') return text.slice(node.start, at + 1)
  }
  return text.slice(node.start)
}
