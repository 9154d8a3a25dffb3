/** What one article says, as rows whose ends are entity ids: mentions, roles, reports and quotes, each with its words. */
import type { ArticleAnnotations, AttributionAnnotation, FieldSpan } from '../extraction/annotations.ts'
import { foldKey } from '../text/fold.ts'
import { groupKeyOf } from './group-key.ts'
import { mentionId, quoteId, reportId, roleId } from './ids.ts'
import type {
  ArticleRow,
  AttributionRow,
  EvidenceRow,
  MentionRow,
  ParticipantRow,
  QuoteRow,
  ReportRow,
  RoleRow,
  SentenceRow,
} from './knowledge.ts'

/** An article with what the rows need: ids of its sentences and of its local entities, by index. */
export type LinkedArticle = {
  readonly row: ArticleRow
  readonly annotations: ArticleAnnotations
  readonly sentences: readonly SentenceRow[]
  readonly entityIds: readonly string[]
}

export function mentionRows(article: LinkedArticle): MentionRow[] {
  const twins = new Map<string, number>()
  return article.annotations.mentions.flatMap((mention) => {
    const evidence = evidenceOf(article, mention, mention.sentence)
    const entityId = article.entityIds[mention.entity]
    const kind = article.annotations.entities[mention.entity]?.kind
    if (evidence === null || entityId === undefined || kind === undefined) return []
    const { form, confidence, rule } = mention
    const first = mentionId(article.row.id, evidence, kind)
    const twin = twins.get(first) ?? 0
    twins.set(first, twin + 1)
    return [{ ...evidence, id: mentionId(article.row.id, evidence, kind, twin), entityId, form, confidence, rule }]
  })
}

/** Roles of an article, one row a person and title; `evidence` has each place that gives it. */
export function roleRows(articles: readonly LinkedArticle[]): RoleRow[] {
  const found = new Map<string, RoleRow & { evidence: EvidenceRow[] }>()
  for (const article of articles) {
    for (const role of article.annotations.roles) {
      const words = evidenceOf(article, role, role.sentence)
      const personId = article.entityIds[role.person]
      if (words === null || personId === undefined) continue
      const facts = {
        personId,
        titleKey: foldKey(role.title),
        countryId: idAt(article, role.country),
        organizationId: idAt(article, role.organization),
        former: role.former,
      }
      const id = roleId(facts)
      const known = found.get(id) ?? { ...facts, id, title: role.title, evidence: [] }
      if (!known.evidence.some((other) => isSamePlace(other, words))) known.evidence.push(words)
      found.set(id, known)
    }
  }
  return [...found.values()]
}

export function reportRows(article: LinkedArticle): ReportRow[] {
  const twins = new Map<string, number>()
  return article.annotations.reports.flatMap((report, ordinal) => {
    const evidence = evidenceOf(article, report, report.sentence)
    if (evidence === null) return []
    const { type, status, date, confidence, rule, trigger } = report
    const participants = participantRows(article, report.participants)
    const first = reportId(article.row.id, evidence, type)
    const twin = twins.get(first) ?? 0
    twins.set(first, twin + 1)
    return [
      {
        ...evidence,
        id: reportId(article.row.id, evidence, type, twin),
        ordinal,
        groupKey: groupKeyOf({ type, participants, textKey: article.row.textKey, start: evidence.start }),
        type,
        status,
        triggerStart: trigger.start,
        triggerEnd: trigger.end,
        date,
        placeId: idAt(article, report.place),
        countryId: idAt(article, report.country),
        participants,
        attribution: report.attribution.map((step) => attributionRow(article, step)),
        confidence,
        rule,
      },
    ]
  })
}

export function quoteRows(article: LinkedArticle): QuoteRow[] {
  return article.annotations.quotes.flatMap((quote, ordinal) => {
    const evidence = evidenceOf(article, quote, quote.sentence)
    if (evidence === null) return []
    const { direct, speakerText, rule } = quote
    const attribution = quote.attribution.map((step) => attributionRow(article, step))
    const id = quoteId(article.row.id, evidence)
    return [
      { ...evidence, id, ordinal, direct, speakerId: idAt(article, quote.speaker), speakerText, attribution, rule },
    ]
  })
}

/** Null when the annotation points to no sentence, which is no edge: every edge has its words. */
function evidenceOf(article: LinkedArticle, span: FieldSpan, sentence: number): EvidenceRow | null {
  const found = article.sentences[sentence]
  if (found === undefined) return null
  const { field, start, end } = span
  const text = (field === 'HEADLINE' ? article.row.headline : article.row.text).slice(start, end)
  return { articleId: article.row.id, sentenceId: found.id, field, start, end, text }
}

function isSamePlace(a: EvidenceRow, b: EvidenceRow): boolean {
  return a.articleId === b.articleId && a.field === b.field && a.start === b.start && a.end === b.end
}

function participantRows(
  article: LinkedArticle,
  participants: ArticleAnnotations['reports'][number]['participants'],
): ParticipantRow[] {
  const found = new Map<string, ParticipantRow>()
  for (const { entity, role } of participants) {
    const entityId = article.entityIds[entity]
    if (entityId !== undefined) found.set(`${role} ${entityId}`, { entityId, role })
  }
  return [...found.values()]
}

function attributionRow(article: LinkedArticle, step: AttributionAnnotation): AttributionRow {
  const { text, span, anonymous } = step
  return { text, start: span?.start ?? null, end: span?.end ?? null, entityId: idAt(article, step.entity), anonymous }
}

function idAt(article: LinkedArticle, entity: number | null): string | null {
  return entity === null ? null : (article.entityIds[entity] ?? null)
}
