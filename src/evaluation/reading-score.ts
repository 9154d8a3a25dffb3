/** Compares what was read from one document with what it should become, measure by measure. */
import { foldKey } from '../text/fold.ts'
import { tokenize } from '../text/tokens.ts'
import { compareBodies } from './body-words.ts'
import type { Expectation, ExpectedArticle } from './reading-expectation.ts'

/**
 * `articles`: as many as there are, none made up. `headline`, `publishedOn`, `outlet`: right or not. `body`: F1 of its
 * words. `clean`: how many of its words belong there, so that furniture shows. `authors`, `related`: F1 of names, of bare
 * headlines of other stories.
 */
export const readingMeasures = [
  'articles',
  'headline',
  'publishedOn',
  'body',
  'clean',
  'authors',
  'outlet',
  'related',
] as const

export type ReadingMeasure = (typeof readingMeasures)[number]

/** Whether a word names something that is measured. */
export function isReadingMeasure(word: string): word is ReadingMeasure {
  return readingMeasures.some((measure) => measure === word)
}

/** What a reader, ours or another, found of one article. Fields that it never gives are absent and count as missed. */
export type FoundArticle = {
  readonly kind: string
  readonly headline: string
  readonly text: string
  readonly publishedOn: string | null
  readonly publishedAt: string | null
  readonly authors: readonly string[]
  readonly source: { readonly name: string } | null
}

/** One comparison: 0 wrong to 1 right, and what is wrong in words. */
export type ReadingOutcome = {
  readonly measure: ReadingMeasure
  readonly score: number
  readonly fault: string | null
}

/** Compares everything that the expectation tells of a document. */
export function scoreDocument(expected: Expectation, found: readonly FoundArticle[]): ReadingOutcome[] {
  const articles = found.filter(({ kind }) => kind !== 'HEADLINE')
  const pairs = pairArticles(expected.articles, articles)
  const more = articles.length - pairs.filter(([, article]) => article !== null).length
  const missed = pairs.length - (articles.length - more)
  const related = found.filter(({ kind }) => kind === 'HEADLINE').map(({ headline }) => headline)
  return [
    {
      measure: 'articles',
      score: f1(pairs.length - missed, missed, more),
      fault: missed + more === 0 ? null : `${expected.articles.length} expected, ${articles.length} found`,
    },
    ...pairs.flatMap(([wanted, article]) => scoreArticle(wanted, article)),
    ...(expected.related === undefined ? [] : compareNames('related', expected.related, related)),
  ]
}

/** Of several expectations the one whose words the document holds. */
export function chooseExpectation(expectations: readonly Expectation[], document: string): Expectation | null {
  if (expectations.length < 2) return expectations[0] ?? null
  const words = new Set(tokenize(document).map(({ key }) => key))
  let best: { expectation: Expectation; share: number } | null = null
  for (const expectation of expectations) {
    const wanted = tokenize(expectation.articles.flatMap(({ paragraphs = [] }) => paragraphs).join('\n'))
    const share = wanted.filter(({ key }) => words.has(key)).length / Math.max(1, wanted.length)
    if (best === null || share > best.share) best = { expectation, share }
  }
  return best?.expectation ?? null
}

/** By headline first, what is left in its order. */
function pairArticles(
  expected: readonly ExpectedArticle[],
  found: readonly FoundArticle[],
): [ExpectedArticle, FoundArticle | null][] {
  const free = new Set(found)
  const byHeadline = Map.groupBy(found, ({ headline }) => sameHeadline(headline))
  const pairs = new Map<ExpectedArticle, FoundArticle>()
  for (const wanted of expected) {
    const match = byHeadline.get(sameHeadline(wanted.headline ?? ''))?.find((article) => free.has(article))
    if (match === undefined) continue
    pairs.set(wanted, match)
    free.delete(match)
  }
  const rest = [...free]
  return expected.map((wanted) => [wanted, pairs.get(wanted) ?? rest.shift() ?? null])
}

function scoreArticle(expected: ExpectedArticle, found: FoundArticle | null): ReadingOutcome[] {
  const { headline, published, paragraphs, optional = [], authors, outlet } = expected
  const outcomes: ReadingOutcome[] = []
  if (headline !== undefined) {
    const isSame = found !== null && sameHeadline(headline) === sameHeadline(found.headline)
    outcomes.push(oneOutcome('headline', isSame, headline, found?.headline ?? null))
  }
  if (published !== undefined) {
    const isSame = found !== null && isSameDate(published, found)
    outcomes.push(oneOutcome('publishedOn', isSame, published?.day ?? null, found?.publishedOn ?? null))
  }
  if (paragraphs !== undefined) {
    const { precision, f1: score, faults } = compareBodies(paragraphs, optional, found?.text ?? '')
    const fault = faults.length === 0 ? null : faults.join('; ')
    outcomes.push({ measure: 'body', score, fault: score < 1 ? fault : null })
    if (found !== null && found.text !== '')
      outcomes.push({ measure: 'clean', score: precision, fault: precision < 1 ? fault : null })
  }
  if (authors !== undefined) outcomes.push(...compareNames('authors', authors, found?.authors ?? []))
  if (outlet !== undefined) {
    const name = found?.source?.name ?? null
    outcomes.push(oneOutcome('outlet', foldKey(outlet ?? '') === foldKey(name ?? ''), outlet, name))
  }
  return outcomes
}

/** The printed day, or the same instant told in another zone. */
function isSameDate(expected: NonNullable<ExpectedArticle['published']> | null, found: FoundArticle): boolean {
  if (expected === null || found.publishedOn === null) return expected === null && found.publishedOn === null
  if (expected.day === found.publishedOn) return true
  if (expected.instant === null || found.publishedAt === null) return false
  return Date.parse(expected.instant) === Date.parse(found.publishedAt)
}

function oneOutcome(
  measure: ReadingMeasure,
  isRight: boolean,
  expected: string | null,
  found: string | null,
): ReadingOutcome {
  return { measure, score: isRight ? 1 : 0, fault: isRight ? null : `expected ${say(expected)}, found ${say(found)}` }
}

/** Sets of names; where neither side has any, nothing is measured. */
function compareNames(
  measure: ReadingMeasure,
  expected: readonly string[],
  found: readonly string[],
): ReadingOutcome[] {
  const wanted = new Map(expected.map((name) => [sameName(name), name]))
  const got = new Map(found.map((name) => [sameName(name), name]))
  if (wanted.size + got.size === 0) return []
  const missed = [...wanted.keys()].filter((key) => !got.has(key)).map((key) => wanted.get(key) ?? null)
  const extra = [...got.keys()].filter((key) => !wanted.has(key)).map((key) => got.get(key) ?? null)
  const fault = [...missed.map((name) => `missed ${say(name)}`), ...extra.map((name) => `extra ${say(name)}`)]
  return [
    {
      measure,
      score: f1(wanted.size - missed.length, missed.length, extra.length),
      fault: fault.length === 0 ? null : fault.join(', '),
    },
  ]
}

/** Letters and digits alone: marks, quotes and white space make no other headline. */
function sameHeadline(headline: string): string {
  return foldKey(headline)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function sameName(name: string): string {
  return sameHeadline(name).replace(/^by /u, '')
}

function say(value: string | null): string {
  return value === null ? 'none' : `«${value}»`
}

function f1(hits: number, missed: number, extra: number): number {
  return hits + missed + extra === 0 ? 1 : (2 * hits) / (2 * hits + missed + extra)
}
