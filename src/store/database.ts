import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './generated/client.ts'

/** One pool of connections, and Prisma on it. Close it with `await using` or `[Symbol.asyncDispose]()`. */
export type Database = AsyncDisposable & {
  readonly prisma: PrismaClient
  /** The pool under `prisma`, for statements whose text a compiler writes. */
  readonly pool: Pool
  readonly url: string
}

export type DatabaseOptions = {
  /** Most connections at a time; 10 unless told. */
  readonly connections?: number
  /** Milliseconds after which the server gives up a statement; 30 s unless told, 0 for never. */
  readonly statementTimeout?: number
}

/**
 * Opens a database. Connecting is left to the first statement. A connection that the server drops is replaced by the
 * pool; what ran on it fails, nothing else.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeout ?? 30_000,
    application_name: 'isnad',
  })
  // Without a listener an idle connection's loss would end the process.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }) })
  const close = async (): Promise<void> => {
    await prisma.$disconnect()
    await pool.end()
  }
  return { prisma, pool, url, [Symbol.asyncDispose]: close }
}

/** A prepared statement's name: the same text has the same plan on a connection. */
function nameOf(sql: string): string {
  return createHash('sha1').update(sql).digest('base64url')
}
