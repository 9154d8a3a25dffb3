/**
 * Events. One is detected by a report of its type in a sentence that tells of it; the more of its participants agree,
 * the better the pair. What else a detected one should say is measured beside it: all actors and recipients, the date,
 * the status. An article tells of one event in several sentences: further reports of a detected one count for nothing.
 */
import type { ArticleAnnotations, ParticipantRole, ReportAnnotation } from '../extraction/annotations.ts'
import { pair } from './match.ts'
import { sameName } from './names.ts'
import type { Kind, Outcome } from './score.ts'
import { type GoldArticle, type TrainingEvent, wordsOf } from './training-article.ts'

/** Detection, then who, when and whether. */
export function scoreEvents(gold: GoldArticle, found: ArticleAnnotations): Outcome[] {
  const { events } = gold
  const tellings = events.map((event) => sentencesOf(event, gold, found))
  const tells = (index: number, report: ReportAnnotation) =>
    events[index]?.type === report.type && (tellings[index]?.has(report.sentence) ?? false)
  const indexes = events.map((_, index) => index)
  const pairs = pair(indexes, found.reports, (index, report) => {
    const event = events[index]
    return event !== undefined && tells(index, report) ? 1 + agreeing(event, report, found) : 0
  })
  const taken = new Set(pairs.values())
  const extra = found.reports.filter((report, at) => !taken.has(at) && !indexes.some((index) => tells(index, report)))
  const missed = events.filter((_, index) => !pairs.has(index))
  const detected = [...pairs].flatMap(([index, at]) => {
    const event = events[index]
    const report = found.reports[at]
    return event === undefined || report === undefined ? [] : [{ event, report }]
  })
  const says = (report: ReportAnnotation) => `${report.type} «${wordsOf(gold.input, report)}» (${report.rule})`
  const told = (event: TrainingEvent) => `${event.type} «${triggerOf(event, gold)}»`
  const full = detected.filter(({ event, report }) => isFull(event, report, found))
  const notFull = detected.filter((one) => !full.includes(one))
  const dated = detected.map((one) => ({ ...one, expected: one.event.date, got: one.report.date?.edtf ?? null }))
  const wrongDate = dated.filter(({ expected, got }) => expected !== got)
  const wrongStatus = detected.filter(({ event, report }) => event.status !== report.status)
  return [
    {
      kind: 'events',
      hits: pairs.size,
      missed: missed.length,
      extra: extra.length,
      faults: [...missed.map((event) => `missed ${told(event)}`), ...extra.map((report) => `extra ${says(report)}`)],
    },
    {
      kind: 'eventsFull',
      hits: full.length,
      missed: events.length - full.length,
      extra: detected.length + extra.length - full.length,
      faults: notFull.map(({ event, report }) => `${told(event)}: ${wantedOf(event)}, not ${castOf(report, found)}`),
    },
    {
      kind: 'eventDates',
      hits: dated.filter(({ expected, got }) => expected !== null && expected === got).length,
      missed: wrongDate.filter(({ expected }) => expected !== null).length,
      extra: wrongDate.filter(({ got }) => got !== null).length,
      faults: wrongDate.map(({ event, expected, got }) => `${told(event)}: ${expected}, not ${got}`),
    },
    right(
      'eventStatus',
      detected.length,
      wrongStatus.map(({ event, report }) => `${told(event)}: ${event.status}, not ${report.status}`),
    ),
  ]
}

function right(kind: Kind, all: number, faults: readonly string[]): Outcome {
  return { kind, hits: all - faults.length, missed: faults.length, extra: faults.length, faults }
}

/** The sentences, by index, in which an event's `V` tags stand. */
function sentencesOf(event: TrainingEvent, gold: GoldArticle, { sentences }: ArticleAnnotations): Set<number> {
  const tellings = gold.spans.filter(({ tag, value }) => tag === 'V' && value === String(event.v))
  return new Set(
    tellings.map((span) =>
      sentences.findIndex(({ field, start, end }) => field === span.field && start <= span.start && end > span.start),
    ),
  )
}

function triggerOf(event: TrainingEvent, gold: GoldArticle): string {
  return gold.spans.find(({ tag, value }) => tag === 'V' && value === String(event.v))?.words ?? ''
}

function entitiesIn(report: ReportAnnotation, role: ParticipantRole): number[] {
  return [...new Set(report.participants.flatMap((one) => (one.role === role ? [one.entity] : [])))]
}

function agreeing(event: TrainingEvent, report: ReportAnnotation, found: ArticleAnnotations): number {
  const of = (names: readonly string[], role: ParticipantRole) =>
    entitiesIn(report, role).filter((entity) => names.some((name) => sameName(name, found.entities[entity]))).length
  return of(event.actors, 'ACTOR') + of(event.recipients, 'RECIPIENT')
}

function isFull(event: TrainingEvent, report: ReportAnnotation, found: ArticleAnnotations): boolean {
  const agree = (names: readonly string[], role: ParticipantRole) => {
    const entities = entitiesIn(report, role)
    return (
      entities.length === names.length &&
      names.every((name) => entities.some((entity) => sameName(name, found.entities[entity])))
    )
  }
  return agree(event.actors, 'ACTOR') && agree(event.recipients, 'RECIPIENT')
}

function wantedOf({ actors, recipients }: TrainingEvent): string {
  return `${actors.join(' and ') || 'nobody'} → ${recipients.join(' and ') || 'nobody'}`
}

function castOf(report: ReportAnnotation, { entities }: ArticleAnnotations): string {
  const names = (role: ParticipantRole) =>
    entitiesIn(report, role)
      .flatMap((entity) => entities[entity]?.name ?? [])
      .join(' and ') || 'nobody'
  return `${names('ACTOR')} → ${names('RECIPIENT')}`
}
