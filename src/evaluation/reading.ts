/** The readers against documents with what they should become: figures by format and measure. */
import type { Page, RawDocument } from '../reading/page.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import type { Expectation } from './reading-expectation.ts'
import {
  chooseExpectation,
  type FoundArticle,
  type ReadingMeasure,
  type ReadingOutcome,
  readingMeasures,
  scoreDocument,
} from './reading-score.ts'

/** A document, and what it should become; no expectations where nobody wrote any. */
export type ReadingCase = {
  readonly id: string
  readonly raw: RawDocument
  /** Of several the one that fits the document counts. */
  readonly expectations: readonly Expectation[]
}

/** What became of one document. */
export type ReadingResult = {
  readonly id: string
  /** The media type that it was read as; REFUSED with `refusal` where it was not. */
  readonly format: string
  readonly refusal: string | null
  readonly articles: number
  /** Read, and no article in it nor a note that says why. */
  readonly isSilent: boolean
  readonly outcomes: readonly ReadingOutcome[]
}

/** The mean of one measure over everything that was compared. */
export type ReadingFigure = { readonly mean: number; readonly of: number }

export type ReadingFigures = Readonly<Partial<Record<ReadingMeasure, ReadingFigure>>>

export const REFUSED = 'refused'

/** Reads a document and compares. */
export function evaluateReading({ id, raw, expectations }: ReadingCase): ReadingResult {
  const outcome = readDocument(raw)
  if (!isRefusal(outcome)) return compare(id, outcome, expectations)
  const refusal = `${outcome.code}: ${outcome.message}`
  const expected = expectations[0]
  const outcomes = expected === undefined ? [] : scoreDocument(expected, [])
  return { id, format: REFUSED, refusal, articles: 0, isSilent: false, outcomes }
}

/** Means by format, `all` first; documents without an expectation add nothing. */
export function readingFigures(results: readonly ReadingResult[]): Readonly<Record<string, ReadingFigures>> {
  const measured = results.filter(({ outcomes }) => outcomes.length > 0)
  const formats = [...new Set(measured.map(({ format }) => format))].sort()
  const figuresOf = (some: readonly ReadingResult[]) => meansOf(some.flatMap(({ outcomes }) => outcomes))
  return Object.fromEntries([
    ['all', figuresOf(measured)],
    ...formats.map((format) => [format, figuresOf(measured.filter((one) => one.format === format))] as const),
  ])
}

/** The mean of each measure that occurs. */
export function meansOf(outcomes: readonly ReadingOutcome[]): ReadingFigures {
  return Object.fromEntries(
    readingMeasures.flatMap((measure) => {
      const scores = outcomes.filter((one) => one.measure === measure).map(({ score }) => score)
      if (scores.length === 0) return []
      return [[measure, { mean: scores.reduce((sum, score) => sum + score, 0) / scores.length, of: scores.length }]]
    }),
  )
}

function compare(id: string, page: Page, expectations: readonly Expectation[]): ReadingResult {
  const expected = chooseExpectation(expectations, page.text)
  const found: readonly FoundArticle[] = page.articles
  return {
    id,
    format: page.mediaType,
    refusal: null,
    articles: page.articles.length,
    isSilent: page.articles.length === 0 && page.notes.length === 0,
    outcomes: expected === null ? [] : scoreDocument(expected, found),
  }
}
