import { column, many, onRow, sql } from '../store/read/reading.ts'
import { AttributionStep, chainDescription, chainOf } from './attribution.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { EventStatus } from './enums.ts'
import { Event } from './event.ts'
import { EventParticipant } from './event-participant.ts'
import { Evidence } from './evidence.ts'
import { dateOnRow, FuzzyDate } from './fuzzy-date.ts'
import { connectionOf } from './paging.ts'
import { Place } from './place.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const EventReport = builder.objectRef<Answer>('EventReport')

builder.objectType(EventReport, {
  description:
    "One article's telling of an event, by its own words: status, date, place and participants may differ from those of other reports and of the event.",
  fields: (t) => ({
    event: t.field({ type: Event, description: 'The event it tells of.', ...byId('event', 'event_id') }),
    evidence: t.field({ type: Evidence, description: 'The clause that tells of it.', ...read(onRow()) }),
    status: t.field({
      type: EventStatus,
      description: 'Whether it has happened, as this article tells.',
      ...read(column('status')),
    }),
    date: t.field({
      type: FuzzyDate,
      nullable: true,
      description: 'When, as this article tells; null when its words give no date.',
      ...dateOnRow,
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'Where, as this article tells; null when it names no place.',
      ...byId('entity', 'place_id'),
    }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'In what country, as this article tells; null when its words do not say.',
      ...byId('entity', 'country_id'),
    }),
    participants: t.field({
      type: [EventParticipant],
      description: 'Who took part, as this article tells, in its order.',
      ...read(
        many((participant, report) => ({
          from: sql`report_participant ${participant}`,
          where: sql`${participant}.report_id = ${report}.id`,
          orderBy: sql`${participant}.ordinal, ${participant}.role, ${participant}.entity_id`,
        })),
      ),
    }),
    attribution: t.field({ type: [AttributionStep], description: chainDescription, ...chainOf('report_id') }),
    confidence: t.float({ description: 'How sure the reading is, 0 to 1.', ...read(column('confidence')) }),
  }),
})

export const EventReportConnection = connectionOf('EventReport', EventReport, 'reports')
