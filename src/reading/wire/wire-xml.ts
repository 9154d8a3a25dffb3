/**
 * The reader for agencies' wires in XML: NITF, NewsML 1 and NewsML-G2, alone or many in one message. No entity is
 * expanded, no catalogue fetched.
 */
import { childrenNamed, localName } from '../html/elements.ts'
import { descendants, type MarkupElement, parseMarkup } from '../html/markup-tree.ts'
import type { Page, RawDocument, Reader } from '../page.ts'
import { PageDraft } from '../page-draft.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { newsMl1Items } from './newsml-1.ts'
import { newsMlG2Item, readPackage } from './newsml-g2.ts'
import { nitfItem } from './nitf.ts'
import { readWireItem } from './wire-article.ts'

const ROOT = /<(?:[a-z][^\s<>:/]*:)?(newsml|newsmessage|newsitem|packageitem|nitf)[\s>]/i
const FIRST_ELEMENT = /<([a-z][^\s<>/]*)/i
const COMMENT = /<!--[\s\S]{0,4000}?-->/g
const HEAD = 8000
const MOST_ITEMS = 1000
const ITEM = /^(?:newsitem|packageitem|nitf)$/

/** Reads agencies' wires in XML. */
export const wireXml: Reader = {
  name: 'wire-xml',
  sniff: (text) => {
    const head = text.slice(0, HEAD).replace(COMMENT, '')
    const root = FIRST_ELEMENT.exec(head)
    return root !== null && ROOT.exec(head)?.index === root.index ? 0.97 : 0
  },
  read: readWire,
}

function readWire(text: string, raw: RawDocument): Page | Refusal {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return tree
  const items = itemsIn(tree)
  if (items.length > MOST_ITEMS) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The message holds ${items.length} items, more than ${MOST_ITEMS}: cut it into several files.`,
    )
  }
  const draft = new PageDraft(text)
  const envelope = tree.children.find((node) => node.kind === 'element') ?? null
  for (const item of items) readItem(draft, item, envelope, items.length === 1 ? raw.url : null)
  const stories = draft.articles.filter((article) => article.kind === 'MAIN').length
  if (stories > 1) {
    draft.note('SEVERAL_RECORDS', `The message holds ${stories} items; each is an article of its own.`)
  } else if (stories === 0) draft.note('NO_ARTICLE', 'The message holds no item with a story that may be used.')
  return draft.finish(mediaTypeOf(envelope), raw.url, 'METADATA')
}

function readItem(draft: PageDraft, item: MarkupElement, envelope: MarkupElement | null, url: string | null): void {
  if (localName(item) === 'nitf') readWireItem(draft, nitfItem(item), url)
  else if (localName(item) === 'packageitem') readPackage(draft, item)
  else if (childrenNamed(item, 'newscomponent', 'newsmanagement', 'identification').length > 0) {
    for (const story of newsMl1Items(item, envelope)) readWireItem(draft, story, url)
  } else readWireItem(draft, newsMlG2Item(item), url)
}

/** Items that lie in no other item, in their order. */
function itemsIn(tree: MarkupElement): MarkupElement[] {
  const items: MarkupElement[] = []
  for (const node of descendants(tree)) {
    const last = items.at(-1)
    if (node.kind !== 'element' || !ITEM.test(localName(node))) continue
    if (last === undefined || node.start >= last.end) items.push(node)
  }
  return items
}

function mediaTypeOf(root: MarkupElement | null): string {
  const name = root === null ? '' : localName(root)
  if (name === 'nitf') return 'application/nitf+xml'
  return name === 'newsml' || (root !== null && /^NewsItem$/.test(root.name))
    ? 'text/vnd.iptc.newsml'
    : 'application/vnd.iptc.g2.newsitem+xml'
}
