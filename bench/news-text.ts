/** News to measure on: what `seeds/` and `training/` hold in a language, and one text of any length made of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { goldArticle, type TrainingArticle } from '../src/evaluation/training-article.ts'
import type { ArticleInput } from '../src/extraction/annotations.ts'
import { readDocument } from '../src/reading/read-document.ts'
import { isRefusal } from '../src/reading/refusal.ts'

const SEEDS = new URL('../seeds/documents/', import.meta.url)
const TRAINING = new URL('../training/', import.meta.url)

/** All articles in a language (BCP 47), in the order of their files. */
export function articlesIn(language: string): ArticleInput[] {
  return [...seeds(), ...training()].filter((article) => article.language === language)
}

/** One article of at least so many bytes of UTF-8: the texts one behind the other, from the first again at the end. */
export function articleOf(articles: readonly ArticleInput[], bytes: number): ArticleInput {
  const [first] = articles
  if (first === undefined) throw new Error('There is no article to make a text of.')
  const texts: string[] = []
  for (let size = 0; size < bytes; ) {
    const { text } = articles[texts.length % articles.length] ?? first
    texts.push(text)
    size += bytesOf(text)
  }
  return { ...first, text: texts.join('\n\n') }
}

/** Bytes of UTF-8 that a text or an article takes. */
export function bytesOf(words: string | ArticleInput): number {
  return typeof words === 'string' ? Buffer.byteLength(words) : bytesOf(words.headline) + bytesOf(words.text)
}

function seeds(): ArticleInput[] {
  return readdirSync(SEEDS)
    .sort()
    .flatMap((filename) => {
      const bytes = readFileSync(new URL(filename, SEEDS))
      const page = readDocument({ bytes, filename, mediaType: null, url: null })
      return isRefusal(page)
        ? []
        : page.articles.map((article) => ({ ...article, source: article.source?.name ?? null }))
    })
}

function training(): ArticleInput[] {
  return readdirSync(TRAINING)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, TRAINING), 'utf8').trim().split('\n'))
    .map((line) => goldArticle(JSON.parse(line) as TrainingArticle).input)
}
