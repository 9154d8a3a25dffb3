import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from '../src/ingest/document-hash.ts'
import type { IngestRunOptions } from '../src/ingest/ingest-offers.ts'
import type { Tally } from '../src/ingest/tally.ts'
import { documentId } from '../src/resolution/ids.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { documentIds } from '../src/store/documents.ts'
import { startEmbeddedServer } from '../src/store/embedded/server.ts'
import { migrate } from '../src/store/migrate.ts'

/** The documents that ship with Isnad. */
export const seedFolder = join(import.meta.dirname, 'documents')

/**
 * Loads the documents that ship into a database that holds no others: an empty one, and one whose first load was cut
 * short. One that holds anything else is left alone.
 * @returns null when it was left alone, or holds them all
 */
export async function seed(database: Database, options: IngestRunOptions = {}): Promise<Tally | null> {
  const shipped = await shippedIds()
  const stored = await documentIds(database.prisma, null, shipped.size + 1)
  if (stored.length >= shipped.size || stored.some((id) => !shipped.has(id))) return null
  // Reading loads all lexicons, which takes a second that a database with documents is spared.
  const { ingestFiles } = await import('../src/ingest/ingest-files.ts')
  return ingestFiles(database, [seedFolder], options)
}

/** The ids that the documents that ship have in every database. */
async function shippedIds(): Promise<ReadonlySet<string>> {
  const names = await readdir(seedFolder)
  const bytes = await Promise.all(names.map((name) => readFile(join(seedFolder, name))))
  return new Set(bytes.map((each) => documentId(sha256Of(each))))
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
  process.exitCode = (summary?.refused ?? 0) > 0 ? 1 : 0
}
