import { decodeId } from '../../store/read/global-id.ts'
import { builder } from '../builder.ts'
import { CorrectionPayload, correct, reasonDescription } from './correction-payload.ts'

const RejectMentionInput = builder.inputType('RejectMentionInput', {
  description: 'Which words are no mention.',
  fields: (t) => ({
    mention: t.id({ required: true, description: 'The mention.' }),
    reason: t.string({ description: reasonDescription }),
  }),
})

builder.mutationField('rejectMention', (t) =>
  t.field({
    type: CorrectionPayload,
    description: 'Takes back a mention that is none, with what rests on it alone.',
    args: { input: t.arg({ type: RejectMentionInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const mentionId = decodeId(input.mention, ['Mention']).uuid
      return correct(context, { kind: 'REJECT', mentionId }, input.reason)
    },
  }),
)
