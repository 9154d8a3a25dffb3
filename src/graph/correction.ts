import { correctionSummary } from '../store/read/correction-summary.ts'
import { instant } from '../store/read/json.ts'
import { column, sql, value } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { CorrectionKind } from './enums.ts'
import { idOf, Node } from './node.ts'
import { read } from './read.ts'

export const Correction = builder.objectRef<Answer>('Correction')

builder.objectType(Correction, {
  description: 'A human decision. It is kept in a log and replayed after every reading, until it is undone.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Names the correction, e.g. to undo it.', ...idOf('Correction') }),
    kind: t.field({ type: CorrectionKind, description: 'What it does.', ...read(column('kind')) }),
    reason: t.string({
      nullable: true,
      description: 'Why, in the words of who made it; null when nothing was said.',
      ...read(column('reason')),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made.',
      ...read(value((correction) => instant(sql`${correction}.created_at`))),
    }),
    undoneAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone; null while it holds.',
      ...read(value((correction) => instant(sql`${correction}.undone_at`))),
    }),
    summary: t.string({
      description: 'What it does in one line, with the names that the entities have now.',
      ...read(value(correctionSummary)),
    }),
  }),
})
