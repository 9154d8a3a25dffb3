import { decodeId, entityTypes } from '../../store/read/global-id.ts'
import { languageOf } from '../../text/language.ts'
import { builder } from '../builder.ts'
import { CorrectionPayload, correct, reasonDescription } from './correction-payload.ts'

const RenameEntityInput = builder.inputType('RenameEntityInput', {
  description: 'How an entity is to be called.',
  fields: (t) => ({
    entity: t.id({ required: true, description: 'The entity.' }),
    name: t.string({ required: true, description: 'Its name from now on; the others stay as aliases.' }),
    language: t.string({ description: 'The language of the name, BCP 47; read from its letters when left out.' }),
    reason: t.string({ description: reasonDescription }),
  }),
})

builder.mutationField('renameEntity', (t) =>
  t.field({
    type: CorrectionPayload,
    description: 'Gives an entity another name to show.',
    args: { input: t.arg({ type: RenameEntityInput, required: true, description: 'Which one, and how.' }) },
    resolve: (_root, { input }, context) => {
      const entityId = decodeId(input.entity, entityTypes).uuid
      const language = input.language ?? languageOf(input.name)
      return correct(context, { kind: 'RENAME', entityId, name: input.name, language }, input.reason)
    },
  }),
)
