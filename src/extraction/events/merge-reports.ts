/** One report for each distinct occurrence: repeats of an act are merged, the body's sentence before the headline's. */
import type { ParticipantAnnotation, ReportAnnotation } from '../annotations.ts'

/** How many reports back a repeat is looked for: no article tells of more acts before it repeats one. */
const WINDOW = 200

/** Person → country whose office the person holds. */
type Nations = ReadonlyMap<number, number>

/**
 * Merges reports of one type and status whose people and dates agree; text order is kept. A person agrees with the
 * country that he acts for: "مباحثات تركية روسية" and the two ministers' talks are one.
 */
export function mergeReports(reports: readonly ReportAnnotation[], nations: Nations = new Map()): ReportAnnotation[] {
  const kept: ReportAnnotation[] = []
  for (const report of reports) {
    const at = lastSame(kept, report, nations)
    const other = kept[at]
    if (other === undefined) kept.push(report)
    else kept[at] = merged(other, report)
  }
  return kept
}

/** The nearest report before of the same occurrence; -1 where there is none within the window. */
function lastSame(kept: readonly ReportAnnotation[], report: ReportAnnotation, nations: Nations): number {
  for (let at = kept.length - 1; at >= Math.max(0, kept.length - WINDOW); at--) {
    const other = kept[at]
    if (other !== undefined && isSame(other, report, nations)) return at
  }
  return -1
}

function isSame(a: ReportAnnotation, b: ReportAnnotation, nations: Nations): boolean {
  if (a.type !== b.type || (a.status === 'DENIED') !== (b.status === 'DENIED')) return false
  if (a.date !== null && b.date !== null && (a.date.latest < b.date.earliest || b.date.latest < a.date.earliest))
    return false
  if (a.place !== null && b.place !== null && a.place !== b.place) return false
  if (a.type === 'STATEMENT' && a.sentence !== b.sentence) return false
  return agrees(a, b, 'ACTOR', nations) && agrees(a, b, 'RECIPIENT', nations) && shares(a, b, nations)
}

/** In a role, one side's people are all among the other's, or one side names nobody. */
function agrees(
  a: ReportAnnotation,
  b: ReportAnnotation,
  role: ParticipantAnnotation['role'],
  nations: Nations,
): boolean {
  const x = people(a, role)
  const y = people(b, role)
  const among = (some: readonly number[], all: readonly number[]) =>
    some.every((one) => all.some((other) => isOne(one, other, nations)))
  return among(x, y) || among(y, x)
}

function isOne(a: number, b: number, nations: Nations): boolean {
  return a === b || nations.get(a) === b || nations.get(b) === a
}

function shares(a: ReportAnnotation, b: ReportAnnotation, nations: Nations): boolean {
  const x = a.participants.filter((one) => one.role !== 'THEME')
  const y = b.participants.filter((one) => one.role !== 'THEME')
  if (x.length === 0 || y.length === 0) return a.sentence === b.sentence || a.field !== b.field
  return x.some((one) => y.some((other) => isOne(other.entity, one.entity, nations) && other.role === one.role))
}

function people(report: ReportAnnotation, role: ParticipantAnnotation['role']): number[] {
  return report.participants.filter((one) => one.role === role).map((one) => one.entity)
}

function merged(first: ReportAnnotation, second: ReportAnnotation): ReportAnnotation {
  const base = first.field === 'HEADLINE' && second.field === 'TEXT' ? second : first
  const extra = base === first ? second : first
  const known = new Set(base.participants.map((one) => one.entity))
  const roles = new Set(base.participants.map((one) => one.role))
  return {
    ...base,
    date: base.date ?? extra.date,
    place: base.place ?? extra.place,
    country: base.country ?? extra.country,
    participants: [
      ...base.participants,
      ...extra.participants.filter((one) => !known.has(one.entity) && !roles.has(one.role)),
    ],
  }
}
