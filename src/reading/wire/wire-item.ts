/** One item of an agency's wire, as its format gives it: what all wire formats have in common. */
import type { Span } from '../../text/span.ts'
import type { LocatedText } from '../located-text.ts'

/** What an item says, as it stands in the document. */
export type WireItem = {
  readonly span: Span
  readonly headline: LocatedText | null
  /** Second headlines, which stand under the first. */
  readonly decks: readonly LocatedText[]
  readonly bylines: readonly LocatedText[]
  readonly datelines: readonly LocatedText[]
  /** Paragraphs parted by blank lines. */
  readonly body: LocatedText | null
  readonly summary: LocatedText | null
  /** BCP 47, as declared; agencies declare much. */
  readonly language: string | null
  readonly outlet: string | null
  readonly domain: string | null
  /** When it was sent first, and when this version was. */
  readonly published: LocatedText | null
  readonly updated: LocatedText | null
  readonly keywords: readonly LocatedText[]
  readonly url: string | null
  /** Its name, the same for all versions. */
  readonly guid: string | null
  /** Words of its status and its signals. */
  readonly states: readonly string[]
  /** Before this time nobody may print it. */
  readonly embargo: LocatedText | null
  /** What the agency tells its editors. */
  readonly advice: readonly LocatedText[]
  /** Where the text lies when it is not here. */
  readonly remote: string | null
}

/** An item of which nothing is known but its place. */
export function emptyItem(span: Span): WireItem {
  return {
    span: { start: span.start, end: span.end },
    headline: null,
    decks: [],
    bylines: [],
    datelines: [],
    body: null,
    summary: null,
    language: null,
    outlet: null,
    domain: null,
    published: null,
    updated: null,
    keywords: [],
    url: null,
    guid: null,
    states: [],
    embargo: null,
    advice: [],
    remote: null,
  }
}

/** An item with what it leaves open filled in from another one, as an envelope is from the text inside it. */
export function fillItem(item: WireItem, from: WireItem): WireItem {
  return {
    ...item,
    headline: item.headline ?? from.headline,
    decks: either(item.decks, from.decks),
    bylines: either(item.bylines, from.bylines),
    datelines: either(item.datelines, from.datelines),
    body: item.body ?? from.body,
    summary: item.summary ?? from.summary,
    language: item.language ?? from.language,
    outlet: item.outlet ?? from.outlet,
    domain: item.domain ?? from.domain,
    published: item.published ?? from.published,
    updated: item.updated ?? from.updated,
    keywords: either(item.keywords, from.keywords),
    url: item.url ?? from.url,
    guid: item.guid ?? from.guid,
    states: [...item.states, ...from.states],
    embargo: item.embargo ?? from.embargo,
    advice: [...item.advice, ...from.advice],
    remote: item.remote ?? from.remote,
  }
}

function either<Value>(values: readonly Value[], others: readonly Value[]): readonly Value[] {
  return values.length > 0 ? values : others
}
