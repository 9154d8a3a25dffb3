import { bounded } from '../../store/read/entity-ids.ts'
import { decodeId, entityTypes } from '../../store/read/global-id.ts'
import { builder } from '../builder.ts'
import { CorrectionPayload, correct, reasonDescription } from './correction-payload.ts'

const SplitEntityInput = builder.inputType('SplitEntityInput', {
  description: 'Which mentions of an entity are of another one.',
  fields: (t) => ({
    entity: t.id({ required: true, description: 'The entity that has the mentions now.' }),
    mentions: t.idList({ required: true, description: 'The mentions that go, at most 100.' }),
    name: t.string({ required: true, description: 'The name of the new entity.' }),
    reason: t.string({ description: reasonDescription }),
  }),
})

builder.mutationField('splitEntity', (t) =>
  t.field({
    type: CorrectionPayload,
    description: 'Makes mentions of an entity those of a new one of the same kind.',
    args: { input: t.arg({ type: SplitEntityInput, required: true, description: 'Which ones.' }) },
    resolve: (_root, { input }, context) => {
      const entityId = decodeId(input.entity, entityTypes).uuid
      const mentionIds = bounded('ids', input.mentions).map((id) => decodeId(id, ['Mention']).uuid)
      return correct(context, { kind: 'SPLIT', entityId, mentionIds, name: input.name }, input.reason)
    },
  }),
)
