/** The reader for JSON Feed (jsonfeed.org), versions 1 and 1.1: a feed's entries as objects, their bodies HTML or text. */
import { itemsOf, memberOf, stringOf, textOf } from '../json-members.ts'
import type { JsonNode } from '../json-nodes.ts'
import { joinLocated, type LocatedText } from '../located-text.ts'
import type { Page, RawDocument, Reader } from '../page.ts'
import { PageDraft } from '../page-draft.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { type FeedEntry, readEntry } from './feed-article.ts'
import { jsonFeedNodes } from './json-feed-nodes.ts'

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/i
const HEAD = 4000
const MOST_ENTRIES = 1000

/** Reads JSON Feed. */
export const jsonFeed: Reader = {
  name: 'json-feed',
  sniff: (text) => (/^\s*\{/.test(text) && VERSION.test(text.slice(0, HEAD)) ? 0.98 : 0),
  read: readJsonFeed,
}

function readJsonFeed(text: string, raw: RawDocument): Page | Refusal {
  const nodes = jsonFeedNodes(text)
  if (isRefusal(nodes)) return nodes
  const { feed, items: entries, faults } = nodes
  if (entries.length > MOST_ENTRIES) {
    return refuse('TOO_MANY_RECORDS', `The feed holds more than ${MOST_ENTRIES} entries: cut it into several files.`)
  }
  const draft = new PageDraft(text)
  const head = {
    title: stringOf(feed, 'title'),
    base: stringOf(feed, 'home_page_url')?.text ?? raw.url,
    language: stringOf(feed, 'language')?.text ?? null,
  }
  for (const [index, entry] of entries.entries()) {
    readEntry(draft, entryOf(entry, entries[index + 1]?.start ?? text.length), head)
  }
  const fault = faults.at(-1)
  if (fault !== undefined) {
    const { start, end, problem } = fault
    draft.note('ENTRY_CUT', `The feed breaks off in an entry, which is left out: ${problem}.`, { start, end })
  }
  if (draft.articles.length === 0) draft.note('NO_ARTICLE', 'The feed holds no entry that could be read.')
  else if (draft.articles.length > 1) {
    draft.note('SEVERAL_RECORDS', `The feed holds ${draft.articles.length} entries; each is an article of its own.`)
  }
  return draft.finish('application/feed+json', raw.url, 'METADATA')
}

function entryOf(entry: JsonNode, end: number): FeedEntry {
  return {
    span: { start: entry.start, end },
    title: stringOf(entry, 'title'),
    links: [stringOf(entry, 'url')].filter((link) => link !== null),
    id: stringOf(entry, 'id'),
    content: stringOf(entry, 'content_html') ?? stringOf(entry, 'content_text'),
    summary: stringOf(entry, 'summary'),
    published: stringOf(entry, 'date_published'),
    updated: stringOf(entry, 'date_modified'),
    authors: authorsIn(entry),
    tags: itemsOf(entry, 'tags')
      .map(textOf)
      .filter((tag) => tag !== null),
    source: null,
    language: stringOf(entry, 'language')?.text ?? null,
    base: null,
  }
}

function authorsIn(entry: JsonNode): LocatedText | null {
  const one = memberOf(entry, 'author')
  const names = [...itemsOf(entry, 'authors'), ...(one === null ? [] : [one])]
    .map((author) => stringOf(author, 'name'))
    .filter((name) => name !== null)
  return names.length === 0 ? null : joinLocated(names, ', ')
}
