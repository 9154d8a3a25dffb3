import type { AttributionRow } from '../../resolution/knowledge.ts'
import { attributionStepId } from './attribution-id.ts'
import type { Transaction } from './transaction.ts'

type Owner = { readonly id: string; readonly attribution: readonly AttributionRow[] }

/** The chains that carry reports and quotes to the page. */
export async function writeAttribution(
  tx: Transaction,
  reports: readonly Owner[],
  quotes: readonly Owner[],
): Promise<void> {
  const rows = [
    ...reports.flatMap((owner) => stepsOf(owner, { reportId: owner.id, quoteId: null })),
    ...quotes.flatMap((owner) => stepsOf(owner, { reportId: null, quoteId: owner.id })),
  ]
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into attribution_step (id, report_id, quote_id, ordinal, text, start, "end", entity_id, anonymous)
    select * from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.reportId)}::uuid[],
      ${rows.map((row) => row.quoteId)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.start)}::int[],
      ${rows.map((row) => row.end)}::int[], ${rows.map((row) => row.entityId)}::uuid[],
      ${rows.map((row) => row.anonymous)}::bool[])`
}

function stepsOf<T>({ id, attribution }: Owner, owner: T) {
  return attribution.map((step, ordinal) => ({ ...step, ...owner, id: attributionStepId(id, ordinal), ordinal }))
}
