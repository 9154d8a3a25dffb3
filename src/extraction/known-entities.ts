/** Entities of an article by what the lexicon calls them, worked out once for all rules that ask. */
import type { EntityKind, LocalEntity } from './annotations.ts'

const KNOWN = new WeakMap<readonly LocalEntity[], ReadonlyMap<string, number>>()

/** Index of the first entity of a kind with that lexicon key; null when the article has none, or the key is null. */
export function knownEntity(entities: readonly LocalEntity[], kind: EntityKind, lexiconKey: string | null) {
  if (lexiconKey === null) return null
  const known = KNOWN.get(entities) ?? byKey(entities)
  KNOWN.set(entities, known)
  return known.get(`${kind} ${lexiconKey}`) ?? null
}

function byKey(entities: readonly LocalEntity[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [index, { kind, lexiconKey }] of entities.entries()) {
    const id = `${kind} ${lexiconKey}`
    if (lexiconKey !== null && !found.has(id)) found.set(id, index)
  }
  return found
}
