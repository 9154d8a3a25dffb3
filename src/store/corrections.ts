import { randomUUID } from 'node:crypto'
import type { Correction } from '../resolution/corrections.ts'
import type { EntityRow } from '../resolution/knowledge.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import type { Transaction } from './write/transaction.ts'

/** A decision of the log, with what it needs to hold in any database that loads the same documents. */
export type LoggedCorrection = {
  readonly id: string
  readonly correction: Correction
  readonly reason: string | null
  readonly undone: boolean
  /** Of a MERGE: the entity that stays, as it was, because a document may know only the one that goes. */
  readonly into: EntityRow | null
  /** Of a REJECT: the document that holds the words, as the mention itself is gone while the decision holds. */
  readonly documentId: string | null
}

/** The decisions in force, in the order in which they were made, and a name for exactly this list. */
export type CorrectionsInForce = { readonly version: string; readonly corrections: readonly LoggedCorrection[] }

type Row = { id: string; kind: string; payload: Prisma.JsonValue; reason: string | null; undone_at: Date | null }

/** Reads the decisions in force. */
export async function readCorrections(db: PrismaClient | Transaction): Promise<CorrectionsInForce> {
  const rows = await db.$queryRaw<Row[]>`
    select id::text, kind::text, payload, reason, undone_at from correction where undone_at is null order by ordinal`
  return { version: rows.map(({ id }) => id).join(' '), corrections: rows.map(loggedCorrection) }
}

/** A decision was made or undone while a document was being understood: understand it again. */
export class StaleCorrectionsError extends Error {
  override readonly name = 'StaleCorrectionsError'
  readonly code = 'STALE_CORRECTIONS'
}

/**
 * Refuses to go on when other decisions are in force than those that were read. Only in one's turn.
 * @throws StaleCorrectionsError
 */
export async function requireSame(tx: Transaction, inForce: CorrectionsInForce): Promise<void> {
  if ((await readCorrections(tx)).version !== inForce.version) throw new StaleCorrectionsError()
}

/** One decision of the log, in force or not; null when there is none of this id. */
export async function readCorrection(db: PrismaClient | Transaction, id: string): Promise<LoggedCorrection | null> {
  const rows = await db.$queryRaw<Row[]>`
    select id::text, kind::text, payload, reason, undone_at from correction where id = ${id}::uuid`
  const [row] = rows
  return row === undefined ? null : loggedCorrection(row)
}

/** Adds a decision at the end of the log. Only in one's turn. */
export async function logCorrection(
  tx: Transaction,
  decision: Pick<LoggedCorrection, 'correction' | 'reason' | 'into' | 'documentId'>,
): Promise<string> {
  const id = randomUUID()
  const { correction, reason, into, documentId } = decision
  const payload = JSON.stringify({ ...correction, into, documentId })
  await tx.$executeRaw`
    insert into correction (id, kind, payload, reason, created_at)
    values (${id}::uuid, ${correction.kind}::correction_kind, ${payload}::jsonb, ${reason}, now())`
  return id
}

/** Takes a decision out of force. Only in one's turn. */
export async function markUndone(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`update correction set undone_at = now() where id = ${id}::uuid and undone_at is null`
}

/** For every entity that the decisions merge away, the one that stays in the end. */
export function mergeTargets(corrections: readonly LoggedCorrection[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const { correction } of corrections) {
    if (correction.kind !== 'MERGE') continue
    for (const [from, into] of targets) if (correction.fromIds.includes(into)) targets.set(from, correction.intoId)
    for (const from of correction.fromIds) targets.set(from, correction.intoId)
    targets.delete(correction.intoId)
  }
  return targets
}

function loggedCorrection({ id, kind, payload, reason, undone_at }: Row): LoggedCorrection {
  const { into = null, documentId = null, ...rest } = payload as Record<string, unknown>
  return {
    id,
    correction: { ...rest, kind } as Correction,
    reason,
    undone: undone_at !== null,
    into: into as EntityRow | null,
    documentId: documentId as string | null,
  }
}
