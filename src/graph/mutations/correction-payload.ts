import type { Correction as Decision } from '../../resolution/corrections.ts'
import { one, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import type { CorrectionResult, GraphContext } from '../context.ts'
import { Correction } from '../correction.ts'
import { entry } from '../read.ts'
import { UserError } from '../user-error.ts'

export const CorrectionPayload = builder.objectRef<CorrectionResult>('CorrectionPayload')

builder.objectType(CorrectionPayload, {
  description: 'What came of a correction.',
  fields: (t) => ({
    correction: t.field({
      type: Correction,
      nullable: true,
      description: 'The correction as it stands in the log; null exactly when there are errors.',
      resolve: ({ correctionId }, args, context, info) =>
        correctionId === null ? null : entry(context, info, correctionBy(correctionId), args),
    }),
    errors: t.expose('errors', { type: [UserError], description: 'Why nothing was changed; empty when it was.' }),
  }),
})

export const reasonDescription = 'Why, for whoever reads the log.'

/** Puts a decision into the log and into effect. */
export function correct(context: GraphContext, correction: Decision, reason: string | null | undefined) {
  return context.ingest.applyCorrection({ correction, reason: reason ?? null })
}

function correctionBy(id: string) {
  return one((correction) => ({ from: sql`correction ${correction}`, where: sql`${correction}.id = ${id}::uuid` }))
}
