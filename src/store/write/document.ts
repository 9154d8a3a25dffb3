import type { DocumentKnowledge, EntityRow } from '../../resolution/knowledge.ts'
import { announce } from '../live.ts'
import { deleteUnusedAliases, type NamedBy, recountAliases, writeAliases } from './aliases.ts'
import { writeArticles } from './articles.ts'
import { writeAttribution } from './attribution.ts'
import { recountEntities } from './counts.ts'
import { ensureEntities, joinEntities, overwriteEntities } from './entities.ts'
import { regroupEvents } from './events.ts'
import { writeMentions } from './mentions.ts'
import { type Purged, purgeDocuments } from './purge.ts'
import { writeQuotes } from './quotes.ts'
import { writeReports } from './reports.ts'
import { writeRoles } from './roles.ts'
import { idsOf, uniqueBy, withoutNul } from './rows.ts'
import { writeSentences } from './sentences.ts'
import { ensureSources, joinSources, type LinkedSource } from './sources.ts'
import { relinkStories } from './stories.ts'
import { enter, type Transaction, takeTurn } from './transaction.ts'
import { deleteUnreferenced, unspokenEntities } from './unreferenced.ts'
import { exchangeVersions } from './versions.ts'

/** A document as it was handed over, with what it says. */
export type IncomingDocument = {
  /** As the corrections in force leave it. */
  readonly knowledge: DocumentKnowledge
  /** Entities that a correction merged away: their ids go on answering. */
  readonly merged: readonly MergedEntity[]
  readonly bytes: Uint8Array
  readonly filename: string | null
  readonly givenType: string | null
  /** RFC 3339, as the archive or server that handed it over says. */
  readonly retrievedAt: string | null
  /** Of all documents of one run when the run began, so that which version is newest does not hang on their order. */
  readonly receivedAt: Date
}

export type MergedEntity = { readonly entity: EntityRow; readonly intoId: string }

/** What must hold when a writer's turn has come, before anything changes: throws when it does not. */
export type OnTurn = (tx: Transaction) => Promise<void>

/**
 * Writes a document that the database does not have yet, whole.
 * @returns false, and writes nothing, when the database has the document
 */
export async function writeDocument(tx: Transaction, incoming: IncomingDocument, onTurn?: OnTurn): Promise<boolean> {
  return (await writeDocuments(tx, [incoming], onTurn)) === 1
}

/**
 * Writes those of some documents that the database does not have yet, all of them or none, for little more than one
 * costs. Shared rows are made in id order; then, in its turn, it marks the versions of their articles, regroups the
 * events that they report, links their articles into stories and counts anew from the rows, so that the same documents
 * give the same database in any order and by any number of writers.
 * @returns how many it wrote
 */
export async function writeDocuments(
  tx: Transaction,
  documents: readonly IncomingDocument[],
  onTurn?: OnTurn,
): Promise<number> {
  await enter(tx)
  const fresh: IncomingDocument[] = []
  for (const document of documents.toSorted(byId)) {
    if (await insertDocument(tx, document)) fresh.push(document)
  }
  if (fresh.length === 0) return 0
  await ensureShared(tx, fresh)
  await writeOwnRows(tx, fresh)
  await takeTurn(tx)
  await onTurn?.(tx)
  await settle(tx, fresh, nothingPurged)
  for (const { knowledge } of fresh) await announce(tx, knowledge.document.id)
  return fresh.length
}

/**
 * Takes away what some stored documents say and writes what they say now, in one go: all of them change, or none.
 * @param corrected entities that a decision changed: what they are called is written over, not joined with what stood
 */
export async function rewriteDocuments(
  tx: Transaction,
  documents: readonly IncomingDocument[],
  corrected: readonly string[] = [],
  onTurn?: OnTurn,
): Promise<void> {
  await enter(tx)
  await ensureShared(tx, documents)
  await takeTurn(tx)
  await onTurn?.(tx)
  const purged = await purgeDocuments(tx, documents.map(({ knowledge }) => knowledge.document.id).sort())
  const changed = await regroupEvents(tx, purged.groupKeys)
  await tx.$executeRaw`update entity set merged_into_id = null where id = any(${corrected}::uuid[])`
  await deleteUnreferenced(tx, { ...purged, entityIds: [...purged.entityIds, ...corrected] })
  await ensureShared(tx, documents)
  const entities = entitiesOf(documents)
  const stale = new Set([...corrected, ...(await unspokenEntities(tx, idsOf(entities)))])
  await overwriteEntities(
    tx,
    entities.filter(({ id }) => stale.has(id)),
  )
  for (const document of documents) await updateDocument(tx, document)
  await writeOwnRows(tx, documents)
  await settle(tx, documents, { ...purged, changed })
}

/** Writes what a stored document says, after `rebuild` has taken away what all of them said. */
export async function writeAgain(tx: Transaction, document: IncomingDocument): Promise<void> {
  await updateDocument(tx, document)
  await ensureShared(tx, [document])
  await writeOwnRows(tx, [document])
  await settle(tx, [document], nothingPurged)
}

