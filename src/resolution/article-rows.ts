/** Articles of a page as rows, with their outlets, their sentences, and the page's parts and notes. */
import type { ArticleAnnotations, SentenceAnnotation } from '../extraction/annotations.ts'
import type { Page, PageArticle, PageSource } from '../reading/page.ts'
import { searchForms } from '../text/search-forms.ts'
import { articleId, sentenceId, sourceId } from './ids.ts'
import type { ArticleRow, NoteRow, PartRow, SentenceRow, SourceRow } from './knowledge.ts'
import { isKnownName } from './known-name.ts'
import { outletOf } from './lexicon-facts.ts'
import { nameKey } from './name-key.ts'
import { simhash, textKey } from './text-key.ts'
import { versionKeys } from './version-key.ts'

/** The rows of a page's articles, in their order. */
export function articleRows({ articles }: Page, sha256: string): ArticleRow[] {
  const outlets = articles.map(({ source }) => (source === null ? null : sourceRow(source).key))
  const keys = versionKeys(articles, outlets)
  return articles.map((article, ordinal) => articleRow(article, ordinal, sha256, keys[ordinal] ?? null))
}

function articleRow(article: PageArticle, ordinal: number, sha256: string, versionKey: string | null): ArticleRow {
  return {
    id: articleId(sha256, ordinal),
    ordinal,
    kind: article.kind,
    headline: article.headline,
    text: article.text,
    language: article.language,
    url: article.url,
    sourceId: article.source === null ? null : sourceRow(article.source).id,
    authors: article.authors,
    keywords: article.keywords,
    publishedOn: article.publishedOn,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    textKey: textKey(article.headline, article.text),
    simhash: simhash(article.text),
    versionKey,
    searchHeadline: searchForms(article.headline, isKnownName),
    searchText: searchForms(article.text, isKnownName),
  }
}

/** The outlets of a page, each once, sorted by id. */
export function sourceRows(page: Page): SourceRow[] {
  const found = new Map<string, SourceRow>()
  for (const { source } of page.articles) {
    if (source === null) continue
    const row = sourceRow(source)
    const known = found.get(row.id)
    found.set(row.id, known === undefined ? row : { ...known, domain: known.domain ?? row.domain })
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** An article's sentences; ordinals are those that its annotations use. */
export function sentenceRows(article: ArticleRow, annotations: ArticleAnnotations): SentenceRow[] {
  return annotations.sentences.map((sentence: SentenceAnnotation, ordinal) => {
    const { field, start, end } = sentence
    const text = (field === 'HEADLINE' ? article.headline : article.text).slice(start, end)
    return { id: sentenceId(article.id, field, start), articleId: article.id, ordinal, field, start, end, text }
  })
}

export function partRows(page: Page, articles: readonly ArticleRow[]): PartRow[] {
  return page.parts.map(({ kind, start, end, article }) => {
    return { kind, start, end, articleId: article === null ? null : (articles[article]?.id ?? null) }
  })
}

/** Notes of the page, then those that reading the articles' texts raised, which point into no document text. */
export function noteRows(page: Page, annotations: readonly ArticleAnnotations[]): NoteRow[] {
  const ofPage = page.notes.map(({ code, message, span }) => {
    return { code, message, start: span?.start ?? null, end: span?.end ?? null }
  })
  const ofTexts = annotations.flatMap((article, at) =>
    article.notes.map(({ code, message, span }) => {
      const words = page.articles[at]
      const slice =
        span === null ? null : (span.field === 'HEADLINE' ? words?.headline : words?.text)?.slice(span.start, span.end)
      const start = slice === null || slice === undefined || slice === '' ? -1 : page.text.indexOf(slice)
      return { code, message, start: start < 0 ? null : start, end: start < 0 ? null : start + (slice?.length ?? 0) }
    }),
  )
  return [...ofPage, ...ofTexts]
}

function sourceRow(source: PageSource): SourceRow {
  const outlet = outletOf(source)
  const key = outlet?.key ?? nameKey(source.name)
  const name = outlet?.name ?? source.name
  const domain = source.domain ?? outlet?.domain ?? null
  return { id: sourceId(key), key, name, domain, countryCode: outlet?.countryCode ?? null }
}
