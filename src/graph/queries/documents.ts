import { badInput } from '../../store/read/bad-input.ts'
import { decodeId } from '../../store/read/global-id.ts'
import { one, type Row, type Sql, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { Document } from '../document.ts'
import { DocumentKey } from '../keys.ts'
import { ask } from '../read.ts'

type Key = typeof DocumentKey.$inferInput

builder.queryField('document', (t) =>
  t.field({
    type: Document,
    nullable: true,
    description: 'A document; null when it has not been loaded (yet).',
    args: { by: t.arg({ type: DocumentKey, required: true, description: 'Which one: by exactly one of its keys.' }) },
    ...ask(
      one((document, _, { by }: { by: Key }) => ({ from: sql`document ${document}`, where: keyIs(document, by) })),
    ),
  }),
)

function keyIs(document: Row, by: Key): Sql {
  if (by.id !== undefined) return sql`${document}.id = ${decodeId(by.id, ['Document']).uuid}::uuid`
  if (!/^[0-9a-f]{64}$/i.test(by.sha256)) throw badInput('`sha256` must be 64 hex digits.')
  return sql`${document}.sha256 = ${by.sha256.toLowerCase()}`
}
