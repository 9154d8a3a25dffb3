/** Counting: what was found, missed and found too much, by kind. */

/**
 * What is measured. `countries` and `quotes` hold those behind them together; `eventsFull`, `eventDates` and
 * `eventStatus` ask of detected events for all actors and recipients, the date, the status.
 */
export const kinds = [
  'persons',
  'countries',
  'countryNames',
  'countryDemonyms',
  'countryMetonyms',
  'organizations',
  'places',
  'roles',
  'timeSpans',
  'timeValues',
  'events',
  'eventsFull',
  'eventDates',
  'eventStatus',
  'quotes',
  'directQuotes',
  'reportedSpeech',
] as const

export type Kind = (typeof kinds)[number]

/** Whether a word names something that is measured. */
export function isKind(word: string): word is Kind {
  return kinds.some((kind) => kind === word)
}

/** Right, missed, and found where nothing is. */
export type Counts = { readonly hits: number; readonly missed: number; readonly extra: number }

/** What one scorer says of one article. */
export type Outcome = Counts & {
  readonly kind: Kind
  /** What went wrong, in words: `missed «…»`, `extra «…» (rule)`. */
  readonly faults: readonly string[]
}

export type Figures = Counts & { readonly precision: number; readonly recall: number; readonly f1: number }

export const nothing: Counts = { hits: 0, missed: 0, extra: 0 }

export function sum(a: Counts, b: Counts): Counts {
  return { hits: a.hits + b.hits, missed: a.missed + b.missed, extra: a.extra + b.extra }
}

/** Precision, recall and their harmonic mean, each 0 to 1; all 1 where there was nothing to find and nothing found. */
export function figures(counts: Counts): Figures {
  const { hits, missed, extra } = counts
  const precision = ratio(hits, hits + extra)
  const recall = ratio(hits, hits + missed)
  const f1 = ratio(2 * hits, 2 * hits + missed + extra)
  return { ...counts, precision, recall, f1 }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

/** Something expected or found: equal keys are equal things, `says` is for people. */
export type Item = { readonly key: string; readonly says: string }

/** Compares two sets of things by their keys; what stands twice counts once. */
export function compare(kind: Kind, expected: readonly Item[], found: readonly Item[]): Outcome {
  const wanted = new Map(expected.map((item) => [item.key, item]))
  const got = new Map(found.map((item) => [item.key, item]))
  const missed = [...wanted.values()].filter(({ key }) => !got.has(key))
  const extra = [...got.values()].filter(({ key }) => !wanted.has(key))
  return {
    kind,
    hits: wanted.size - missed.length,
    missed: missed.length,
    extra: extra.length,
    faults: [...missed.map(({ says }) => `missed ${says}`), ...extra.map(({ says }) => `extra ${says}`)],
  }
}
