import { decodeId } from '../../store/read/global-id.ts'
import { builder } from '../builder.ts'
import { CorrectionPayload } from './correction-payload.ts'

builder.mutationField('undoCorrection', (t) =>
  t.field({
    type: CorrectionPayload,
    description: 'Takes back a correction: everything is as if it had never been made. It stays in the log, marked.',
    args: { id: t.arg.id({ required: true, description: 'The id of a correction.' }) },
    resolve: (_root, { id }, { ingest }) => ingest.undoCorrection(decodeId(id, ['Correction']).uuid),
  }),
)
