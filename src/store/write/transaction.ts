import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'
import { sqlState } from '../sql-state.ts'

/** Prisma inside a transaction: what every writer here is given. */
export type Transaction = Prisma.TransactionClient

/** Writers work on shared rows one after the other; any number, the same in every process. */
const settleLock = 7_142_027

/** Deadlock, serialization failure, and a foreign key lost to a clean-up that ran in between. */
const passing = new Set(['40P01', '40001', '23503'])
const attempts = 5

/**
 * Runs `work` in one transaction, again from the start when it lost against another writer. A writer may wait long for
 * its turn, so that the usual limit on a statement does not hold here.
 */
export async function inTransaction<T>(
  { prisma }: Pick<Database, 'prisma'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(
        async (tx) => {
          await tx.$executeRaw`set local statement_timeout = '10min'`
          return work(tx)
        },
        { maxWait: 600_000, timeout: 600_000 },
      )
    } catch (error) {
      if (attempt === attempts || !passing.has(sqlState(error) ?? '')) throw error
    }
  }
}

/**
 * Waits until this transaction alone may touch what documents share: events, stories, counts, names. Held until it
 * ends. Nothing after it may wait for a row that another writer holds.
 */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${settleLock})`
}
