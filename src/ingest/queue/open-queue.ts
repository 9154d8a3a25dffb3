import { fromPrisma, PgBoss } from 'pg-boss'
import { documentId } from '../../resolution/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Transaction } from '../../store/write/transaction.ts'

/**
 * The queue of documents that come in: pg-boss, in its own schema of the same database. It says whose turn a document is
 * and notices when whoever took it is gone; what is done is decided by rows alone (a document's hash, `incoming_document`),
 * so that a job that comes twice does no harm.
 */
export type Queue = AsyncDisposable & {
  /** Puts documents into the queue when `tx` commits, each once however often it is put there. */
  put(tx: Transaction, documents: readonly Queued[]): Promise<void>
  /** Takes documents out of the others' reach, the longest waiting first, for as long as they are kept. */
  claim(most: number): Promise<readonly Queued[]>
  /** Says that whoever claimed them is still there; to be said more often than every ten seconds. */
  keep(hashes: readonly string[]): Promise<void>
  /** Gives claimed documents back, for others to take. */
  giveBack(hashes: readonly string[]): Promise<void>
  /** Takes documents that are done out of the queue. */
  remove(hashes: readonly string[]): Promise<void>
}

/** A document in the queue: the hash of its bytes, and how many these are. */
export type Queued = { readonly sha256: string; readonly size: number }

const name = 'document'

/** After this many seconds in silence a claim lapses; pg-boss allows no less. */
const silence = 10

/** How often lapsed claims are looked for, in seconds. */
const round = 2

/** For ever: a document leaves the queue when it is done, and no other way. */
const retention = { retentionSeconds: 50 * 365 * 86_400, expireInSeconds: 82_800, retryLimit: 1_000_000 }

/** Opens the queue of a database, and sets it up the first time (a tenth of a second, later a hundredth). */
export async function openQueue({ pool }: Pick<Database, 'pool'>): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    superviseIntervalSeconds: round,
    monitorIntervalSeconds: round,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
  })
  // What goes wrong in its rounds shows in our own statements, too; without a listener it would end the process.
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(name, { ...retention, heartbeatSeconds: silence })
  return {
    async put(tx, documents) {
      const jobs = documents.map(({ sha256, size }) => ({ id: documentId(sha256), data: { sha256, size } }))
      await boss.insert(name, jobs, { db: fromPrisma(tx) })
    },
    claim: async (most) => (await boss.fetch<Queued>(name, { batchSize: most })).map(({ data }) => data),
    keep: (hashes) => unlessNone(hashes, (ids) => boss.touch(name, ids)),
    giveBack: (hashes) => unlessNone(hashes, (ids) => boss.fail(name, ids)),
    remove: (hashes) => unlessNone(hashes, (ids) => boss.deleteJob(name, ids)),
    [Symbol.asyncDispose]: () => boss.stop({ close: false }),
  }
}

async function unlessNone(hashes: readonly string[], work: (ids: string[]) => Promise<unknown>): Promise<void> {
  if (hashes.length > 0) await work(hashes.map(documentId))
}
