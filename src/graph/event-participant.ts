import { column } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { ParticipantRole } from './enums.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const EventParticipant = builder.objectRef<Answer>('EventParticipant')

/** On the rows of an event's participants and of a report's. */
builder.objectType(EventParticipant, {
  description: 'Who takes part in an event, and as what. Nothing of it is ever null.',
  fields: (t) => ({
    role: t.field({ type: ParticipantRole, description: 'As what.', ...read(column('role')) }),
    entity: t.field({ type: Entity, description: 'Who or what.', ...byId('entity', 'entity_id') }),
  }),
})
