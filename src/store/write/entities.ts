import type { EntityRow } from '../../resolution/knowledge.ts'
import { Prisma } from '../generated/client.ts'
import { idsOf } from './rows.ts'
import type { Transaction } from './transaction.ts'

/**
 * Makes sure that each entity has its row and its kind's, in id order, and holds it against a clean-up by others until
 * the transaction ends. Rows that stand keep what they say; `joinEntities` and `overwriteEntities` see to that.
 */
export async function ensureEntities(tx: Transaction, entities: readonly EntityRow[]): Promise<void> {
  const rows = [...entities].sort((a, b) => (a.id < b.id ? -1 : 1))
  const ids = idsOf(rows)
  for (let held = -1; held !== ids.length; ) {
    await insertEntities(tx, rows)
    // Whoever deletes an entity skips it from here on. One that went in between is made again.
    const found = await tx.$queryRaw<unknown[]>`
      select id from entity where id = any(${ids}::uuid[]) order by id for key share`
    held = found.length
  }
}

/**
 * Where documents say different things of one entity, an Arabic name counts before others and then the smaller, and
 * what is known beats what is not: the same whichever came first. An entity may be among the rows several times.
 */
export async function joinEntities(tx: Transaction, rows: readonly EntityRow[]): Promise<void> {
  const columns = columnsOf(rows)
  await tx.$executeRaw`
    update entity e set name = n.name, language = n.language
    from (
      select distinct on (id) *
      from unnest(${columns.ids}::uuid[], ${columns.names}::text[], ${columns.languages}::text[]) n(id, name, language)
      order by id, language <> 'ar', name collate "C", language
    ) n
    where e.id = n.id
      and (n.language <> 'ar', n.name collate "C", n.language) < (e.language <> 'ar', e.name, e.language)`
  await tx.$executeRaw`
    update entity e set wikidata_id = n.wikidata_id
    from (
      select id, min(wikidata_id) as wikidata_id
      from unnest(${columns.ids}::uuid[], ${columns.wikidata}::text[]) n(id, wikidata_id) group by id
    ) n
    where e.id = n.id and (e.wikidata_id is null or n.wikidata_id < e.wikidata_id) and n.wikidata_id is not null`
  for (const table of [Prisma.sql`organization`, Prisma.sql`place`]) {
    await tx.$executeRaw`
      update ${table} o set country_id = n.country_id
      from (
        select distinct on (id) *
        from unnest(${columns.ids}::uuid[], ${columns.countries}::uuid[]) n(id, country_id)
        where country_id is not null order by id, country_id
      ) n
      where o.id = n.id and (o.country_id is null or o.country_id > n.country_id)`
  }
  await tx.$executeRaw`
    update place p set latitude = n.latitude, longitude = n.longitude
    from (
      select distinct on (id) *
      from unnest(${columns.ids}::uuid[], ${columns.latitudes}::float8[], ${columns.longitudes}::float8[])
        n(id, latitude, longitude)
      where latitude is not null and longitude is not null order by id, latitude, longitude
    ) n
    where p.id = n.id and (p.latitude is null or (n.latitude, n.longitude) < (p.latitude, p.longitude))`
}

/** Writes what entities are called and where they belong over what stood there. For those that nothing else speaks of. */
export async function overwriteEntities(tx: Transaction, rows: readonly EntityRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  await tx.$executeRaw`
    update entity e set name = n.name, language = n.language, wikidata_id = n.wikidata_id, merged_into_id = null
    from unnest(${columns.ids}::uuid[], ${columns.names}::text[], ${columns.languages}::text[], ${columns.wikidata}::text[])
      n(id, name, language, wikidata_id)
    where e.id = n.id`
  await tx.$executeRaw`
    update organization o set country_id = n.country_id
    from unnest(${columns.ids}::uuid[], ${columns.countries}::uuid[]) n(id, country_id) where o.id = n.id`
  await tx.$executeRaw`
    update place p set country_id = n.country_id, latitude = n.latitude, longitude = n.longitude
    from unnest(${columns.ids}::uuid[], ${columns.countries}::uuid[], ${columns.latitudes}::float8[], ${columns.longitudes}::float8[])
      n(id, country_id, latitude, longitude)
    where p.id = n.id`
  await tx.$executeRaw`delete from alias where entity_id = any(${columns.ids}::uuid[])`
}

async function insertEntities(tx: Transaction, rows: readonly EntityRow[]): Promise<void> {
  const columns = columnsOf(rows)
  await tx.$executeRaw`
    insert into entity (id, kind, key, name, language, wikidata_id)
    select * from unnest(
      ${columns.ids}::uuid[], ${rows.map((row) => row.kind)}::entity_kind[], ${rows.map((row) => row.key)}::text[],
      ${columns.names}::text[], ${columns.languages}::text[], ${columns.wikidata}::text[])
    on conflict (id) do nothing`
  const countries = rows.filter(({ kind }) => kind === 'COUNTRY')
  await tx.$executeRaw`
    insert into country (id, code, alpha3)
    select * from unnest(
      ${idsOf(countries)}::uuid[], ${countries.map((row) => row.code)}::text[], ${countries.map((row) => row.alpha3)}::text[])
    on conflict (id) do nothing`
  const persons = rows.filter(({ kind }) => kind === 'PERSON')
  await tx.$executeRaw`
    insert into person (id) select * from unnest(${idsOf(persons)}::uuid[]) on conflict (id) do nothing`
  await tx.$executeRaw`
    insert into organization (id, country_id)
    select id, country_id
    from unnest(${columns.ids}::uuid[], ${rows.map((row) => row.kind)}::text[], ${columns.countries}::uuid[]) n(id, kind, country_id)
    where kind = 'ORGANIZATION'
    on conflict (id) do nothing`
  await tx.$executeRaw`
    insert into place (id, country_id, latitude, longitude)
    select id, country_id, latitude, longitude
    from unnest(
      ${columns.ids}::uuid[], ${rows.map((row) => row.kind)}::text[], ${columns.countries}::uuid[],
      ${columns.latitudes}::float8[], ${columns.longitudes}::float8[]) n(id, kind, country_id, latitude, longitude)
    where kind = 'PLACE'
    on conflict (id) do nothing`
}

function columnsOf(rows: readonly EntityRow[]) {
  const countries = new Map(rows.flatMap(({ code, id }) => (code === null ? [] : [[code, id]])))
  return {
    ids: idsOf(rows),
    names: rows.map((row) => row.name),
    languages: rows.map((row) => row.language),
    wikidata: rows.map((row) => row.wikidataId),
    countries: rows.map(({ countryCode }) => (countryCode === null ? null : (countries.get(countryCode) ?? null))),
    latitudes: rows.map((row) => row.latitude),
    longitudes: rows.map((row) => row.longitude),
  }
}
