import { type Config, readConfig } from '../server/config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { HomeLockedError } from '../store/embedded/errors.ts'
import { readAddress } from '../store/embedded/home-lock.ts'
import { startEmbeddedServer } from '../store/embedded/server.ts'
import { askVersion, placeOf } from '../store/given-server.ts'
import { pendingMigrations } from '../store/migrate.ts'
import { CommandError, type Io } from './io.ts'

/** Where the data is: a server that was named, or the embedded one, started here or by another process. */
export type Address = AsyncDisposable & {
  readonly url: string
  /** For people. */
  readonly where: string
  /** Settles when a server that was started here has gone, asked for or not; never settles for another's. */
  readonly gone: Promise<void>
}

/**
 * Finds the database: `DATABASE_URL`, else the embedded server of `ISNAD_HOME`, which is started.
 * @param share true joins a server that another process runs on the same home; false refuses with HomeLockedError
 * @throws GivenServerError when the server of `DATABASE_URL` cannot be used
 * @throws CommandError when `ISNAD_HOME` cannot
 */
export async function locate(config: Config, share: boolean): Promise<Address> {
  const { DATABASE_URL: given, ISNAD_HOME: home } = config
  if (given !== undefined) return elsewhere(given, `Postgres ${await askVersion(given)} at ${placeOf(given)}`)
  try {
    const server = await startEmbeddedServer({ home })
    const where = `embedded Postgres on port ${new URL(server.url).port}, data in ${home}`
    return { url: server.url, where, gone: server.gone, [Symbol.asyncDispose]: () => server.stop() }
  } catch (error) {
    const url = share && error instanceof HomeLockedError ? await readAddress(home) : null
    if (url !== null) return elsewhere(url, 'the embedded Postgres of a running service')
    throw isRefusedByDisk(error) ? unusable(home, error) : error
  }
}

/**
 * Opens the database for a command that works on one that is set up; joins a running service's.
 * @throws CommandError when migrations are missing
 */
export async function openStore(io: Io): Promise<Database & Pick<Address, 'gone'>> {
  await using opening = new AsyncDisposableStack()
  const address = opening.use(await locate(readConfig(io.environment), true))
  const missing = await pendingMigrations(address.url)
  if (missing.length > 0) {
    throw new CommandError(
      `The database is not up to date (${missing.join(', ')}). Run \`npm run -s isnad -- migrate\` first.`,
    )
  }
  const database = opening.use(openDatabase(address.url))
  const opened = opening.move()
  return { ...database, gone: address.gone, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

function elsewhere(url: string, where: string): Address {
  const never = new Promise<void>(() => undefined)
  return { url, where, gone: never, [Symbol.asyncDispose]: async () => undefined }
}

/** Whether an error comes from the file system: no such folder, no right to write, no space. */
function isRefusedByDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

function unusable(home: string, error: NodeJS.ErrnoException): CommandError {
  const message = `The folder ${home} cannot be used (${error.code}). Give one that this user may write to: ISNAD_HOME=another/folder`
  return new CommandError(message, { cause: error })
}
