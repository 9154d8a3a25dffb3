/**
 * Gives the time words of a sentence that no clause has claimed to the act that they belong to: "أعلن X نفسه رئيسا لما
 * سمي المجلس، الجمعة", "في الرباط، حيث …، أمس، التقى", and lets an act that و adds share the day that stands before it.
 */
import type { ReportAnnotation } from '../annotations.ts'
import { ASIDE } from './clause-levels.ts'
import type { SentenceView } from './sentence-view.ts'

/** A report with where it stands: tokens of its trigger and of its clause, `end` exclusive. */
export type Placed = {
  readonly report: ReportAnnotation
  readonly at: number
  readonly start: number
  readonly end: number
  /** و or ف adds it to the act before, and its subject is that one's. */
  readonly added: boolean
}

/** The reports with their dates completed; linear in tokens and times. */
export function withSentenceDates(
  view: SentenceView,
  placed: readonly Placed[],
  levels: Uint8Array,
): readonly ReportAnnotation[] {
  const dated = placed.map((one) => one.report)
  for (const time of view.times) {
    if (time.time.date === null) continue
    if (placed.some((one) => one.start <= time.first && time.first < one.end)) continue
    const at = ownerOf(view, placed, dated, levels, time.first, time.last)
    const report = dated[at]
    if (report !== undefined) dated[at] = { ...report, date: time.time.date }
  }
  for (const [at, one] of placed.entries()) {
    const report = dated[at]
    if (!one.added || report?.date !== null || report.status !== 'REPORTED') continue
    const before = view.times.findLast(
      ({ time, first, last }) => time.date !== null && last < one.at && levels[first] === levels[one.at],
    )
    if (before !== undefined) dated[at] = { ...report, date: before.time.date }
  }
  return dated
}

/** The undated act that the time words belong to: the nearest before them at their level, else the next behind. */
function ownerOf(
  view: SentenceView,
  placed: readonly Placed[],
  dated: readonly ReportAnnotation[],
  levels: Uint8Array,
  first: number,
  last: number,
): number {
  const level = levels[first] ?? ASIDE
  if (level === ASIDE) return -1
  for (let back = first - 1; back >= 0; back--) {
    if (levels[back] !== level || !isVerb(view, back)) continue
    const at = placed.findIndex((one) => one.at === back)
    if (dated[at]?.date === null) return at
    if (at >= 0) return -1
    break
  }
  // "قررت الحكومة، الثلاثاء، قطع": the act may be a noun behind a verb that only decides on it.
  for (let next = last + 1; next < view.tokens.length; next++) {
    if (levels[next] !== level || !(isVerb(view, next) || placed.some((one) => one.at === next))) continue
    const at = placed.findIndex((one) => one.at === next)
    return dated[at]?.date === null ? at : -1
  }
  return -1
}

function isVerb(view: SentenceView, at: number): boolean {
  return (view.verbs[at] ?? []).some((verb) => !verb.nounLike || verb.events.length > 0)
}
