import { column, onRow } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { MentionForm } from './enums.ts'
import { Evidence } from './evidence.ts'
import { idOf, Node } from './node.ts'
import { connectionOf } from './paging.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const Mention = builder.objectRef<Answer>('Mention')

builder.objectType(Mention, {
  description: 'The words of one article that refer to one entity. Nothing of it is ever null.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names these words as a mention, e.g. to reject them.', ...idOf('Mention') }),
    entity: t.field({ type: Entity, description: 'Who or what is meant.', ...byId('entity', 'entity_id') }),
    form: t.field({ type: MentionForm, description: 'How the words refer to it.', ...read(column('form')) }),
    evidence: t.field({
      type: Evidence,
      description: 'The words, without clitics before them.',
      ...read(onRow()),
    }),
    confidence: t.float({ description: 'How sure the reading is, 0 to 1.', ...read(column('confidence')) }),
    rule: t.string({ description: 'The name of the rule that found it.', ...read(column('rule')) }),
  }),
})

export const MentionConnection = connectionOf('Mention', Mention, 'mentions')
