/**
 * What reports of one occurrence have in common: their type and who took part. Who met whom is the same meeting told
 * from either side. A report that names nobody has nothing in common with any but its own syndicated copies.
 */
import type { EventType } from '../extraction/annotations.ts'
import { groupId } from './ids.ts'
import type { ParticipantRow } from './knowledge.ts'

/** Acts done together, in which it does not matter who is named first. */
const SYMMETRIC: ReadonlySet<EventType> = new Set(['CONSULT', 'COOPERATE', 'AGREE'])

/** Key of the group that a report belongs to; `textKey` and `start` tell reports without participants apart. */
export function groupKeyOf(report: {
  readonly type: EventType
  readonly participants: readonly ParticipantRow[]
  readonly textKey: string
  readonly start: number
}): string {
  const { type, participants } = report
  const acting = participants.filter(({ role }) => role !== 'THEME')
  if (participants.length === 0) return groupId(type, report.textKey, String(report.start))
  const named = acting.length > 0 ? acting : participants
  const keys = named.map(({ entityId, role }) => (SYMMETRIC.has(type) ? entityId : `${role} ${entityId}`))
  return groupId(type, ...[...new Set(keys)].sort())
}
