/**
 * Items in NewsML-G2: news items with their text inside, as NITF, XHTML or plain, or elsewhere; and packages, which list
 * items by their headlines.
 */
import { attributeOf, elementAt, elementsAt, textAt, textsAt } from '../html/elements.ts'
import { descendants, type MarkupElement } from '../html/markup-tree.ts'
import type { LocatedText } from '../located-text.ts'
import type { PageDraft } from '../page-draft.ts'
import { markupBody } from './markup-body.ts'
import { nitfIn, nitfItem } from './nitf.ts'
import { emptyItem, fillItem, type WireItem } from './wire-item.ts'

const DOMAIN = /^(?:www\.)?([a-z\d-]+(?:\.[a-z\d-]+)+)$/i
const SUMMARY_ROLE = /summary|abstract|synopsis|lead/i
const DECK_ROLE = /sub|deck|secondary/i
const MOST_REFERENCES = 200

/** Reads a `newsItem`. */
export function newsMlG2Item(item: MarkupElement): WireItem {
  const inside = elementsAt(item, 'contentset').flatMap((set) => contentsOf(set))
  const best = inside.toSorted((a, b) => length(b.body) - length(a.body))[0]
  const facts = factsOf(item)
  return best === undefined ? facts : fillItem(facts, best)
}

/** Reads a `packageItem` into the page: the headlines of the stories that it lists. */
export function readPackage(draft: PageDraft, item: MarkupElement): void {
  const known = new Set<string>()
  for (const node of descendants(item)) {
    if (node.kind !== 'element' || !/(?:^|:)itemRef$/i.test(node.name) || known.size >= MOST_REFERENCES) continue
    const kind = elementAt(node, 'itemclass')?.attributes['qcode'] ?? 'text'
    const headline = textAt(node, 'headline') ?? textAt(node, 'title')
    if (headline === null || !/text|composite/i.test(kind) || known.has(headline.text.trim())) continue
    known.add(headline.text.trim())
    const start = headline.offsets[0] ?? node.start
    const article = draft.open('HEADLINE', headline.text.trim(), start)
    draft.claim({ start, end: headline.offsets[headline.text.length] ?? start }, 'HEADLINE', article)
  }
  draft.note(
    'PACKAGE_WITHOUT_TEXT',
    `The package lists ${known.size} stories by their headlines; their texts come in items of their own.`,
    { start: item.start, end: item.end },
  )
}

function factsOf(item: MarkupElement): WireItem {
  const meta = elementAt(item, 'itemmeta') ?? item
  const content = elementAt(item, 'contentmeta') ?? item
  const headlines = elementsAt(content, 'headline')
  const deck = (element: MarkupElement) => DECK_ROLE.test(element.attributes['role'] ?? '')
  const created = textAt(meta, 'firstcreated') ?? textAt(content, 'contentcreated')
  const domain = [named(elementAt(meta, 'provider')), ...elementsAt(content, 'infosource').map(named)]
    .map((name) => DOMAIN.exec(name ?? '')?.[1])
    .find((host) => host !== undefined)
  return {
    ...emptyItem(item),
    headline: first(headlines.filter((element) => !deck(element))) ?? textAt(meta, 'title'),
    decks: headlines.filter(deck).flatMap((element) => first([element]) ?? []),
    bylines: textsAt(content, 'by'),
    datelines: textsAt(content, 'dateline'),
    summary: first(
      elementsAt(content, 'description').filter((element) => SUMMARY_ROLE.test(element.attributes['role'] ?? '')),
    ),
    language: elementAt(content, 'language')?.attributes['tag'] ?? item.attributes['xml:lang'] ?? null,
    outlet: outletOf(item, meta, content),
    domain: domain?.toLowerCase() ?? null,
    published: created ?? textAt(meta, 'versioncreated'),
    updated: textAt(meta, 'versioncreated'),
    keywords: [
      ...elementsAt(content, 'subject').flatMap((subject) => inOneLanguage(elementsAt(subject, 'name'))),
      ...textsAt(content, 'keyword'),
    ],
    url: linkOf(meta),
    guid: item.attributes['guid'] ?? null,
    states: [...elementsAt(meta, 'pubstatus'), ...elementsAt(meta, 'signal')]
      .map((element) => element.attributes['qcode'] ?? element.attributes['uri'] ?? '')
      .filter((state) => state !== ''),
    embargo: textAt(meta, 'embargoed'),
    advice: textsAt(meta, 'ednote'),
  }
}

/** The agency by its name; that of its machine is none. */
function outletOf(item: MarkupElement, meta: MarkupElement, content: MarkupElement): string | null {
  const names = [
    named(elementAt(meta, 'provider')),
    textAt(content, 'creditline')?.text.trim() ?? null,
    ...elementsAt(content, 'infosource').map(named),
    named(elementAt(item, 'rightsinfo', 'copyrightholder')),
  ]
  return names.find((name) => name !== null && !DOMAIN.test(name)) ?? null
}

function named(element: MarkupElement | null): string | null {
  if (element === null) return null
  return textAt(element, 'name')?.text.trim() ?? attributeOf(element, 'literal')?.text ?? null
}

function linkOf(meta: MarkupElement): string | null {
  const page = elementsAt(meta, 'link').find((link) => /web|alternate|permalink/i.test(link.attributes['rel'] ?? ''))
  const url = URL.parse(page?.attributes['href'] ?? '')
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

function contentsOf(set: MarkupElement): WireItem[] {
  return set.children
    .filter((node) => node.kind === 'element')
    .map((content) => {
      const item = emptyItem(content)
      if (/(?:^|:)remoteContent$/i.test(content.name)) {
        const text = /^(?:text|application\/(?:xhtml|nitf|xml))/i.test(content.attributes['contenttype'] ?? '')
        return text ? { ...item, remote: content.attributes['href'] ?? null } : item
      }
      const nitf = nitfIn(content)
      if (nitf !== null) return nitfItem(nitf)
      return { ...item, body: markupBody(elementAt(content, 'html', 'body') ?? elementAt(content, 'html') ?? content) }
    })
}

/** One of several names for one thing. */
function inOneLanguage(names: readonly MarkupElement[]): LocatedText[] {
  const name = first(names)
  return name === null ? [] : [name]
}

function first(elements: readonly MarkupElement[]): LocatedText | null {
  for (const element of elements) {
    const text = textAt({ ...element, name: '', children: [element] }, element.name.toLowerCase().replace(/^.*:/, ''))
    if (text !== null) return text
  }
  return null
}

function length(text: LocatedText | null): number {
  return text?.text.length ?? 0
}
