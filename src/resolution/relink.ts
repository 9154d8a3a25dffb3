/**
 * Rewrites which entity each edge of a document's knowledge leads to, edge by edge, and keeps the rest true: roles that
 * become one are joined, participants named twice are named once, groups are keyed anew, entities that nothing speaks
 * of any more are left out.
 */
import { groupKeyOf } from './group-key.ts'
import { roleId } from './ids.ts'
import type {
  AttributionRow,
  DocumentKnowledge,
  EntityRow,
  EvidenceRow,
  ParticipantRow,
  ReportRow,
  RoleRow,
} from './knowledge.ts'

/** An edge: the words that speak of an entity. */
export type Edge = Pick<EvidenceRow, 'articleId' | 'field' | 'start' | 'end'>

/** The entity that an edge leads to from now on; null when to none. */
export type Relink = (entityId: string, edge: Edge) => string | null

/** The same knowledge with each edge led where `to` says. `entities` must hold every entity that `to` may name. */
export function relink(knowledge: DocumentKnowledge, entities: readonly EntityRow[], to: Relink): DocumentKnowledge {
  const optional = (id: string | null, edge: Edge) => (id === null ? null : to(id, edge))
  const attribution = (steps: readonly AttributionRow[], edge: Edge): AttributionRow[] =>
    steps.map((step) => ({ ...step, entityId: optional(step.entityId, edge) }))
  const textKeys = new Map(knowledge.articles.map((article) => [article.id, article.textKey]))
  const relinked: DocumentKnowledge = {
    ...knowledge,
    mentions: knowledge.mentions.flatMap((row) => {
      const entityId = to(row.entityId, row)
      return entityId === null ? [] : [{ ...row, entityId }]
    }),
    roles: joinRoles(knowledge.roles.flatMap((row) => row.evidence.map((words) => moveRole(row, words, optional)))),
    reports: knowledge.reports.map((row) => {
      const participants = participantsOf(row, to)
      const groupKey = groupKeyOf({ ...row, participants, textKey: textKeys.get(row.articleId) ?? '' })
      const placeId = optional(row.placeId, row)
      const countryId = optional(row.countryId, row)
      return { ...row, participants, groupKey, placeId, countryId, attribution: attribution(row.attribution, row) }
    }),
    quotes: knowledge.quotes.map((row) => {
      return { ...row, speakerId: optional(row.speakerId, row), attribution: attribution(row.attribution, row) }
    }),
  }
  return { ...relinked, entities: spokenOf(relinked, entities) }
}

type MovedRole = Omit<RoleRow, 'id' | 'personId'> & { readonly personId: string | null }

function moveRole(row: RoleRow, words: EvidenceRow, to: (id: string | null, edge: Edge) => string | null): MovedRole {
  return {
    personId: to(row.personId, words),
    title: row.title,
    titleKey: row.titleKey,
    countryId: to(row.countryId, words),
    organizationId: to(row.organizationId, words),
    former: row.former,
    evidence: [words],
  }
}

function joinRoles(moved: readonly MovedRole[]): RoleRow[] {
  const roles = new Map<string, RoleRow>()
  for (const { personId, ...rest } of moved) {
    if (personId === null) continue
    const id = roleId({ ...rest, personId })
    const known = roles.get(id)
    roles.set(id, { ...rest, ...known, id, personId, evidence: [...(known?.evidence ?? []), ...rest.evidence] })
  }
  return [...roles.values()]
}

function participantsOf(row: ReportRow, to: Relink): ParticipantRow[] {
  const found = new Map<string, ParticipantRow>()
  for (const { entityId, role } of row.participants) {
    const moved = to(entityId, row)
    if (moved !== null) found.set(`${role} ${moved}`, { entityId: moved, role })
  }
  return [...found.values()]
}

function spokenOf(knowledge: DocumentKnowledge, entities: readonly EntityRow[]): EntityRow[] {
  const ids = new Set<string | null>(knowledge.mentions.map((row) => row.entityId))
  for (const row of knowledge.roles) ids.add(row.personId).add(row.countryId).add(row.organizationId)
  for (const row of knowledge.reports) {
    ids.add(row.placeId).add(row.countryId)
    for (const participant of row.participants) ids.add(participant.entityId)
  }
  for (const row of knowledge.quotes) ids.add(row.speakerId)
  for (const { attribution } of [...knowledge.reports, ...knowledge.quotes]) {
    for (const step of attribution) ids.add(step.entityId)
  }
  const spoken = entities.filter((entity) => ids.has(entity.id))
  const codes = new Set([...spoken, ...knowledge.sources].map((row) => row.countryCode))
  return entities.filter((entity) => ids.has(entity.id) || (entity.code !== null && codes.has(entity.code)))
}
