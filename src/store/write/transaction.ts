import type { Database } from '../database.ts'
import { sqlState } from '../database-error.ts'
import type { Prisma } from '../generated/client.ts'

/** Prisma inside a transaction: what every writer here is given. */
export type Transaction = Prisma.TransactionClient

/** Writers work on shared rows one after the other; any number, the same in every process. */
const settleLock = 7_142_027
const doorLock = 7_142_028

/** Deadlock, serialization failure, and a foreign key lost to a clean-up that ran in between. */
const passing = new Set(['40P01', '40001', '23503'])
const attempts = 5

/**
 * Runs `work` in one transaction, again from the start when it lost against another writer. A writer may wait long for
 * its turn, so that the usual limit on a statement does not hold here.
 * @param limit milliseconds after which it is given up; ten minutes unless told
 */
export async function inTransaction<T>(
  { prisma }: Pick<Database, 'prisma'>,
  work: (tx: Transaction) => Promise<T>,
  limit = 600_000,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(
        async (tx) => {
          await tx.$executeRaw`select set_config('statement_timeout', ${String(limit)}, true)`
          return work(tx)
        },
        { maxWait: limit, timeout: limit },
      )
    } catch (error) {
      if (attempt === attempts || !passing.has(sqlState(error) ?? '')) throw error
    }
  }
}

/** Comes in to write, beside other writers, but never beside one that `enterAlone`. First thing in a transaction. */
export async function enter(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${doorLock})`
}

/** Comes in when the last writer has gone, and lets none in until the transaction ends. First thing in a transaction. */
export async function enterAlone(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${doorLock})`
}

/**
 * Waits until this transaction alone may touch what documents share: events, stories, counts, names. Held until it
 * ends. Nothing after it may wait for a row that another writer holds.
 */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${settleLock})`
}
