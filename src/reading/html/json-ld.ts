/**
 * What a page says of its article in JSON-LD, the vocabulary of schema.org: a NewsArticle alone, in an array, in a
 * `@graph`, or inside another thing. Names that stand elsewhere in the page's graph are looked up by their `@id`.
 */
import { type JsonNode, parseJson } from '../json-nodes.ts'
import type { LocatedText } from '../located-text.ts'
import { type JsonObject, listIn, located, member, textIn } from './linked-nodes.ts'
import { plainText, relocate } from './plain-text.ts'

/** An article as JSON-LD gives it; strings know their place in the document. */
export type LinkedArticle = {
  readonly headline: LocatedText | null
  readonly published: LocatedText | null
  readonly updated: LocatedText | null
  readonly authors: readonly LinkedName[]
  readonly publisher: LocatedText | null
  readonly keywords: readonly LocatedText[]
  readonly url: string | null
  readonly body: LocatedText | null
  /** What `isAccessibleForFree` says; null when it is not there. */
  readonly free: boolean | null
}

/** A name and whether it is a person's. */
export type LinkedName = { readonly name: LocatedText; readonly person: boolean }

type Graph = ReadonlyMap<string, JsonObject>

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|^Report)$/
const PERSON = /Person$/
/** Members under which other articles than the page's own are listed. */
const OTHERS: ReadonlySet<string> = new Set([
  'itemListElement',
  'hasPart',
  'liveBlogUpdate',
  'citation',
  'mentions',
  'about',
])
const MOST_DEPTH = 8
const MOST_AUTHORS = 20
const REFERENCE = /&(?:quot|#34|#x22);/i
const BROKEN_ARTICLE = /"@type"\s*:\s*\[?\s*"[^"]{0,40}(?:Article|BlogPosting|LiveBlogPosting)"/
const BROKEN_MEMBER = /"(headline|datePublished|dateModified)"\s*:\s*("(?:[^"\\\n]|\\.){1,500}")/g
const NOTHING: LinkedArticle = {
  headline: null,
  published: null,
  updated: null,
  authors: [],
  publisher: null,
  keywords: [],
  url: null,
  body: null,
  free: null,
}
const WRAPPING = /^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/g

/**
 * The articles that a script of type `application/ld+json` describes, outermost first. Of a script that is no JSON the
 * strings that say when and by which headline are taken one by one; null when there are none.
 */
export function linkedArticles(script: LocatedText): LinkedArticle[] | null {
  // Some pages write the quotation marks of their JSON as character references.
  const source = REFERENCE.test(script.text) && !script.text.includes('"') ? plainText(script) : script
  const text = source.text.replace(WRAPPING, (match) => ' '.repeat(match.length))
  const nodes = parseJson(text)
  if ('problem' in nodes) return salvage(source)
  const graph = new Map<string, JsonObject>()
  const articles: JsonObject[] = []
  for (const node of nodes) collect(node, 0, graph, articles)
  return articles.map((article) => readArticle(article, graph, source))
}

/** What can be read of an article in broken JSON. */
function salvage(script: LocatedText): LinkedArticle[] | null {
  if (!BROKEN_ARTICLE.test(script.text)) return null
  const found = new Map<string, LocatedText>()
  for (const match of script.text.matchAll(BROKEN_MEMBER)) {
    const [whole, name, value] = match
    if (name === undefined || value === undefined || found.has(name)) continue
    const start = match.index + whole.length - value.length
    const nodes = parseJson(value)
    const text =
      'problem' in nodes ? null : located(nodes[0] ?? null, { text: value, offsets: offsetsFrom(start, value) })
    if (text !== null) found.set(name, relocate(text, script))
  }
  const headline = found.get('headline') ?? null
  const published = found.get('datePublished') ?? null
  if (headline === null && published === null) return null
  const updated = found.get('dateModified') ?? null
  return [{ ...NOTHING, headline, published, updated }]
}

function offsetsFrom(start: number, text: string): Uint32Array {
  return Uint32Array.from({ length: text.length + 1 }, (_, at) => start + at)
}

function collect(node: JsonNode, depth: number, graph: Map<string, JsonObject>, articles: JsonObject[]): void {
  if (depth > MOST_DEPTH) return
  if (node.kind === 'array') for (const item of node.items) collect(item, depth + 1, graph, articles)
  if (node.kind !== 'object') return
  const id = textIn(member(node, '@id'))
  if (id !== null && node.members.length > 1 && !graph.has(id)) graph.set(id, node)
  if (typesOf(node).some((type) => ARTICLE.test(type))) articles.push(node)
  for (const { name, value } of node.members) if (!OTHERS.has(name)) collect(value, depth + 1, graph, articles)
}

function readArticle(node: JsonObject, graph: Graph, script: LocatedText): LinkedArticle {
  const text = (name: string): LocatedText | null => located(member(node, name), script)
  const page = resolve(member(node, 'mainEntityOfPage'), graph)
  const free = textIn(member(node, 'isAccessibleForFree'))?.toLowerCase()
  return {
    headline: text('headline') ?? text('name'),
    published: text('datePublished') ?? text('dateCreated'),
    updated: text('dateModified'),
    authors: names(member(node, 'author') ?? member(node, 'creator'), graph, script).slice(0, MOST_AUTHORS),
    publisher: names(member(node, 'publisher') ?? member(node, 'sourceOrganization'), graph, script)[0]?.name ?? null,
    keywords: listIn(member(node, 'keywords'), script),
    url: textIn(member(node, 'url')) ?? textIn(page) ?? (page?.kind === 'object' ? textIn(member(page, '@id')) : null),
    body: text('articleBody'),
    free: free === undefined ? null : free !== 'false',
  }
}

function names(node: JsonNode | null, graph: Graph, script: LocatedText): LinkedName[] {
  const value = resolve(node, graph)
  if (value === null) return []
  if (value.kind === 'array') return value.items.flatMap((item) => names(item, graph, script))
  if (value.kind === 'object') {
    const person = typesOf(value).some((type) => PERSON.test(type))
    const inner = resolve(member(value, 'name'), graph)
    if (inner?.kind === 'array') return names(inner, graph, script).map((found) => ({ ...found, person }))
    const name = located(inner, script)
    return name === null ? [] : [{ name, person }]
  }
  const name = located(value, script)
  return name === null ? [] : [{ name, person: false }]
}

/** The object that a bare `{"@id": …}` means, else the node itself. */
function resolve(node: JsonNode | null, graph: Graph): JsonNode | null {
  if (node?.kind !== 'object' || node.members.length > 1) return node
  const id = textIn(member(node, '@id'))
  return (id === null ? null : graph.get(id)) ?? node
}

function typesOf(node: JsonObject): string[] {
  const type = member(node, '@type')
  const types = type?.kind === 'array' ? type.items : type === null ? [] : [type]
  return types.map((item) => (textIn(item) ?? '').replace(/^.*[/:#]/s, ''))
}
