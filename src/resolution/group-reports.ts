/**
 * Sorts reports into occurrences: same type, same participants, compatible dates. Pure and free of order: whatever the
 * order of loading, the same reports give the same events.
 *
 * 1. Reports with dates, the most precise first: each joins the occurrence whose days it shares, when there is only one
 *    such or one is nearest its article's day; else it begins its own.
 * 2. Undated reports join an occurrence of the same text (a copy or near copy, or the same article), else the nearest dated one of
 *    the seven days before their publication, else each other when published within one week.
 */
import type { EventStatus } from '../extraction/annotations.ts'
import type { FuzzyDate } from '../time/fuzzy-date.ts'
import { daysBetween, NO_DAY } from './days.ts'
import { eventId } from './ids.ts'
import { independentTexts } from './independent-texts.ts'
import type { EventRow, GroupedReport, ParticipantRow } from './knowledge.ts'

type DatedReport = GroupedReport & { readonly date: FuzzyDate }
type Occurrence = {
  /** Sets it apart in its group. */
  readonly key: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly reports: GroupedReport[]
}

const WINDOW_DAYS = 7
/** What outweighs what when as many reports say so: a thing that happened is no longer planned. */
const STATUS_ORDER: readonly EventStatus[] = ['REPORTED', 'DENIED', 'PLANNED', 'HYPOTHETICAL']

/** Occurrences of one group, sorted by id. All reports must share their group key, given as `groupKey`. */
export function groupReports(groupKey: string, given: readonly GroupedReport[]): EventRow[] {
  const texts = independentTexts(given)
  const reports = given.map((report) => ({ ...report, textKey: texts.get(report.textKey) ?? report.textKey }))
  const occurrences: Occurrence[] = []
  for (const report of reports.filter(isDated).sort(byPrecision)) {
    occurrenceOn(occurrences, report).reports.push(report)
  }
  const undated = reports.filter((report) => report.date === null).sort(byPublication)
  const dated = [...occurrences]
  for (const report of undated) occurrenceNear(occurrences, dated, report).reports.push(report)
  return occurrences.map((occurrence) => eventOf(groupKey, occurrence)).sort((a, b) => compare(a.id, b.id))
}

function occurrenceOn(occurrences: Occurrence[], report: DatedReport): Occurrence {
  const { earliest, latest } = report.date
  const key = `on ${earliest}/${latest}`
  const same = occurrences.find((one) => one.key === key)
  if (same !== undefined) return same
  const shared = occurrences.filter((one) => (one.earliest ?? '') <= latest && (one.latest ?? '') >= earliest)
  const found = shared.length > 1 ? nearestTo(shared, report.publishedOn) : shared[0]
  return found ?? begin(occurrences, key, earliest, latest)
}

function occurrenceNear(occurrences: Occurrence[], dated: readonly Occurrence[], report: GroupedReport): Occurrence {
  const copies = occurrences.filter((one) => one.reports.some((other) => other.textKey === report.textKey))
  if (copies.length === 1 && copies[0] !== undefined) return copies[0]
  const { publishedOn } = report
  if (publishedOn === null) {
    const key = `text ${report.textKey}`
    return occurrences.find((one) => one.key === key) ?? begin(occurrences, key, null, null)
  }
  const near = nearestTo(dated, publishedOn)
  if (near !== undefined) return near
  const open = occurrences.find((one) => {
    const days = one.key.startsWith('from ') ? daysBetween(one.key.slice('from '.length), publishedOn) : -1
    return days >= 0 && days < WINDOW_DAYS
  })
  return open ?? begin(occurrences, `from ${publishedOn}`, null, null)
}

/** The occurrence that ended least before `day`, at most a week; undefined when there is none. */
function nearestTo(occurrences: readonly Occurrence[], day: string | null): Occurrence | undefined {
  if (day === null) return undefined
  let nearest: Occurrence | undefined
  let least = WINDOW_DAYS + 1
  for (const one of occurrences) {
    const days = Math.max(0, daysBetween(one.latest ?? '', day))
    const begun = (one.earliest ?? '') <= day
    if (begun && days < least) [nearest, least] = [one, days]
  }
  return nearest
}

