/**
 * Human decisions replayed over what extraction found, in the order in which they were made. Keyed to content (entity
 * and mention ids), so that a decision holds after every re-ingest; one that finds nothing of its own in a document
 * changes nothing there.
 */
import { splitEntityId } from './ids.ts'
import type { DocumentKnowledge, EntityRow, MentionRow, NameRow } from './knowledge.ts'
import { nameKey } from './name-key.ts'
import { type Edge, type Relink, relink } from './relink.ts'

/** One decision, as it is kept in the log. */
export type Correction =
  | { readonly kind: 'MERGE'; readonly fromIds: readonly string[]; readonly intoId: string }
  | { readonly kind: 'SPLIT'; readonly entityId: string; readonly mentionIds: readonly string[]; readonly name: string }
  | { readonly kind: 'RENAME'; readonly entityId: string; readonly name: string; readonly language: string }
  | { readonly kind: 'REJECT'; readonly mentionId: string }

/**
 * The document's knowledge as the decisions leave it. `known` gives entities by id that the document may not have
 * itself: a merge into one that neither has is passed over. The same decisions twice change nothing more.
 */
export function applyCorrections(
  knowledge: DocumentKnowledge,
  corrections: readonly Correction[],
  known: ReadonlyMap<string, EntityRow> = new Map(),
): DocumentKnowledge {
  return corrections.reduce((now, correction) => applyOne(now, correction, known), knowledge)
}

function applyOne(
  knowledge: DocumentKnowledge,
  correction: Correction,
  known: ReadonlyMap<string, EntityRow>,
): DocumentKnowledge {
  switch (correction.kind) {
    case 'MERGE':
      return merge(knowledge, correction.fromIds, correction.intoId, known)
    case 'SPLIT':
      return split(knowledge, correction.entityId, correction.mentionIds, correction.name)
    case 'RENAME':
      return rename(knowledge, correction.entityId, correction.name, correction.language)
    case 'REJECT':
      return reject(knowledge, correction.mentionId)
  }
}

/** Entities of one kind become one; the names of those that went are names of the one that stays. */
function merge(
  knowledge: DocumentKnowledge,
  fromIds: readonly string[],
  intoId: string,
  known: ReadonlyMap<string, EntityRow>,
): DocumentKnowledge {
  const into = knowledge.entities.find((entity) => entity.id === intoId) ?? known.get(intoId)
  if (into === undefined) return knowledge
  const merged = knowledge.entities.filter(
    ({ id, kind }) => id !== intoId && kind === into.kind && fromIds.includes(id),
  )
  if (merged.length === 0) return knowledge
  const gone = new Set(merged.map(({ id }) => id))
  const names = uniqueNames(
    [into, ...merged].flatMap((entity) => (entity === into ? entity.names : plainNames(entity))),
  )
  const rest = knowledge.entities.filter(({ id }) => id !== intoId)
  return relink(knowledge, [...rest, { ...into, names }], (id) => (gone.has(id) ? intoId : id))
}

/**
 * Mentions become those of a new entity. What else speaks of the old one goes with them where its words hold only
 * mentions that go, or where the whole article has no others.
 */
function split(
  knowledge: DocumentKnowledge,
  entityId: string,
  mentionIds: readonly string[],
  name: string,
): DocumentKnowledge {
  const entity = knowledge.entities.find(({ id }) => id === entityId)
  const all = knowledge.mentions.filter((mention) => mention.entityId === entityId)
  const going = all.filter(({ id }) => mentionIds.includes(id))
  if (entity === undefined || going.length === 0) return knowledge
  const id = splitEntityId(entityId, mentionIds)
  const language = languageIn(knowledge, going[0]) ?? entity.language
  const given = { language, text: name, key: nameKey(name), preferred: true }
  const surfaces = going.filter(({ form }) => form === 'NAME').map(({ text }) => nameOf(language, text))
  const facts = { id, key: `split ${id}`, name, language, wikidataId: null, latitude: null, longitude: null }
  const row: EntityRow = { ...entity, ...facts, code: null, alpha3: null, names: uniqueNames([given, ...surfaces]) }
  const staying = all.filter((mention) => !going.includes(mention))
  const to: Relink = (found, edge) => (found === entityId && follows(edge, going, staying) ? id : found)
  return relink(knowledge, [...knowledge.entities, row], to)
}

function rename(knowledge: DocumentKnowledge, entityId: string, name: string, language: string): DocumentKnowledge {
  const given = { language, text: name, key: nameKey(name), preferred: true }
  const entities = knowledge.entities.map((entity) => {
    if (entity.id !== entityId) return entity
    const others = entity.names.map((row) => (row.language === language ? { ...row, preferred: false } : row))
    return { ...entity, name, language, names: uniqueNames([given, ...others]) }
  })
  return { ...knowledge, entities }
}

/** Words are no mention of their entity; what hung on them alone goes with them. */
function reject(knowledge: DocumentKnowledge, mentionId: string): DocumentKnowledge {
  const mention = knowledge.mentions.find(({ id }) => id === mentionId)
  if (mention === undefined) return knowledge
  const { entityId } = mention
  const staying = knowledge.mentions.filter((other) => other.entityId === entityId && other.id !== mentionId)
  const mentions = knowledge.mentions.filter(({ id }) => id !== mentionId)
  const to: Relink = (id, edge) => (id === entityId && follows(edge, [mention], staying) ? null : id)
  return relink({ ...knowledge, mentions }, knowledge.entities, to)
}

/** Whether an edge goes where `going` go. */
function follows(edge: Edge, going: readonly MentionRow[], staying: readonly MentionRow[]): boolean {
  if (!going.some(({ articleId }) => articleId === edge.articleId)) return false
  if (!staying.some(({ articleId }) => articleId === edge.articleId)) return true
  const lies = (mention: MentionRow) => isInside(mention, edge)
  return going.some(lies) && !staying.some(lies)
}

function isInside(inner: Edge, outer: Edge): boolean {
  const { articleId, field } = outer
  return inner.articleId === articleId && inner.field === field && inner.start >= outer.start && inner.end <= outer.end
}

function plainNames(entity: EntityRow): NameRow[] {
  return [...entity.names, nameOf(entity.language, entity.name)].map((row) => ({ ...row, preferred: false }))
}

function nameOf(language: string, text: string): NameRow {
  return { language, text, key: nameKey(text), preferred: false }
}

/** Each text of a language once; the first says whether it is preferred. */
function uniqueNames(names: readonly NameRow[]): NameRow[] {
  const found = new Map<string, NameRow>()
  for (const row of names) if (!found.has(`${row.language} ${row.text}`)) found.set(`${row.language} ${row.text}`, row)
  return [...found.values()]
}

function languageIn(knowledge: DocumentKnowledge, mention: MentionRow | undefined): string | undefined {
  return knowledge.articles.find(({ id }) => id === mention?.articleId)?.language
}
