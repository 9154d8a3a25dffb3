import { Client } from 'pg'
import { sqlState } from './database-error.ts'

/** The server of DATABASE_URL cannot be used. The message says why and what to do; it never holds the password. */
export class GivenServerError extends Error {
  override readonly name = 'GivenServerError'
  readonly code = 'GIVEN_SERVER'
}

/** The oldest Postgres that the migrations and queries run on. */
const oldest = 15

const patience = 5_000

/** What to do about an SQLSTATE with which a server refuses a connection. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'it refuses the user or the password. Check both in DATABASE_URL.',
  '28000': 'it does not let this user in from here. Check the user in DATABASE_URL, and the server’s pg_hba.conf.',
  '3D000': 'it has no such database. Make it (`createdb NAME`), or name another in DATABASE_URL.',
  '53300': 'it has no connection left. Raise its max_connections, or stop what holds them.',
  '57P03': 'it is starting up or shutting down. Try again shortly.',
}

/**
 * Asks a server that was named to us who it is.
 * @returns its version, as `15.14`
 * @throws GivenServerError when it cannot be reached, lets us not in, or is older than Postgres 15
 */
export async function askVersion(url: string): Promise<string> {
  const place = placeOf(url)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, application_name: 'isnad' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as version",
    )
    const [{ number, version } = { number: 0, version: 'unknown' }] = rows
    if (number >= oldest * 10_000) return version
    throw new GivenServerError(
      `Postgres ${version} at ${place} is too old: Isnad needs ${oldest} or later. Leave DATABASE_URL empty to use the embedded one.`,
    )
  } catch (cause) {
    if (cause instanceof GivenServerError) throw cause
    throw new GivenServerError(`The Postgres at ${place} cannot be used: ${reasonOf(cause)}`, { cause })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Where a connection string leads, for people. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

function reasonOf(error: unknown): string {
  const known = refusals[sqlState(error) ?? '']
  if (known !== undefined) return known
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host. Check DATABASE_URL.'
  const detail = code ?? message
  return `it does not answer (${detail}). Start it, check DATABASE_URL, or leave that empty to use the embedded one.`
}
