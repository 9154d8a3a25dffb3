/**
 * Reads OPML, versions 1.0 and 2.0, the lists in which feed readers hand their feeds over. Outlines may lie in each other
 * to any depth, as folders do; each that gives the address of a feed is one, whatever its type says. Writers differ in
 * the case of attribute names and forget to escape, so both are borne.
 */
import { descendants, type MarkupElement, parseMarkup } from '../html/markup-tree.ts'
import { isRefusal } from '../refusal.ts'

/** Feeds of a list in its order, each address once, and a sentence for each outline that should be a feed and is none. */
export type FeedList = {
  readonly feeds: readonly { readonly title: string | null; readonly url: string }[]
  readonly problems: readonly string[]
}

const MOST_FEEDS = 10_000
const MOST_PROBLEMS = 100
const MOST_TITLE = 300
const SPACE = /\s+/gu
/** Types of outlines whose `url` is the feed's own, where `xmlUrl` is missing. */
const FEED_TYPE = /^(?:rss|rss1|atom|feed|pie)$/i
const FEED_SCHEME = /^feed:(?:\/\/)?(?=https?:)/i
const BARE_FEED_SCHEME = /^feed:\/\//i

/** Reads a list of feeds; a text that is none gives no feed and says why. */
export function readOpml(text: string): FeedList {
  const tree = parseMarkup(text, 'xml')
  if (isRefusal(tree)) return { feeds: [], problems: [tree.message] }
  const elements = [...descendants(tree)].filter((node) => node.kind === 'element')
  if (!elements.some((element) => /^(?:opml|outlinedocument)$/i.test(element.name))) {
    return { feeds: [], problems: ['This is no OPML: export the feeds of a feed reader as OPML and send that file.'] }
  }
  const feeds = new Map<string, string | null>()
  const problems: string[] = []
  for (const outline of elements.filter((element) => /^outline$/i.test(element.name))) {
    const given = addressIn(outline)
    if (given === null) continue
    const title = titleIn(outline)
    const url = feedAddress(given)
    if (url === null) problems.push(problemOf(title, given))
    else if (feeds.size < MOST_FEEDS && !feeds.has(url)) feeds.set(url, title)
    else if (!feeds.has(url)) problems.push(`The list holds more than ${MOST_FEEDS} feeds; ${url} was left out.`)
  }
  if (feeds.size === 0 && problems.length === 0) problems.push('The list holds no outline with the address of a feed.')
  return { feeds: [...feeds].map(([url, title]) => ({ title, url })), problems: atMost(problems) }
}

/** What an outline gives as its feed's address: "" when it says that it is a feed and gives none; null for a folder. */
function addressIn(outline: MarkupElement): string | null {
  const address = attribute(outline, 'xmlurl')
  if (address !== null) return address
  const type = attribute(outline, 'type') ?? ''
  return FEED_TYPE.test(type) && outline.children.every((node) => node.kind === 'text')
    ? (attribute(outline, 'url') ?? '')
    : null
}

function feedAddress(given: string): string | null {
  const url = URL.parse(given.replace(FEED_SCHEME, '').replace(BARE_FEED_SCHEME, 'http://'))
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

function problemOf(title: string | null, given: string): string {
  const name = title === null ? 'An outline without a title' : `"${title}"`
  return given === ''
    ? `${name} says that it is a feed and gives no xmlUrl.`
    : `${name} gives "${given.slice(0, MOST_TITLE)}", which is no http or https address.`
}

function titleIn(outline: MarkupElement): string | null {
  return attribute(outline, 'title') ?? attribute(outline, 'text')
}

/** An attribute by its name in lower case, white space run together; null when it is missing or empty. */
function attribute(outline: MarkupElement, name: string): string | null {
  const entry = Object.entries(outline.attributes).find(([key]) => key.toLowerCase() === name)
  const value = entry?.[1].replace(SPACE, ' ').trim() ?? ''
  return value === '' ? null : name === 'title' || name === 'text' ? value.slice(0, MOST_TITLE) : value
}

function atMost(problems: readonly string[]): string[] {
  if (problems.length <= MOST_PROBLEMS) return [...problems]
  return [...problems.slice(0, MOST_PROBLEMS), `${problems.length - MOST_PROBLEMS} more outlines are no feeds.`]
}
