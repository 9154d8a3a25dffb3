import type { Database } from '../store/database.ts'
import { fileInputs } from './file-inputs.ts'
import { findFiles } from './find-files.ts'
import { type IngestRunOptions, ingestOffers } from './ingest-offers.ts'
import { offersOf } from './offers.ts'
import type { Tally } from './tally.ts'

/**
 * Takes in files, folders and globs, packages taken apart. What fails is named in the tally, and its neighbours go on.
 * @throws UnavailableError when the database cannot be reached; a later run goes on where this one stopped
 */
export async function ingestFiles(
  database: Database,
  paths: readonly string[],
  options: IngestRunOptions = {},
): Promise<Tally> {
  return ingestOffers(database, offersOf(fileInputs(await findFiles(paths))), options)
}
