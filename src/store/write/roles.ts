import type { RoleRow } from '../../resolution/knowledge.ts'
import { evidenceColumns } from './evidence.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The roles that some documents give, shared with others, and their own evidence for them. Only in one's turn. */
export async function writeRoles(tx: Transaction, rows: readonly RoleRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into role (id, person_id, title, title_key, country_id, organization_id, former)
    select distinct on (id) * from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.title)}::text[],
      ${rows.map((row) => row.titleKey)}::text[], ${rows.map((row) => row.countryId)}::uuid[],
      ${rows.map((row) => row.organizationId)}::uuid[], ${rows.map((row) => row.former)}::bool[]
    ) n(id, person_id, title, title_key, country_id, organization_id, former)
    order by id, title collate "C"
    on conflict (id) do update set title = excluded.title
      where excluded.title collate "C" < role.title collate "C"`
  const evidence = rows.flatMap((row) => row.evidence.map((words) => ({ ...words, roleId: row.id })))
  const { articles, sentences, fields, starts, ends, texts } = evidenceColumns(evidence)
  await tx.$executeRaw`
    insert into role_evidence (role_id, article_id, sentence_id, field, start, "end", text)
    select * from unnest(
      ${evidence.map((row) => row.roleId)}::uuid[], ${articles}::uuid[], ${sentences}::uuid[],
      ${fields}::article_field[], ${starts}::int[], ${ends}::int[], ${texts}::text[])
    on conflict do nothing`
}
