import { readConfig } from '../server/config.ts'
import { migrate as applyMigrations } from '../store/migrate.ts'
import { exitCode, type Io } from './io.ts'
import { openSteps } from './steps.ts'
import { locate } from './store.ts'

/** Brings the database to this release's schema; says what it applied. */
export async function migrate(io: Io): Promise<number> {
  const config = readConfig(io.environment)
  const steps = openSteps(io)
  await using address = await steps.run(
    'database',
    () => locate(config, true),
    ({ where }) => where,
  )
  await steps.run('migrations', () => applyMigrations(address.url), describeMigrations)
  return exitCode.ok
}

/** "nothing to do", or the names of what was applied. */
export function describeMigrations(applied: readonly string[]): string {
  return applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`
}