async function insertDocument(tx: Transaction, incoming: IncomingDocument): Promise<boolean> {
  const { bytes, receivedAt, retrievedAt } = incoming
  const [filename, givenType] = [withoutNul(incoming.filename), withoutNul(incoming.givenType)]
  const { id, sha256, mediaType, url, crawledAt, text } = incoming.knowledge.document
  const inserted = await tx.$executeRaw`
    insert into document (id, sha256, bytes, filename, given_type, media_type, url, crawled_at, retrieved_at, received_at, text)
    values (
      ${id}::uuid, ${sha256}, ${bytes}, ${filename}, ${givenType}, ${mediaType}, ${url}, ${crawledAt}::timestamptz,
      ${retrievedAt}::timestamptz, ${receivedAt}, ${text})
    on conflict do nothing`
  await tx.$executeRaw`delete from failed_document where sha256 = ${sha256}`
  return inserted === 1
}

async function updateDocument(tx: Transaction, { knowledge }: IncomingDocument): Promise<void> {
  const { id, mediaType, url, crawledAt, text } = knowledge.document
  await tx.$executeRaw`
    update document set media_type = ${mediaType}, url = ${url}, crawled_at = ${crawledAt}::timestamptz, text = ${text}
    where id = ${id}::uuid`
}

async function ensureShared(tx: Transaction, documents: readonly IncomingDocument[]): Promise<void> {
  await ensureEntities(tx, entitiesOf(documents))
  await ensureSources(tx, sourcesOf(documents))
}

/** Rows that belong to one document alone, of some documents. */
async function writeOwnRows(tx: Transaction, documents: readonly IncomingDocument[]): Promise<void> {
  const knowledge = documents.map((document) => document.knowledge)
  const [reports, quotes] = [knowledge.flatMap((one) => one.reports), knowledge.flatMap((one) => one.quotes)]
  await writeArticles(tx, knowledge)
  await writeSentences(
    tx,
    knowledge.flatMap((one) => one.sentences),
  )
  await writeMentions(
    tx,
    knowledge.flatMap((one) => one.mentions),
  )
  await writeReports(tx, reports)
  await writeQuotes(tx, quotes)
  await writeAttribution(tx, reports, quotes)
}

const nothingPurged = {
  ...{ entityIds: [], sourceIds: [], roleIds: [], groupKeys: [], storyIds: [], names: [], versionKeys: [] },
  changed: [],
}

/** Sets right all that documents share, from the rows as they stand now. */
async function settle(
  tx: Transaction,
  documents: readonly IncomingDocument[],
  purged: Purged & { readonly changed: readonly string[] },
): Promise<void> {
  const knowledge = documents.map((document) => document.knowledge)
  const entities = uniqueBy(
    knowledge.flatMap((one) => one.entities),
    ({ id }) => id,
  )
  await joinEntities(
    tx,
    documents.flatMap((document) => entitiesOf([document])),
  )
  await joinSources(tx, sourcesOf(documents))
  await writeAliases(tx, knowledge)
  await writeRoles(
    tx,
    knowledge.flatMap((one) => one.roles),
  )
  await markMerged(tx, documents)
  const versionKeys = knowledge.flatMap((one) => one.articles.map(({ versionKey }) => versionKey))
  const exchanged = await exchangeVersions(tx, [...versionKeys, ...purged.versionKeys])
  const reports = knowledge.flatMap((one) => one.reports)
  const moved = await regroupEvents(tx, [...reports.map(({ groupKey }) => groupKey), ...exchanged.groupKeys])
  const articleIds = knowledge.flatMap((one) => idsOf(one.articles))
  await relinkStories(tx, [...articleIds, ...exchanged.articleIds, ...moved, ...purged.changed], purged.storyIds)
  const names: NamedBy[] = [...knowledge.flatMap((one) => one.mentions), ...exchanged.names]
  const named = exchanged.names.map(({ entityId }) => entityId)
  await recountEntities(tx, [...idsOf(entities), ...purged.entityIds, ...named])
  await recountAliases(tx, [...names, ...purged.names])
  await deleteUnusedAliases(tx, purged.names)
}

function byId({ knowledge: one }: IncomingDocument, { knowledge: other }: IncomingDocument): number {
  return one.document.id < other.document.id ? -1 : 1
}

async function markMerged(tx: Transaction, documents: readonly IncomingDocument[]): Promise<void> {
  const merged = documents.flatMap((document) => document.merged)
  await tx.$executeRaw`
    update entity e set merged_into_id = n.into_id, article_count = 0
    from unnest(${merged.map(({ entity }) => entity.id)}::uuid[], ${merged.map(({ intoId }) => intoId)}::uuid[]) n(id, into_id)
    where e.id = n.id and e.merged_into_id is distinct from n.into_id`
}

/** Every entity row that some documents need, once, with those that corrections merged away. */
function entitiesOf(documents: readonly IncomingDocument[]): EntityRow[] {
  const rows = documents.flatMap(({ knowledge, merged }) => [
    ...knowledge.entities,
    ...merged.map(({ entity }) => entity),
  ])
  return uniqueBy(rows, ({ id }) => id)
}

function sourcesOf(documents: readonly IncomingDocument[]): LinkedSource[] {
  const rows = documents.flatMap(({ knowledge }) => {
    const countries = new Map(knowledge.entities.map(({ code, id }) => [code, id]))
    return knowledge.sources.map((source) => {
      const { countryCode } = source
      return { ...source, countryId: countryCode === null ? null : (countries.get(countryCode) ?? null) }
    })
  })
  return uniqueBy(rows, ({ id }) => id)
}
