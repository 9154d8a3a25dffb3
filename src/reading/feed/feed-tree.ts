/** Where things stand in a feed in XML: its channel, its entries, and what an element holds by the names of its children. */
import { localName } from '../html/elements.ts'
import { descendants, type MarkupElement, textOf } from '../html/markup-tree.ts'
import type { LocatedText } from '../located-text.ts'
import { mendEntry } from './mend-entry.ts'

const ROOT = /^(?:rss|rdf|feed|channel)$/
const ENTRY = /^(?:item|entry)$/
const ENDS = /<\/(?:[a-z][^\s<>:/]*:)?(?:rss|rdf|feed|channel)\s*>/i
/** Behind the last entry of a whole feed stand a few closing tags, and what a server adds to them. */
const TAIL = 2000

/** A feed's channel and its entries, in document order; an entry may by mistake lie in another one. */
export type FeedTree = { readonly channel: MarkupElement; readonly entries: readonly MarkupElement[] }

/** Finds a feed's channel, or what stands for it, and its entries, mended. */
export function feedTree(tree: MarkupElement): FeedTree {
  const elements = [...descendants(tree)].filter((node) => node.kind === 'element')
  const channel = elements.find((element) => /^(?:channel|feed)$/.test(localName(element))) ?? tree
  return { channel, entries: elements.filter(isEntry).map(mendEntry) }
}

/** True for an element that is an entry. */
function isEntry(element: MarkupElement): boolean {
  return ENTRY.test(localName(element))
}

/** True for an element that holds a feed's entries. */
export function isFeedRoot(element: MarkupElement): boolean {
  return ROOT.test(localName(element))
}

/** True for a feed that breaks off before its end. */
export function isCut(text: string): boolean {
  return !ENDS.test(text.slice(-TAIL))
}

/** True for an element whose closing tag is missing. */
export function isOpen(element: MarkupElement, text: string): boolean {
  const closing = text.slice(Math.max(element.contentStart, element.end - element.name.length - 8), element.end)
  return !closing.replace(/\s+>$/, '>').endsWith(`</${element.name}>`)
}

/** Addresses of the page itself, not of enclosures and comments; the original one before a counting one. */
export function linkElements(element: MarkupElement): MarkupElement[] {
  const links = children(element, ['link', 'atom:link', 'rss:link']).filter((link) =>
    ['alternate', undefined, ''].includes(link.attributes['rel']?.toLowerCase()),
  )
  return [...children(element, ['feedburner:origlink', 'pheedo:origlink']), ...links]
}

/** The text of the first child, by the order of names, that is not blank. */
export function first(element: MarkupElement, names: readonly string[]): LocatedText | null {
  for (const name of names) {
    const text = children(element, [name])
      .map(textOf)
      .find((value) => value.text.trim() !== '')
    if (text !== undefined) return text
  }
  return null
}

/** The first child, by the order of names, that holds something; else the first. */
export function child(element: MarkupElement, names: readonly string[]): MarkupElement | null {
  const found = names.flatMap((name) => children(element, [name]))
  return found.find((candidate) => candidate.children.length > 0) ?? found[0] ?? null
}

/** Children by their names with prefixes, in lower case. */
export function children(element: MarkupElement, names: readonly string[]): MarkupElement[] {
  return element.children
    .filter((node) => node.kind === 'element')
    .filter((node) => names.includes(node.name.toLowerCase()))
}
