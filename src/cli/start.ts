import { readConfig } from '../server/config.ts'
import { openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { refusalLine } from './ingest-summary.ts'
import type { Io } from './io.ts'
import { describeMigrations } from './migrate.ts'
import { attend, untilStopped } from './serve.ts'
import { openSteps } from './steps.ts'
import { locate } from './store.ts'

/**
 * Sets up whatever is missing (database, migrations, first documents) and serves until it is told to stop. The rooms
 * that take a second to load (lexicons, schema) come with the steps that need them: what is wrong shows before that.
 */
export async function start(io: Io): Promise<number> {
  return untilStopped(io, async () => {
    const config = readConfig(io.environment)
    const steps = openSteps(io)
    await using address = await steps.run(
      'database',
      () => locate(config, false),
      ({ where }) => where,
    )
    await steps.run('migrations', () => migrate(address.url), describeMigrations)
    await using database = openDatabase(address.url)
    const seeded = await steps.run(
      'documents',
      async () => (await import('../../seeds/seed.ts')).seed(database, { signal: io.signal }),
      (summary) =>
        summary === null ? 'the database holds documents already' : `${summary.stored} loaded from seeds/documents`,
    )
    for (const refused of seeded?.refusals ?? []) io.err(`          ${refusalLine(refused)}`)
    await using service = await steps.run(
      'server',
      async () => (await import('../server/open-service.ts')).openService(database, config),
      ({ url }) => url,
    )
    await attend(service, address.gone, io)
  })
}
