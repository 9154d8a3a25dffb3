/**
 * Floors: the F1 that each kind must keep on the corpus of a digest. They rise as the extractor gets better, and fall
 * only where somebody says so.
 */
import type { Scores } from './evaluate.ts'
import { type Kind, kinds } from './score.ts'

/** What `training/floors.json` holds. */
export type Floors = {
  /** SHA-256 of the corpus, so that floors are never compared on another one. */
  readonly digest: string
  readonly f1: Readonly<Record<Kind, number>>
}

/** How far a figure may lie under its floor: less than a change of rules that anyone would see. */
export const SLACK = 0.005
/** How far under the measured figure a new floor is set. */
const MARGIN = 0.003

/** Kinds that fell below their floors, with both figures; empty when all is well. */
export function belowFloors(scores: Scores, { f1 }: Floors): { kind: Kind; floor: number; f1: number }[] {
  return kinds.flatMap((kind) =>
    scores[kind].f1 < f1[kind] - SLACK ? [{ kind, floor: f1[kind], f1: scores[kind].f1 }] : [],
  )
}

/**
 * Floors a little under what was measured. Without `lower`, none falls: kinds that measure less keep the floor they
 * had, and are named.
 */
export function pinned(
  scores: Scores,
  digest: string,
  before: Floors | null,
  lower: boolean,
): { floors: Floors; kept: readonly Kind[] } {
  const measured = (kind: Kind) => Math.max(0, Math.floor((scores[kind].f1 - MARGIN) * 1000) / 1000)
  const kept = before === null || lower ? [] : kinds.filter((kind) => measured(kind) < before.f1[kind])
  const floor = (kind: Kind) => (before !== null && kept.includes(kind) ? before.f1[kind] : measured(kind))
  const f1 = Object.fromEntries(kinds.map((kind) => [kind, floor(kind)])) as Record<Kind, number>
  return { floors: { digest, f1 }, kept }
}
