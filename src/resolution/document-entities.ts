/**
 * Decides who is who in one document: which entities of its articles are one, and by which key each is known
 * everywhere. Wrong merges are worse than missed ones, so nothing merges across kinds, and a bare surname takes a full
 * name only when the document has no other that it could be.
 *
 * Keys: the lexicon's; else the folded fullest name. A person known by one word only, whom nothing in the document
 * names in full, keeps to its document: the same surname elsewhere is somebody else until a reader says otherwise.
 */
import type { ArticleAnnotations, EntityKind, LocalEntity } from '../extraction/annotations.ts'
import { isShortFormOf, nameParts } from '../extraction/mentions/name-parts.ts'
import { nameKey } from './name-key.ts'

/** An entity as its document knows it, over all articles. */
export type DocumentEntity = {
  readonly kind: EntityKind
  readonly key: string
  /** Its fullest local form. */
  readonly local: LocalEntity
}

type Candidate = { readonly key: string; readonly parts: readonly string[]; readonly known: boolean }

/**
 * For each article, for each of its local entities, the document's entity. Entities of one kind and key are the same
 * object.
 */
export function documentEntities(articles: readonly ArticleAnnotations[], sha256: string): DocumentEntity[][] {
  const locals = articles.flatMap((article) => article.entities)
  const people = personCandidates(locals)
  const found = new Map<string, DocumentEntity>()
  for (const local of locals) {
    const key = keyOf(local, people, sha256)
    const id = `${local.kind} ${key}`
    const known = found.get(id)
    if (known === undefined || isFuller(local, known.local)) found.set(id, { kind: local.kind, key, local })
  }
  return articles.map((article) =>
    article.entities.flatMap((local) => found.get(`${local.kind} ${keyOf(local, people, sha256)}`) ?? []),
  )
}

function keyOf(local: LocalEntity, people: readonly Candidate[], sha256: string): string {
  if (local.lexiconKey !== null) return local.lexiconKey
  const key = nameKey(local.name)
  if (local.kind === 'PERSON') return personKey(key, nameParts(local.name), people, sha256)
  return local.countryCode === null ? key : `${key} ${local.countryCode}`
}

function personKey(key: string, parts: readonly string[], people: readonly Candidate[], sha256: string): string {
  const same = people.find((one) => one.parts.join(' ') === key)
  if (same !== undefined) return same.key
  const full = people.filter((one) => isShortFormOf(parts, one.parts))
  if (full.length === 1 && full[0] !== undefined) return full[0].key
  return parts.length > 1 ? key : `${key} ${sha256.slice(0, 16)}`
}

/** Persons that the document names in full, each once; a name and its own longer form are one. */
function personCandidates(locals: readonly LocalEntity[]): Candidate[] {
  const named = new Map<string, Candidate>()
  for (const { kind, name, lexiconKey } of locals) {
    const parts = nameParts(name)
    if (kind !== 'PERSON' || (parts.length < 2 && lexiconKey === null)) continue
    const known = lexiconKey !== null
    const id = parts.join(' ')
    if (known || !named.has(id)) named.set(id, { key: lexiconKey ?? id, parts, known })
  }
  const all = [...named.values()]
  const merged = all.map((one) => {
    if (one.known) return one
    const fuller = all.filter((other) => isShortFormOf(one.parts, other.parts))
    return fuller.length === 1 && fuller[0] !== undefined ? { ...one, key: fuller[0].key } : one
  })
  return onePerKey(merged)
}

function onePerKey(candidates: readonly Candidate[]): Candidate[] {
  const fullest = new Map<string, Candidate>()
  for (const one of candidates) {
    const known = fullest.get(one.key)
    if (known === undefined || one.parts.length > known.parts.length) fullest.set(one.key, one)
  }
  return [...fullest.values()]
}

/** Longer names say more; among equals the first by code unit, so that no order decides. */
function isFuller(a: LocalEntity, b: LocalEntity): boolean {
  return a.name.length > b.name.length || (a.name.length === b.name.length && a.name < b.name)
}
