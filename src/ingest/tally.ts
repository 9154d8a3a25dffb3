import type { Failure } from '../store/dead-letters.ts'
import type { Reading } from '../store/outcomes.ts'

/** Something that was refused, by where it was found. */
export type Refused = { readonly at: string; readonly failure: Failure }

/** What came of a run. Its size doesn't grow with the run's. */
export type Tally = {
  readonly stored: number
  /** Documents that were in already, or came twice. */
  readonly duplicates: number
  readonly refused: number
  readonly articles: number
  /** By media type: what was stored. */
  readonly formats: ReadonlyMap<string, { readonly documents: number; readonly articles: number }>
  /** By code: how many notes the stored documents have. */
  readonly notes: ReadonlyMap<string, number>
  /** By code: how many were refused. */
  readonly reasons: ReadonlyMap<string, number>
  /** The first of the refused ones. */
  readonly refusals: readonly Refused[]
}

/** Refused ones that are named; all of them are counted. */
const mostNamed = 1_000

/** Counts what comes of a run. */
export class RunningTally implements Tally {
  /** How many were handed over. */
  found = 0
  stored = 0
  duplicates = 0
  refused = 0
  articles = 0
  readonly formats = new Map<string, { documents: number; articles: number }>()
  readonly notes = new Map<string, number>()
  readonly reasons = new Map<string, number>()
  readonly refusals: Refused[] = []

  /** How many have an outcome. */
  get done(): number {
    return this.stored + this.duplicates + this.refused
  }

  store({ mediaType, articles, notes }: Omit<Reading, 'sha256'>): void {
    const format = this.formats.get(mediaType) ?? { documents: 0, articles: 0 }
    this.formats.set(mediaType, { documents: format.documents + 1, articles: format.articles + articles })
    for (const code of notes) this.notes.set(code, (this.notes.get(code) ?? 0) + 1)
    this.stored += 1
    this.articles += articles
  }

  refuse(at: string, { stage, code, message }: Failure): void {
    this.refused += 1
    this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1)
    if (this.refusals.length < mostNamed) this.refusals.push({ at, failure: { stage, code, message } })
  }
}
