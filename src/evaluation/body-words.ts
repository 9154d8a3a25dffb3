/** Compares two bodies by their words: a bag of folded words each, so that paragraphs, marks and forms of letters are free. */
import { tokenize } from '../text/tokens.ts'

/** Shares of words, and the paragraphs that one side lacks. */
export type BodyComparison = {
  /** Of the found words, how many belong there. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly faults: readonly string[]
}

/** A paragraph is called missing or extra when so much of it has no counterpart. */
const LACKING = 0.4
/** Letters of a paragraph that a fault quotes. */
const QUOTED = 90
/** Single words that a fault names. */
const NAMED = 12

/** Compares paragraphs with a text; `optional` words count neither for nor against it. */
export function compareBodies(expected: readonly string[], optional: readonly string[], found: string): BodyComparison {
  const wanted = expected.map(wordsOf)
  const got = found.split(/\n+/u).filter((line) => line.trim() !== '')
  const gotWords = got.map(wordsOf)
  const missing = lacking(wanted, gotWords)
  const extra = lacking(gotWords, [...wanted, ...optional.map(wordsOf)])
  const free = count(gotWords) - count(wanted) - extra.words + missing.words
  const hits = count(wanted) - missing.words
  const counted = count(gotWords) - Math.max(0, free)
  const precision = counted === 0 ? 1 : hits / counted
  const recall = count(wanted) === 0 ? 1 : hits / count(wanted)
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    faults: [
      ...missing.paragraphs.map((index) => `missing ${quote(expected[index] ?? '')}`),
      ...single('missing', missing.single),
      ...extra.paragraphs.map((index) => `extra ${quote(got[index] ?? '')}`),
      ...single('extra', extra.single),
    ],
  }
}

/** Words of `these` without a counterpart in `those`: how many, the paragraphs made of such, and what is left beside. */
type Lack = { readonly words: number; readonly paragraphs: readonly number[]; readonly single: readonly string[] }

function lacking(these: readonly string[][], those: readonly string[][]): Lack {
  const bag = new Map<string, number>()
  for (const word of those.flat()) bag.set(word, (bag.get(word) ?? 0) + 1)
  let words = 0
  const paragraphs: number[] = []
  const single: string[] = []
  for (const [index, paragraph] of these.entries()) {
    const here = paragraph.filter((word) => {
      const left = bag.get(word) ?? 0
      if (left > 0) bag.set(word, left - 1)
      return left === 0
    })
    words += here.length
    if (here.length > paragraph.length * LACKING) paragraphs.push(index)
    else single.push(...here)
  }
  return { words, paragraphs, single }
}

function single(what: string, words: readonly string[]): string[] {
  if (words.length === 0) return []
  const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : ''
  return [`${what} words ${words.slice(0, NAMED).join(', ')}${more}`]
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== 'PUNCTUATION')
    .map(({ key }) => key)
}

function count(paragraphs: readonly string[][]): number {
  return paragraphs.reduce((sum, words) => sum + words.length, 0)
}

function quote(paragraph: string): string {
  return `«${paragraph.length > QUOTED ? `${paragraph.slice(0, QUOTED)}…` : paragraph}»`
}
