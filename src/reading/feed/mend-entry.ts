/**
 * Mends an entry whose tags were not closed: a title cannot hold an address, nor a description the date, so what lies
 * inside by mistake is the entry's own. Entries inside entries are taken out, as they are read by themselves.
 */
import type { MarkupElement, MarkupNode } from '../html/markup-tree.ts'

/** Fields that hold a line of text, or markup that was escaped. */
const PLAIN: ReadonlySet<string> = new Set(
  `atom:id atom:title category comments creator dc:creator dc:date dc:subject dc:title guid id link pubdate published
   rss:title title updated`.split(/\s+/),
)
/** Fields that may hold elements of HTML. */
const MARKED: ReadonlySet<string> = new Set(
  'atom:content atom:summary body content content:encoded description rss:description summary'.split(' '),
)
/** Fields that no HTML has an element for. */
const FEED_ONLY: ReadonlySet<string> = new Set(
  'category content:encoded dc:creator dc:date dc:subject enclosure entry guid item pubdate published updated'.split(
    ' ',
  ),
)
const OTHERS: ReadonlySet<string> = new Set(['author', 'enclosure', 'entry', 'item', 'source'])

/** The entry with its fields side by side. */
export function mendEntry(entry: MarkupElement): MarkupElement {
  const children: MarkupNode[] = []
  const mended = { ...entry, children }
  for (const node of entry.children) {
    if (node.kind === 'text') children.push(node)
    else children.push(...unstack(node, mended).filter((field) => !isEntryName(field)))
  }
  return mended
}

/** A field, and behind it those that lay in it by mistake. */
function unstack(field: MarkupElement, parent: MarkupElement): MarkupElement[] {
  const name = field.name.toLowerCase()
  const at = field.children.findIndex((node) => node.kind === 'element' && isMisplaced(node.name.toLowerCase(), name))
  const first = field.children[at]
  if (first === undefined) return [field]
  const rest = field.children.slice(at).filter((node) => node.kind === 'element')
  const cut = { ...field, parent, children: field.children.slice(0, at), end: first.start }
  return [cut, ...rest.flatMap((inner) => unstack({ ...inner, parent }, parent))]
}

function isMisplaced(name: string, field: string): boolean {
  if (MARKED.has(field)) return FEED_ONLY.has(name)
  return PLAIN.has(field) && (PLAIN.has(name) || MARKED.has(name) || OTHERS.has(name))
}

function isEntryName(element: MarkupElement): boolean {
  return /^(?:.*:)?(?:item|entry)$/i.test(element.name)
}
