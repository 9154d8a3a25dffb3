import { join } from 'node:path'
import type { IngestFilesOptions, IngestSummary } from '../src/ingest/ingest-files.ts'
import { ingestFiles } from '../src/ingest/ingest-files.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { documentIds } from '../src/store/documents.ts'
import { startEmbeddedServer } from '../src/store/embedded/server.ts'
import { migrate } from '../src/store/migrate.ts'

/** The documents that ship with Isnad. */
export const seedFolder = join(import.meta.dirname, 'documents')

/**
 * Loads the documents that ship into a database that holds none; one that holds any is left alone.
 * @returns null when it was left alone
 */
export async function seed(database: Database, options: IngestFilesOptions = {}): Promise<IngestSummary | null> {
  const [first] = await documentIds(database.prisma, null, 1)
  return first === undefined ? ingestFiles(database, [seedFolder], options) : null
}

// By itself, `node seeds/seed.ts` sets up the database that the environment names and loads it.
if (import.meta.main) {
  const given = process.env['DATABASE_URL'] ?? ''
  await using server = given === '' ? await startEmbeddedServer({ home: process.env['ISNAD_HOME'] ?? '.isnad' }) : null
  const url = server?.url ?? given
  await migrate(url)
  await using database = openDatabase(url)
  const summary = await seed(database)
  process.stdout.write(
    summary === null ? 'The database holds documents already.\n' : `Loaded ${summary.stored} documents.\n`,
  )
  process.exitCode = (summary?.failed.length ?? 0) > 0 ? 1 : 0
}
