import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { openSchemaEngine } from './schema-engine.ts'

/** A database whose migrations do not fit those of this release. The message says which and what to do. */
class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly code = 'MIGRATION'
}

type Migration = { readonly name: string; readonly script: string; readonly checksum: string }

const folder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Any number, the same in every process: two of them migrate one after the other. */
const lockKey = 7_142_026

/**
 * Brings a database up to this release by the SQL under `prisma/migrations`, with Prisma's own engine, and keeps its
 * `_prisma_migrations`, so that `prisma migrate deploy` agrees. Safe to call again and from several processes at once.
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when the database was migrated by another release or a migration failed
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const migrations = await readMigrations()
  await using session = await openSession(url)
  await session.client.query('select pg_advisory_lock($1)', [lockKey])
  const applied = await readApplied(session.client)
  const missing = migrations.filter(({ name }) => !applied.has(name))
  refuseStrange(migrations, applied)
  if (missing.length === 0) return []
  await using open = await openSchemaEngine(url)
  try {
    const input = { migrationsList: migrationList(migrations), filters: { externalTables: [], externalEnums: [] } }
    return (await open.engine.applyMigrations(input)).appliedMigrationNames
  } catch (cause) {
    const names = missing.map(({ name }) => name).join(', ')
    throw new MigrationError(
      `The database could not be brought up to date (${names}): ${reasonOf(cause)}. Nothing of the service runs on a half-migrated database; restore it or use an empty one.`,
      { cause },
    )
  }
}

/**
 * The migrations that a database lacks, by name, in order.
 * @throws MigrationError when the database was migrated by another release
 */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const migrations = await readMigrations()
  await using session = await openSession(url)
  const applied = await readApplied(session.client)
  refuseStrange(migrations, applied)
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name))
}

/** The migrations of this release, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(`${folder}/${name}/migration.sql`, 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

/** The migrations as the engine takes them. */
function migrationList(migrations: readonly Migration[]) {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  }
}

async function openSession(url: string): Promise<AsyncDisposable & { client: Client }> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return { client, [Symbol.asyncDispose]: () => client.end() }
}

/** Name → checksum of what stands; a database that was never migrated has no table for it. */
async function readApplied(client: Client): Promise<ReadonlyMap<string, string>> {
  const table = await client.query("select to_regclass('_prisma_migrations') is not null as there")
  if (table.rows[0]?.there !== true) return new Map()
  const { rows } = await client.query(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]))
}

function refuseStrange(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const newer = [...applied.keys()].filter((name) => !known.has(name))
  if (newer.length > 0) {
    throw new MigrationError(
      `The database holds migrations that this release does not know (${newer.join(', ')}). Use the release that made them, or an empty database.`,
    )
  }
  const edited = [...applied].filter(([name, checksum]) => known.get(name) !== checksum).map(([name]) => name)
  if (edited.length > 0) {
    throw new MigrationError(
      `Migrations were changed after they had been applied (${edited.join(', ')}). Put them back as they were and add a new one, or use an empty database.`,
    )
  }
}

/** The engine's first line; behind it come places in its source. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said.split('\n', 1)[0]?.trim() ?? said
}