function begin(occurrences: Occurrence[], key: string, earliest: string | null, latest: string | null): Occurrence {
  const occurrence = { key, earliest, latest, reports: [] }
  occurrences.push(occurrence)
  return occurrence
}

function eventOf(groupKey: string, occurrence: Occurrence): EventRow {
  const reports = [...occurrence.reports].sort(byPublication)
  const status = statusOf(reports)
  const date = dateOf(reports)
  const first = reports.find((report) => report.status === status) ?? reports[0]
  const published = reports.find((report) => report.publishedOn !== null)?.publishedOn
  return {
    id: eventId(groupKey, occurrence.key),
    groupKey,
    type: first?.type ?? 'OTHER',
    status,
    date,
    placeId: mostTold(reports, (report) => report.placeId),
    countryId: mostTold(reports, (report) => report.countryId),
    headline: first?.text ?? '',
    sortOn: date?.earliest ?? published ?? NO_DAY,
    participants: participantsOf(first === undefined ? reports : [first, ...reports]),
    reportIds: reports.map((report) => report.id).sort(),
    articleCount: count(reports, (report) => report.articleId),
    sourceCount: count(reports, (report) => report.sourceId),
    independentCount: count(reports, (report) => report.textKey),
  }
}

/** Told to have happened beats foreseen; against a denial the greater number of independent texts decides. */
function statusOf(reports: readonly GroupedReport[]): EventStatus {
  const texts = (status: EventStatus) =>
    count(
      reports.filter((report) => report.status === status),
      (report) => report.textKey,
    )
  if (texts('DENIED') > texts('REPORTED')) return 'DENIED'
  return STATUS_ORDER.find((status) => texts(status) > 0) ?? 'REPORTED'
}

/** The most precise date, among equals the one that most reports give. */
function dateOf(reports: readonly GroupedReport[]): FuzzyDate | null {
  const dated = reports.filter(isDated).sort(byPrecision)
  const shortest = dated[0] === undefined ? Number.POSITIVE_INFINITY : lengthOf(dated[0].date)
  const finest = dated.filter((report) => lengthOf(report.date) === shortest)
  const edtf = mostTold(finest, (report) => report.date?.edtf ?? null)
  return finest.find((report) => report.date.edtf === edtf)?.date ?? null
}

function participantsOf(reports: readonly GroupedReport[]): ParticipantRow[] {
  const found = new Map<string, ParticipantRow>()
  for (const report of reports) {
    for (const row of report.participants) if (!found.has(row.entityId)) found.set(row.entityId, row)
  }
  return [...found.values()]
}

/** The value that most independent texts give, the smallest among equals; null when none gives any. */
function mostTold(reports: readonly GroupedReport[], get: (report: GroupedReport) => string | null): string | null {
  const tellers = new Map<string, Set<string>>()
  for (const report of reports) {
    const value = get(report)
    if (value === null) continue
    const texts = tellers.get(value) ?? new Set()
    tellers.set(value, texts.add(report.textKey))
  }
  const ranked = [...tellers].sort(([a, textsA], [b, textsB]) => textsB.size - textsA.size || compare(a, b))
  return ranked[0]?.[0] ?? null
}

function count(reports: readonly GroupedReport[], get: (report: GroupedReport) => string | null): number {
  return new Set(reports.map(get).filter((value) => value !== null)).size
}

function isDated(report: GroupedReport): report is DatedReport {
  return report.date !== null
}

function byPrecision(a: DatedReport, b: DatedReport): number {
  return (
    lengthOf(a.date) - lengthOf(b.date) ||
    compare(a.date.earliest, b.date.earliest) ||
    compare(a.publishedOn ?? NO_DAY, b.publishedOn ?? NO_DAY) ||
    compare(a.id, b.id)
  )
}

/** Undated articles last: whatever has a day leads. */
function byPublication(a: GroupedReport, b: GroupedReport): number {
  return compare(a.publishedOn ?? '9999', b.publishedOn ?? '9999') || compare(a.id, b.id)
}

function lengthOf(date: FuzzyDate): number {
  return daysBetween(date.earliest, date.latest)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
