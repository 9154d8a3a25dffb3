import { Prisma } from '../generated/client.ts'
import type { Row, Sql } from './reading.ts'

/** A decision in one line. Its payload is the `Correction` of src/resolution/corrections.ts. */
export function correctionSummary(correction: Row): Sql {
  const payload = Prisma.sql`${correction}.payload`
  return Prisma.sql`case ${correction}.kind
    when 'MERGE' then 'Merge ' || ${names(Prisma.sql`${payload}->'fromIds'`)} || ' into ' || ${name(Prisma.sql`${payload}->>'intoId'`)}
    when 'SPLIT' then 'Split ' || jsonb_array_length(${payload}->'mentionIds') || ' mentions off '
      || ${name(Prisma.sql`${payload}->>'entityId'`)} || ' as ' || (${payload}->>'name')
    when 'RENAME' then 'Rename ' || ${name(Prisma.sql`${payload}->>'entityId'`)} || ' to ' || (${payload}->>'name')
    when 'REJECT' then 'Reject the mention ' || coalesce((select '“' || m.text || '”' from mention m
      where m.id = (${payload}->>'mentionId')::uuid), ${payload}->>'mentionId')
    end`
}

/** The name of an entity, or its UUID when no text speaks of it any more. */
function name(id: Sql): Sql {
  return Prisma.sql`coalesce((select e.name from entity e where e.id = (${id})::uuid), ${id})`
}

function names(ids: Sql): Sql {
  return Prisma.sql`coalesce((select string_agg(coalesce(e.name, given.id), ', ' order by coalesce(e.name, given.id))
    from jsonb_array_elements_text(${ids}) as given(id) left join entity e on e.id = given.id::uuid), '')`
}
