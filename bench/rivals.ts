/** Other libraries that read news pages, behind one interface, so that they are measured as ours are. */
import { existsSync } from 'node:fs'
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { FoundArticle, ReadingMeasure } from '../src/evaluation/reading-score.ts'

/** One library: what it gives at all, and its reading of a page that was decoded for it. */
export type Rival = {
  readonly name: string
  readonly gives: readonly ReadingMeasure[]
  read(html: string): FoundArticle | null | Promise<FoundArticle | null>
}

/** Some of them want to know where the page was; the documents do not all say. */
const ADDRESS = 'https://example.org/page'
const METASCRAPER = new URL('metascraper/', import.meta.url)

const readability: Rival = {
  name: 'Readability',
  gives: ['headline', 'publishedOn', 'body', 'clean', 'authors'],
  read(html) {
    const article = new Readability(parseHTML(html).document).parse()
    if (article === null) return null
    return found(article.title, textOf(article.content), article.publishedTime, article.byline)
  },
}

const articleExtractor: Rival = {
  name: 'article-extractor',
  gives: ['headline', 'publishedOn', 'body', 'clean', 'authors'],
  async read(html) {
    const article = await extractFromHtml(html, ADDRESS)
    return article === null ? null : found(article.title, textOf(article.content), article.published, article.author)
  },
}

/** All that are installed, and what to do for one that is not. */
export async function rivals(): Promise<{ readonly rivals: readonly Rival[]; readonly missing: string | null }> {
  if (!existsSync(new URL('node_modules', METASCRAPER)))
    return {
      rivals: [readability, articleExtractor],
      missing: 'metascraper is not installed: npm ci --ignore-scripts --prefix bench/metascraper',
    }
  const { read }: { read: MetascraperRead } = await import(new URL('read.js', METASCRAPER).href)
  const metascraper: Rival = {
    name: 'metascraper',
    gives: ['headline', 'publishedOn', 'authors'],
    async read(html) {
      const { title, author, datePublished } = await read(html, ADDRESS)
      return found(title, '', datePublished, author)
    },
  }
  return { rivals: [readability, articleExtractor, metascraper], missing: null }
}

type MetascraperRead = (
  html: string,
  address: string,
) => Promise<{ readonly title: string | null; readonly author: string | null; readonly datePublished: string | null }>

type Field = string | null | undefined

function found(title: Field, text: string, published: Field, author: Field): FoundArticle {
  const at = published == null ? Number.NaN : Date.parse(published)
  const instant = Number.isNaN(at) ? null : new Date(at).toISOString()
  return {
    kind: 'MAIN',
    headline: title ?? '',
    text,
    // The day as it stands there, where it stands year first; else the day that the instant has.
    publishedOn: /^\d{4}-\d{2}-\d{2}/u.exec(published ?? '')?.[0] ?? instant?.slice(0, 10) ?? null,
    publishedAt: instant,
    authors: author == null || author === '' ? [] : author.split(/\s*(?:,|\band\b)\s*/u),
    source: null,
  }
}

/** The words of an extract, those of neighbouring blocks kept apart. */
function textOf(html: Field): string {
  const spaced = (html ?? '').replace(/<\/?(?:p|div|h\d|li|br|figcaption|td|section|article)\b/giu, '\n$&')
  return parseHTML(`<html><body>${spaced}</body></html>`).document.body.textContent ?? ''
}
