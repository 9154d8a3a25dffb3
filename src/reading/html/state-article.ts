/**
 * The article in the data that a page's scripts work with (`__NEXT_DATA__`, `window.__INITIAL_STATE__ = …`), for pages
 * that show nothing before those have run. Whatever the house calls its fields: the article is the object that has a
 * title which the page's own title repeats, and a text with sentences in it; the names are those that records use.
 */
import { type RecordField, recordField } from '../../lexicon/record-fields.ts'
import { type JsonNode, parseJson } from '../json-nodes.ts'
import { headlineKey } from '../line-shape.ts'
import { joinLocated, type LocatedText } from '../located-text.ts'
import type { LinkedArticle, LinkedName } from './json-ld.ts'
import { type JsonObject, listIn, located, member } from './linked-nodes.ts'
import { descendants, type MarkupElement, textOf } from './markup-tree.ts'
import { plainText, relocate } from './plain-text.ts'
import { countWords } from './text-blocks.ts'

const DATA = /json/i
const LINKED_DATA = /ld\+json/i
/** A script that does no more than hold data. */
const ASSIGNMENT = /^\s*(?:(?:var|let|const)\s+)?[a-z0-9_$.[\]'"]{1,80}\s*=\s*(?=[{[])/i
const MOST_DEPTH = 24
const MOST_OBJECTS = 20_000
const MOST_CHARACTERS = 4_000_000
const FEWEST_WORDS = 30
/** A string inside a body that is a paragraph, not the name of its style. */
const FEWEST_PARAGRAPH_WORDS = 4
const ADDRESS = /^\s*(?:https?:)?\/\//

/** The article that the page's title names among its scripts' data; null when there is none. */
export function stateArticle(root: MarkupElement, titles: readonly string[]): LinkedArticle | null {
  const keys = titles.map(headlineKey).filter((key) => key !== '')
  let best: { article: LinkedArticle; words: number } | null = null
  for (const node of descendants(root)) {
    if (node.kind !== 'element' || node.name !== 'script') continue
    const script = dataIn(node)
    const nodes = script === null ? [] : parseJson(script.text)
    if (script === null || 'problem' in nodes) continue
    for (const object of objectsIn(nodes)) {
      const article = readObject(object, script, keys)
      const words = article?.body == null ? 0 : countWords(article.body.text)
      if (article !== null && words >= FEWEST_WORDS && words > (best?.words ?? 0)) best = { article, words }
    }
  }
  return best?.article ?? null
}

/** The data of a script; null when it is a program. */
function dataIn(element: MarkupElement): LocatedText | null {
  const type = element.attributes['type'] ?? ''
  if (LINKED_DATA.test(type) || element.end - element.contentStart > MOST_CHARACTERS) return null
  const script = textOf(element)
  if (DATA.test(type)) return script
  const start = ASSIGNMENT.exec(script.text)?.[0].length ?? 0
  if (start === 0) return null
  const end = Math.max(script.text.lastIndexOf('}'), script.text.lastIndexOf(']')) + 1
  return { text: script.text.slice(start, end), offsets: Array.from(script.offsets).slice(start, end + 1) }
}

function* objectsIn(nodes: readonly JsonNode[]): Generator<JsonObject> {
  const rest: { node: JsonNode; depth: number }[] = nodes.map((node) => ({ node, depth: 0 }))
  let seen = 0
  for (let next = rest.pop(); next !== undefined && seen < MOST_OBJECTS; next = rest.pop()) {
    const { node, depth } = next
    if (node.kind === 'object') {
      seen += 1
      yield node
    }
    if (depth >= MOST_DEPTH) continue
    const inner =
      node.kind === 'object' ? node.members.map((one) => one.value) : node.kind === 'array' ? node.items : []
    for (const child of inner)
      if (child.kind === 'object' || child.kind === 'array') rest.push({ node: child, depth: depth + 1 })
  }
}

function readObject(object: JsonObject, script: LocatedText, titles: readonly string[]): LinkedArticle | null {
  const headline = located(field(object, 'TITLE'), script)
  if (headline === null) return null
  const key = headlineKey(headline.text)
  if (key === '' || !titles.some((title) => title.includes(key))) return null
  const body = bodyIn(field(object, 'TEXT'), script)
  if (body === null) return null
  return {
    headline,
    body,
    published: located(field(object, 'DATE'), script),
    updated: located(field(object, 'UPDATED'), script),
    authors: namesIn(field(object, 'AUTHOR'), script),
    publisher: null,
    keywords: listIn(field(object, 'KEYWORDS'), script),
    url: null,
    free: null,
  }
}

/** The member that holds a field: one with a strong name, else a weak one. */
function field(object: JsonObject, wanted: RecordField): JsonNode | null {
  const members = object.members.filter(({ name }) => recordField(name)?.field === wanted)
  return (members.find(({ name }) => recordField(name)?.strong === true) ?? members[0])?.value ?? null
}

/** A text, or all paragraphs of one that is kept piece by piece. */
function bodyIn(node: JsonNode | null, script: LocatedText): LocatedText | null {
  if (node === null) return null
  if (node.kind === 'string') return plainText(relocate(node.value, script))
  const paragraphs: LocatedText[] = []
  const walk = (inner: JsonNode, depth: number): void => {
    if (depth > MOST_DEPTH) return
    if (inner.kind === 'object') for (const one of inner.members) walk(one.value, depth + 1)
    if (inner.kind === 'array') for (const item of inner.items) walk(item, depth + 1)
    if (inner.kind !== 'string' || ADDRESS.test(inner.value.text)) return
    const text = plainText(relocate(inner.value, script))
    if (countWords(text.text) >= FEWEST_PARAGRAPH_WORDS) paragraphs.push(text)
  }
  walk(node, 0)
  return paragraphs.length === 0 ? null : joinLocated(paragraphs, '\n\n')
}

function namesIn(node: JsonNode | null, script: LocatedText): LinkedName[] {
  const items = node?.kind === 'array' ? node.items : node === null ? [] : [node]
  return items.flatMap((item) => {
    const name = located(item.kind === 'object' ? member(item, 'name') : item, script)
    return name === null ? [] : [{ name, person: false }]
  })
}
