import type { SourceRow } from '../../resolution/knowledge.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** A source with the id of its country's row. */
export type LinkedSource = SourceRow & { readonly countryId: string | null }

/** Makes sure that each source has its row, in id order, and holds it against a clean-up until the transaction ends. */
export async function ensureSources(tx: Transaction, sources: readonly LinkedSource[]): Promise<void> {
  const rows = [...sources].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (let held = -1; held !== rows.length; ) {
    await tx.$executeRaw`
      insert into source (id, key, name, domain, country_id)
      select * from unnest(
        ${idsOf(rows)}::uuid[], ${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.name)}::text[],
        ${rows.map((row) => row.domain)}::text[], ${rows.map((row) => row.countryId)}::uuid[])
      on conflict (id) do nothing`
    const found = await tx.$queryRaw<unknown[]>`
      select id from source where id = any(${idsOf(rows)}::uuid[]) order by id for key share`
    held = found.length
  }
}

/** Where documents name one source differently, the smaller name counts, and what is known beats what is not. */
export async function joinSources(tx: Transaction, rows: readonly LinkedSource[]): Promise<void> {
  await tx.$executeRaw`
    update source s set
      name = least(s.name, n.name), domain = least(s.domain collate "C", n.domain), country_id = least(s.country_id, n.country_id)
    from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.domain)}::text[],
      ${rows.map((row) => row.countryId)}::uuid[]) n(id, name, domain, country_id)
    where s.id = n.id
      and (s.name, s.domain, s.country_id)
        is distinct from (least(s.name, n.name), least(s.domain collate "C", n.domain), least(s.country_id, n.country_id))`
}
