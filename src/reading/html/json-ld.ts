/**
 * What a page says of its article in JSON-LD, the vocabulary of schema.org: a NewsArticle alone, in an array, in a
 * `@graph`, or inside another thing. Names that stand elsewhere in the page's graph are looked up by their `@id`.
 */
import { type JsonNode, parseJson } from '../json-nodes.ts'
import type { LocatedText } from '../located-text.ts'
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

type JsonObject = JsonNode & { readonly kind: 'object' }
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
const WRAPPING = /^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/g

/** The articles that a script of type `application/ld+json` describes, outermost first. Null when it is no JSON. */
export function linkedArticles(script: LocatedText): LinkedArticle[] | null {
  const text = script.text.replace(WRAPPING, (match) => ' '.repeat(match.length))
  const nodes = parseJson(text)
  if ('problem' in nodes) return null
  const graph = new Map<string, JsonObject>()
  const articles: JsonObject[] = []
  for (const node of nodes) collect(node, 0, graph, articles)
  return articles.map((article) => readArticle(article, graph, script))
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
    keywords: keywordsIn(member(node, 'keywords'), script),
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

function keywordsIn(node: JsonNode | null, script: LocatedText): LocatedText[] {
  const items = node?.kind === 'array' ? node.items : node === null ? [] : [node]
  return items
    .map((item) => located(item.kind === 'object' ? member(item, 'name') : item, script))
    .filter((word) => word !== null)
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

function member(node: JsonNode, name: string): JsonNode | null {
  return node.kind === 'object' ? (node.members.find((candidate) => candidate.name === name)?.value ?? null) : null
}

function textIn(node: JsonNode | null): string | null {
  if (node?.kind === 'array') return textIn(node.items[0] ?? null)
  if (node?.kind !== 'string' && node?.kind !== 'other') return null
  const text = node.value.text.trim()
  return text === '' || (node.kind === 'other' && text === 'null') ? null : text
}

/** A string with its place in the document and its character references undone. */
function located(node: JsonNode | null, script: LocatedText): LocatedText | null {
  if (node?.kind === 'array') return located(node.items[0] ?? null, script)
  if (node === null || node.kind === 'object' || textIn(node) === null) return null
  return plainText(relocate(node.value, script))
}
