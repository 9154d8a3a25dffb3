import { type Config, readConfig } from '../server/config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { HomeLockedError } from '../store/embedded/errors.ts'
import { readAddress } from '../store/embedded/home-lock.ts'
import { startEmbeddedServer } from '../store/embedded/server.ts'
import { pendingMigrations } from '../store/migrate.ts'
import { CommandError, type Io } from './io.ts'

/** Where the data is: a server that was named, or the embedded one, started here or by another process. */
export type Address = AsyncDisposable & { readonly url: string; readonly where: string }

/**
 * Finds the database: `DATABASE_URL`, else the embedded server of `ISNAD_HOME`, which is started.
 * @param share true joins a server that another process runs on the same home; false refuses with HomeLockedError
 */
export async function locate(config: Config, share: boolean): Promise<Address> {
  if (config.DATABASE_URL !== undefined) {
    const { host } = new URL(config.DATABASE_URL)
    return { url: config.DATABASE_URL, where: `Postgres at ${host}`, [Symbol.asyncDispose]: async () => undefined }
  }
  try {
    const server = await startEmbeddedServer({ home: config.ISNAD_HOME })
    const { port } = new URL(server.url)
    const where = `embedded Postgres on port ${port}, data in ${config.ISNAD_HOME}`
    return { url: server.url, where, [Symbol.asyncDispose]: () => server.stop() }
  } catch (error) {
    const url = share && error instanceof HomeLockedError ? await readAddress(config.ISNAD_HOME) : null
    if (url === null) throw error
    return { url, where: 'the embedded Postgres of a running service', [Symbol.asyncDispose]: async () => undefined }
  }
}

/**
 * Opens the database for a command that works on one that is set up; joins a running service's.
 * @throws CommandError when migrations are missing
 */
export async function openStore(io: Io): Promise<Database> {
  const address = await locate(readConfig(io.environment), true)
  try {
    const missing = await pendingMigrations(address.url)
    if (missing.length > 0) {
      throw new CommandError(
        `The database is not up to date (${missing.join(', ')}). Run \`npm run -s isnad -- migrate\` first.`,
      )
    }
    const database = openDatabase(address.url)
    return {
      ...database,
      async [Symbol.asyncDispose]() {
        await database[Symbol.asyncDispose]()
        await address[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await address[Symbol.asyncDispose]()
    throw error
  }
}
