import { bounded } from '../../store/read/entity-ids.ts'
import { decodeId, entityTypes } from '../../store/read/global-id.ts'
import { builder } from '../builder.ts'
import { CorrectionPayload, correct, reasonDescription } from './correction-payload.ts'

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Which entities are one.',
  fields: (t) => ({
    from: t.idList({ required: true, description: 'The entities that go, at most 100. Their ids go on answering.' }),
    into: t.id({ required: true, description: 'The entity that stays; of the same kind as the others.' }),
    reason: t.string({ description: reasonDescription }),
  }),
})

builder.mutationField('mergeEntities', (t) =>
  t.field({
    type: CorrectionPayload,
    description: 'Makes several entities one.',
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'Which ones.' }) },
    resolve: (_root, { input }, context) => {
      const fromIds = bounded('ids', input.from).map((id) => decodeId(id, entityTypes).uuid)
      const intoId = decodeId(input.into, entityTypes).uuid
      return correct(context, { kind: 'MERGE', fromIds, intoId }, input.reason)
    },
  }),
)
