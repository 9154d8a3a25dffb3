/**
 * What the machine-readable parts of a page say: JSON-LD, `<meta>`, microdata and RDFa, `<link>`, `<time>`. Facts keep
 * their places and their order of trust; deciding between them is left to the reader.
 */
import { type MetadataField, metadataField } from '../../lexicon/page-metadata.ts'
import type { Span } from '../../text/span.ts'
import { type LinkedArticle, linkedArticles } from './json-ld.ts'
import { descendants, type MarkupElement, textOf } from './markup-tree.ts'

/** One statement. */
export type PageFact = {
  readonly field: MetadataField
  readonly value: string
  readonly strong: boolean
  readonly span: Span
}

/** A moment that the page marks up as one. */
export type MarkedTime = {
  readonly stamp: string
  /** What the reader of the page sees. */
  readonly printed: string
  readonly element: MarkupElement
  /** True when the markup says that it is the date of publication. */
  readonly published: boolean
}

/** All that a page says of itself. */
export type PageFacts = {
  readonly linked: readonly LinkedArticle[]
  readonly brokenJson: readonly Span[]
  readonly facts: readonly PageFact[]
  readonly canonical: string | null
  readonly title: MarkupElement | null
  readonly times: readonly MarkedTime[]
}

const LINKED_DATA = /ld\+json/i
const PUBLISHED = /publish|pubdate/i
const MOST_FACTS = 2000
/** Things of schema.org and its kin that are articles. */
const ARTICLE = /(?:Article|BlogPosting)(?:\s|$)/
const SHOWN: readonly MetadataField[] = ['AUTHOR', 'DATE', 'UPDATED']
const MOST_SHOWN = 120

/** Gathers what the page says of itself. */
export function pageFacts(root: MarkupElement): PageFacts {
  const linked: LinkedArticle[] = []
  const brokenJson: Span[] = []
  const facts: PageFact[] = []
  const times: MarkedTime[] = []
  let canonical: string | null = null
  let title: MarkupElement | null = null
  let scope: MarkupElement | null = null
  for (const node of descendants(root)) {
    if (node.kind !== 'element') continue
    if (node.name === 'script' && LINKED_DATA.test(node.attributes['type'] ?? '')) {
      const articles = linkedArticles(textOf(node))
      if (articles === null) brokenJson.push({ start: node.contentStart, end: node.end })
      else linked.push(...articles)
    } else if (node.name === 'link' && isCanonical(node)) canonical ??= node.attributes['href']?.trim() ?? null
    else if (node.name === 'title' && node.parent?.name !== 'svg') title ??= node
    else if (node.name === 'time' && times.length < MOST_FACTS) times.push(markedTime(node))
    if (facts.length < MOST_FACTS) facts.push(...factsOf(node))
    if (scope === null && ARTICLE.test(`${node.attributes['itemtype'] ?? ''} ${node.attributes['typeof'] ?? ''}`))
      scope = node
    if (scope !== null && facts.length < MOST_FACTS) facts.push(...shownFact(node, scope))
  }
  return { linked, brokenJson, facts, canonical, title, times }
}

/** The statements about a field, the strong ones first, each in page order. */
export function factsAbout(facts: PageFacts, field: MetadataField): PageFact[] {
  const about = facts.facts.filter((fact) => fact.field === field)
  return [...about.filter((fact) => fact.strong), ...about.filter((fact) => !fact.strong)]
}

function isCanonical(element: MarkupElement): boolean {
  return (element.attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes('canonical')
}

function factsOf(element: MarkupElement): PageFact[] {
  const { attributes } = element
  const names = [attributes['property'], attributes['name'], attributes['itemprop']]
  if (element.name !== 'meta' && attributes['itemprop'] === undefined && attributes['property'] === undefined) return []
  const value = attributes['content'] ?? (element.name === 'meta' ? attributes['value'] : undefined)
  if (value === undefined || value.trim() === '') return []
  const known = names.map((name) => (name === undefined ? null : metadataField(name))).find((field) => field !== null)
  return known === undefined ? [] : [{ ...known, value: value.trim(), span: valueSpan(element) }]
}

/** What the page's first article says of itself in the words that its reader sees: `<span itemprop="author">`. */
function shownFact(element: MarkupElement, scope: MarkupElement): PageFact[] {
  const { attributes } = element
  const known = metadataField(attributes['itemprop'] ?? attributes['property'] ?? '')
  if (known === null || !SHOWN.includes(known.field) || attributes['content'] !== undefined) return []
  if (element.name === 'meta' || element.name === 'time' || scopeOf(element) !== scope) return []
  const name = [...descendants(element)].find(
    (node) =>
      node.kind === 'element' &&
      /(?:^|[\s:])name$/.test(node.attributes['itemprop'] ?? node.attributes['property'] ?? ''),
  )
  const value = textOf(name?.kind === 'element' ? name : element)
    .text.replace(/\s+/g, ' ')
    .trim()
  if (value === '' || value.length > MOST_SHOWN) return []
  return [{ ...known, value, span: { start: element.start, end: element.end } }]
}

/** The thing that an element's property belongs to. */
function scopeOf(element: MarkupElement): MarkupElement | null {
  for (let outer = element.parent; outer !== null; outer = outer.parent) {
    if (outer.attributes['itemscope'] !== undefined || outer.attributes['typeof'] !== undefined) return outer
  }
  return null
}

/** The opening tag: attribute values have no place of their own. */
function valueSpan(element: MarkupElement): Span {
  return { start: element.start, end: element.contentStart }
}

function markedTime(element: MarkupElement): MarkedTime {
  const { attributes } = element
  const names = [attributes['itemprop'], attributes['class'], attributes['property']].join(' ')
  return {
    stamp: (attributes['datetime'] ?? '').trim(),
    printed: textOf(element).text.replace(/\s+/g, ' ').trim(),
    element,
    published: attributes['pubdate'] !== undefined || PUBLISHED.test(names),
  }
}
