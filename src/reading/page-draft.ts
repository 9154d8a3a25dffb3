/**
 * A page while it is being read: articles that still grow, and stretches of the document that somebody has claimed.
 * Finished, its parts tile the document: what nobody claimed is blank or stray markup, and is said to be so.
 */

import { languageOf } from '../text/language.ts'
import type { Span } from '../text/span.ts'
import type { DateBasis } from '../time/fuzzy-date.ts'
import { isBlank } from './lines.ts'
import type { ArticleKind, Page, PageArticle, PageNote, PagePart, PageSource, PartKind } from './page.ts'
import type { PageDate } from './printed-date.ts'

/** An article that is still being read. */
export type ArticleDraft = {
  kind: ArticleKind
  headline: string
  text: string
  /** BCP 47, as its page or its feed declares it; the text decides where it says another thing. */
  language: string | null
  url: string | null
  guid: string | null
  source: PageSource | null
  authors: string[]
  keywords: string[]
  publishedOn: string | null
  publishedAt: string | null
  updatedAt: string | null
  dateBasis: DateBasis | null
  /** Where it begins in the document, for page order. */
  readonly start: number
}

/**
 * Gives an article the date that its page prints, if it has none yet, and notes what contradicts it; `place` is where the
 * date stands in the document.
 */
export function printDate(
  draft: PageDraft,
  article: ArticleDraft,
  date: PageDate,
  basis: DateBasis,
  place: Span | null,
): void {
  if (date.contradiction !== null) draft.note('DATE_CONTRADICTS_WEEKDAY', date.contradiction, place)
  for (const { code, message } of date.remarks ?? []) draft.note(code, message, place)
  if (article.publishedOn !== null) return
  article.publishedOn = date.day
  article.publishedAt = date.instant
  article.dateBasis = basis
}

/** Gives an article its outlet, if the page has not named one yet and this is a name. */
export function nameSource(article: ArticleDraft, name: string | null): void {
  if (name !== null && name !== '') article.source ??= { name, domain: null }
}

/** A page that is still being read. */
export class PageDraft {
  readonly text: string
  readonly articles: ArticleDraft[] = []
  readonly notes: PageNote[] = []
  crawledAt: string | null = null
  readonly #claims: { start: number; end: number; kind: PartKind; article: ArticleDraft | null }[] = []

  constructor(text: string) {
    this.text = text
  }

  /** Begins an article at an offset of the document. */
  open(kind: ArticleKind, headline: string, start: number): ArticleDraft {
    const article: ArticleDraft = {
      kind,
      headline,
      text: '',
      language: null,
      url: null,
      guid: null,
      source: null,
      authors: [],
      keywords: [],
      publishedOn: null,
      publishedAt: null,
      updatedAt: null,
      dateBasis: null,
      start,
    }
    this.articles.push(article)
    return article
  }

  /** Says what a stretch is for. Stretches must not overlap; an empty one is passed over. */
  claim(span: Span, kind: PartKind, article: ArticleDraft | null = null): void {
    if (span.start < span.end) this.#claims.push({ start: span.start, end: span.end, kind, article })
  }

  /** Leaves a word about the document. */
  note(code: string, message: string, span: Span | null = null): void {
    this.notes.push({ code, message, span })
  }

  /** The finished page. `stray` is what unclaimed stretches with words are called. */
  finish(mediaType: string, url: string | null, stray: PartKind): Page {
    const ordered = [...this.articles].sort((a, b) => rank(a) - rank(b) || a.start - b.start)
    return {
      text: this.text,
      mediaType,
      url,
      crawledAt: this.crawledAt,
      articles: ordered.map((article) => finishArticle(article)),
      parts: this.#tile(ordered, stray),
      notes: this.notes,
    }
  }

  #tile(articles: readonly ArticleDraft[], stray: PartKind): PagePart[] {
    const numbers = new Map(articles.map((article, index) => [article, index]))
    const parts: PagePart[] = []
    let at = 0
    const fill = (end: number): void => {
      if (end <= at) return
      const kind = isBlank(this.text.slice(at, end)) ? 'BLANK' : stray
      parts.push({ start: at, end, kind, article: null })
      at = end
    }
    for (const claim of this.#claims.sort((a, b) => a.start - b.start || a.end - b.end)) {
      const start = Math.max(claim.start, at)
      fill(start)
      if (claim.end <= start) continue
      const article = claim.article === null ? null : (numbers.get(claim.article) ?? null)
      parts.push({ start, end: claim.end, kind: claim.kind, article })
      at = claim.end
    }
    fill(this.text.length)
    return parts
  }
}

function rank(article: ArticleDraft): number {
  return article.kind === 'MAIN' ? 0 : 1
}

function finishArticle(draft: ArticleDraft): PageArticle {
  const { start, ...article } = draft
  return { ...article, language: languageOf(`${draft.headline}\n${draft.text.slice(0, 2000)}`, draft.language) }
}
