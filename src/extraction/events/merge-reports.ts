/** One report for each distinct occurrence: repeats of an act are merged, the body's sentence before the headline's. */
import type { ParticipantAnnotation, ReportAnnotation } from '../annotations.ts'

/** Merges reports of one type and status whose people and dates agree; text order is kept. */
export function mergeReports(reports: readonly ReportAnnotation[]): ReportAnnotation[] {
  const kept: ReportAnnotation[] = []
  for (const report of reports) {
    const at = kept.findIndex((other) => isSame(other, report))
    const other = kept[at]
    if (other === undefined) kept.push(report)
    else kept[at] = merged(other, report)
  }
  return kept
}

function isSame(a: ReportAnnotation, b: ReportAnnotation): boolean {
  if (a.type !== b.type || (a.status === 'DENIED') !== (b.status === 'DENIED')) return false
  if (a.date !== null && b.date !== null && (a.date.latest < b.date.earliest || b.date.latest < a.date.earliest))
    return false
  if (a.place !== null && b.place !== null && a.place !== b.place) return false
  if (a.type === 'STATEMENT' && a.sentence !== b.sentence) return false
  return agrees(a, b, 'ACTOR') && agrees(a, b, 'RECIPIENT') && shares(a, b)
}

/** In a role, one side's people are all among the other's, or one side names nobody. */
function agrees(a: ReportAnnotation, b: ReportAnnotation, role: ParticipantAnnotation['role']): boolean {
  const x = people(a, role)
  const y = people(b, role)
  return x.every((entity) => y.includes(entity)) || y.every((entity) => x.includes(entity))
}

function shares(a: ReportAnnotation, b: ReportAnnotation): boolean {
  const x = a.participants.filter((one) => one.role !== 'THEME')
  const y = b.participants.filter((one) => one.role !== 'THEME')
  if (x.length === 0 || y.length === 0) return a.sentence === b.sentence || a.field !== b.field
  return x.some((one) => y.some((other) => other.entity === one.entity && other.role === one.role))
}

function people(report: ReportAnnotation, role: ParticipantAnnotation['role']): number[] {
  return report.participants.filter((one) => one.role === role).map((one) => one.entity)
}

function merged(first: ReportAnnotation, second: ReportAnnotation): ReportAnnotation {
  const base = first.field === 'HEADLINE' && second.field === 'TEXT' ? second : first
  const extra = base === first ? second : first
  const known = new Set(base.participants.map((one) => one.entity))
  return {
    ...base,
    date: base.date ?? extra.date,
    place: base.place ?? extra.place,
    country: base.country ?? extra.country,
    participants: [...base.participants, ...extra.participants.filter((one) => !known.has(one.entity))],
  }
}
