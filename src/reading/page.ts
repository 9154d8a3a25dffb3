import type { Span } from '../text/span.ts'
import type { DateBasis } from '../time/fuzzy-date.ts'
import type { Refusal } from './refusal.ts'

/** A document as it was handed over, before anything was understood. */
export type RawDocument = {
  readonly bytes: Uint8Array
  readonly filename: string | null
  readonly mediaType: string | null
  readonly url: string | null
  /** RFC 3339 instant at which it was fetched, as the archive or the server that handed it over says; absent or null when nobody does. */
  readonly retrievedAt?: string | null
}

/** A page's own article; another article's text inside it; a bare related headline. */
export type ArticleKind = 'MAIN' | 'EMBEDDED' | 'HEADLINE'

/** What a stretch of a document is there for. HEADLINE, BODY, SUBHEADING and KEYWORDS belong to an article. */
export type PartKind =
  | 'HEADLINE'
  | 'HEADLINE_REPEATED'
  | 'BODY'
  | 'SUBHEADING'
  | 'PUBLISHER'
  | 'CRAWL_TIME'
  | 'PUBLICATION_DATE'
  | 'BYLINE'
  | 'DATELINE'
  | 'ADVERT'
  | 'SOURCE_LINE'
  | 'KEYWORDS'
  | 'READ_ALSO'
  | 'RELATED_HEADING'
  | 'RELATED_BULLET'
  | 'CAPTION'
  | 'NAVIGATION'
  | 'SHARE'
  | 'COMMENTS'
  | 'FOOTER'
  | 'ABSTRACT'
  | 'METADATA'
  | 'MARKUP'
  | 'BLANK'

/** A stretch of the document's text; the parts of a page tile its text without gap or overlap. */
export type PagePart = Span & {
  readonly kind: PartKind
  /** Index into the page's articles; null when it belongs to the page alone. */
  readonly article: number | null
}

/** A repair or a doubt about the document. */
export type PageNote = {
  /** Stable and upper case: DATE_CONTRADICTS_WEEKDAY, MOJIBAKE_REPAIRED, NUL_DROPPED, NO_ARTICLE … */
  readonly code: string
  /** One sentence that a person understands. */
  readonly message: string
  /** Into the document's text; null when the note is about the whole. */
  readonly span: Span | null
}

/** The outlet that published an article, as the page names it. */
export type PageSource = { readonly name: string; readonly domain: string | null }

/** An article as the page gives it; headline and text are exact slices of the document, joined where furniture lay. */
export type PageArticle = {
  readonly kind: ArticleKind
  readonly headline: string
  /** Paragraphs parted by a blank line; "" for a bare headline. */
  readonly text: string
  /** BCP 47. */
  readonly language: string
  readonly url: string | null
  /** What its outlet calls it in a feed or a wire, whatever its version; unique within the outlet at best. */
  readonly guid: string | null
  readonly source: PageSource | null
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  /** The day that the outlet printed, YYYY-MM-DD. */
  readonly publishedOn: string | null
  /** RFC 3339 instant, where the page gives one with its offset. */
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  /** What `publishedOn` rests on; null when there is none. */
  readonly dateBasis: DateBasis | null
}

/** What a reader makes of a document. */
export type Page = {
  /** The whole decoded document. */
  readonly text: string
  /** What it turned out to be, e.g. `text/plain`, `application/json`. */
  readonly mediaType: string
  readonly url: string | null
  /** RFC 3339 instant, as the document itself says, else when it was retrieved. */
  readonly crawledAt: string | null
  /** In page order, MAIN first. */
  readonly articles: readonly PageArticle[]
  readonly parts: readonly PagePart[]
  readonly notes: readonly PageNote[]
}

/** One format. `sniff` says how sure it is (0 no, 1 certain) from the decoded text and the names it came with. */
export type Reader = {
  readonly name: string
  sniff(text: string, raw: RawDocument): number
  read(text: string, raw: RawDocument): Page | Refusal
}
