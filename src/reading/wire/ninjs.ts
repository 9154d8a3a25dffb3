/**
 * The reader for ninjs, the IPTC's news in JSON, versions 1.x, 2.x and 3, and what newsroom systems make of it: an item,
 * a list of items, an answer that holds them. Version 1 has one headline and body of each kind, later ones have lists.
 */
import { itemsOf, memberOf, stringOf, textOf } from '../json-members.ts'
import { type JsonNode, parseRecords } from '../json-nodes.ts'
import type { LocatedText } from '../located-text.ts'
import type { Page, RawDocument, Reader } from '../page.ts'
import { PageDraft } from '../page-draft.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenBody } from './markup-body.ts'
import { readWireItem } from './wire-article.ts'
import { emptyItem, type WireItem } from './wire-item.ts'

const OPENS = /^\s*[[{]/
const NAME =
  /"(versioncreated|firstcreated|pubstatus|body_x?html|body_text|description_text|headlines|bodies|usageterms|representationtype)"\s*:/g
const FEWEST_NAMES = 2
const HEAD = 64_000
const MOST_ITEMS = 1000
const MOST_WRAPPERS = 4
const WRAPPERS: readonly string[] = ['item', 'items', '_items', 'results', 'data', 'hits']
const PICTURE = /picture|photo|video|audio|graphic|animation/i

/** Reads ninjs. */
export const ninjs: Reader = {
  name: 'ninjs',
  sniff: (text) => {
    if (!OPENS.test(text.slice(0, 400))) return 0
    const names = new Set([...text.slice(0, HEAD).matchAll(NAME)].map((match) => match[1]))
    return names.size >= FEWEST_NAMES ? 0.97 : 0
  },
  read: readNinjs,
}

function readNinjs(text: string, raw: RawDocument): Page | Refusal {
  const { nodes, faults } = parseRecords(text)
  const items = nodes.flatMap((node) => itemsIn(node, 0))
  const broken = faults[0]
  if (items.length === 0 && broken !== undefined) {
    const line = text.slice(0, broken.at).split('\n').length
    return refuse(
      'RECORD_INVALID',
      `The JSON breaks off at line ${line}: ${broken.problem}. Mend it and send it again.`,
    )
  }
  if (items.length > MOST_ITEMS) {
    return refuse(
      'TOO_MANY_RECORDS',
      `The message holds ${items.length} items, more than ${MOST_ITEMS}: cut it into several files.`,
    )
  }
  const draft = new PageDraft(text)
  for (const fault of faults) {
    draft.note('RECORD_INVALID', `An item is broken and was left out: ${fault.problem}.`, {
      start: fault.start,
      end: fault.end,
    })
  }
  const url = items.length === 1 ? raw.url : null
  for (const [index, item] of items.entries()) readItem(draft, item, items[index + 1]?.start ?? text.length, url)
  const stories = draft.articles.length
  if (stories === 0) draft.note('NO_ARTICLE', 'The message holds no item with a story that may be used.')
  else if (stories > 1) {
    draft.note('SEVERAL_RECORDS', `The message holds ${stories} items; each is an article of its own.`)
  }
  return draft.finish('application/json', raw.url, 'METADATA')
}

function itemsIn(node: JsonNode, depth: number): JsonNode[] {
  if (depth > MOST_WRAPPERS) return []
  if (node.kind === 'array') return node.items.flatMap((item) => itemsIn(item, depth + 1))
  if (node.kind !== 'object') return []
  if (node.members.some(({ name }) => /^(?:headlines?|bod(?:y|ies)(?:_.*)?|pubstatus|versioncreated)$/.test(name)))
    return [node]
  return WRAPPERS.flatMap((name) => {
    const inner = memberOf(node, name)
    return inner === null ? [] : itemsIn(inner, depth + 1)
  })
}

function readItem(draft: PageDraft, node: JsonNode, end: number, url: string | null): void {
  const item = itemOf(node, end)
  const type = stringOf(node, 'type')?.text ?? 'text'
  if (PICTURE.test(type) && item.body === null) {
    draft.note('ITEM_NOT_TEXT', `An item of the message is of the type ${type}, not a text.`, item.span)
  } else readWireItem(draft, item, url)
}

function itemOf(node: JsonNode, end: number): WireItem {
  const uri = stringOf(node, 'uri', 'guid', '_id', 'id')?.text.trim() ?? null
  const headline = stringOf(node, 'headline') ?? valueIn(node, 'headlines', /^(?:main|headline|)$/i)
  const outlet = outletOf(node)
  return {
    ...emptyItem({ start: node.start, end }),
    headline: headline ?? stringOf(node, 'title', 'name'),
    decks: [],
    bylines: bylinesOf(node),
    datelines: [stringOf(node, 'dateline')].filter((line) => line !== null),
    body: bodyOf(node),
    summary:
      stringOf(node, 'description_text') ??
      valueIn(node, 'descriptions', /^(?:summary|abstract|lead|)$/i) ??
      stringOf(node, 'abstract'),
    language: stringOf(node, 'language')?.text ?? null,
    outlet,
    published: stringOf(node, 'firstpublished', 'firstcreated', 'contentcreated', 'versioncreated'),
    updated: stringOf(node, 'versioncreated'),
    keywords: [
      ...itemsOf(node, 'keywords').map(textOf),
      ...namesIn(node, 'subject'),
      ...namesIn(node, 'subjects'),
    ].filter((keyword) => keyword !== null),
    url: addressOf(stringOf(node, 'url', 'link', 'webpage')?.text ?? uri),
    guid: uri,
    states: [stringOf(node, 'pubstatus'), stringOf(node, 'signal'), ...itemsOf(node, 'signals').map(textOf)]
      .filter((state) => state !== null)
      .map((state) => state.text),
    embargo: stringOf(node, 'embargoed'),
    advice: [stringOf(node, 'ednote')].filter((note) => note !== null),
  }
}

/** The body with its paragraphs, where it is given in several ways. */
function bodyOf(node: JsonNode): LocatedText | null {
  const bodies = itemsOf(node, 'bodies')
  const html = bodies.find((body) => /html/i.test(stringOf(body, 'contenttype')?.text ?? '')) ?? null
  const marked =
    stringOf(node, 'body_xhtml', 'body_html', 'body_html5') ?? (html === null ? null : stringOf(html, 'value'))
  const body = marked ?? stringOf(node, 'body_text', 'body_plain', 'body') ?? valueIn(node, 'bodies', /^main$/i)
  if (body === null) return null
  const text = writtenBody(body)
  return text.text.trim() === '' ? null : text
}

/** The value in a list whose items have a role: the one wanted, else the first. */
function valueIn(node: JsonNode, list: string, wanted: RegExp): LocatedText | null {
  const items = itemsOf(node, list)
  const named = items.find((item) => wanted.test(stringOf(item, 'role')?.text ?? '')) ?? items[0]
  return named === undefined ? null : stringOf(named, 'value')
}

function bylinesOf(node: JsonNode): LocatedText[] {
  const byline = stringOf(node, 'byline', 'by') ?? valueIn(node, 'bylines', /./)
  if (byline !== null) return [byline]
  return itemsOf(node, 'authors')
    .map((author) => (author.kind === 'string' ? textOf(author) : stringOf(author, 'name')))
    .filter((name) => name !== null)
}

function outletOf(node: JsonNode): string | null {
  const sources = [...itemsOf(node, 'infosources'), ...itemsOf(node, 'infosource')].map((source) =>
    stringOf(source, 'name'),
  )
  const name = stringOf(node, 'source', 'provider', 'creditline') ?? sources.find((source) => source !== null)
  return (name ?? stringOf(node, 'copyrightholder'))?.text.trim() ?? null
}

function namesIn(node: JsonNode, list: string): (LocatedText | null)[] {
  return itemsOf(node, list).map((subject) => stringOf(subject, 'name'))
}

function addressOf(address: string | null): string | null {
  const url = URL.parse(address ?? '')
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}
