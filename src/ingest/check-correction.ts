import type { Correction } from '../resolution/corrections.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** A foreseeable failure, for people and programs. */
export type UserErrorData = {
  /** Stable and upper case. */
  readonly code: string
  readonly message: string
  /** Where in the input; null when it is about no one part of it. */
  readonly path: readonly string[] | null
}

const longestName = 200

/** Why a decision cannot be taken; empty when it can. */
export async function checkCorrection(db: PrismaClient, correction: Correction): Promise<readonly UserErrorData[]> {
  switch (correction.kind) {
    case 'MERGE':
      return checkMerge(db, correction.fromIds, correction.intoId)
    case 'SPLIT':
      return [...checkName(correction.name), ...(await checkSplit(db, correction.entityId, correction.mentionIds))]
    case 'RENAME':
      return [...checkName(correction.name), ...(await checkEntities(db, [correction.entityId], 'entity'))]
    case 'REJECT':
      return checkMentions(db, [correction.mentionId], 'mention')
  }
}

async function checkMerge(db: PrismaClient, fromIds: readonly string[], intoId: string): Promise<UserErrorData[]> {
  if (fromIds.length === 0) return [wrong('NOTHING_TO_MERGE', 'Name at least one entity that goes.', 'from')]
  if (fromIds.includes(intoId)) return [wrong('MERGE_INTO_ITSELF', 'An entity cannot be merged into itself.', 'into')]
  const missing = [...(await checkEntities(db, fromIds, 'from')), ...(await checkEntities(db, [intoId], 'into'))]
  if (missing.length > 0) return missing
  const rows = await db.$queryRaw<{ kind: string }[]>`
    select distinct kind::text from entity where id = any(${[...fromIds, intoId]}::uuid[])`
  if (rows.length === 1) return []
  return [wrong('KINDS_DIFFER', 'Only entities of one kind can be one: a person is no country.', 'into')]
}

async function checkSplit(db: PrismaClient, entityId: string, mentionIds: readonly string[]): Promise<UserErrorData[]> {
  if (mentionIds.length === 0) return [wrong('NOTHING_TO_SPLIT', 'Name at least one mention that goes.', 'mentions')]
  const missing = [
    ...(await checkEntities(db, [entityId], 'entity')),
    ...(await checkMentions(db, mentionIds, 'mentions')),
  ]
  if (missing.length > 0) return missing
  const [row] = await db.$queryRaw<{ kind: string; others: number; left: number }[]>`
    select (select kind::text from entity where id = ${entityId}::uuid) as kind,
      (select count(*)::int from mention where id = any(${mentionIds}::uuid[]) and entity_id <> ${entityId}::uuid) as others,
      (select count(*)::int from mention where id <> all(${mentionIds}::uuid[]) and entity_id = ${entityId}::uuid) as left`
  if (row?.kind === 'COUNTRY') return [wrong('COUNTRY_IS_ONE', 'A country is not split; reject the mention.', 'entity')]
  if ((row?.others ?? 0) > 0) return [wrong('MENTION_OF_ANOTHER', 'All mentions must be of this entity.', 'mentions')]
  if (row?.left === 0) return [wrong('NOTHING_LEFT', 'Leave the entity a mention, or rename it.', 'mentions')]
  return []
}

/** An entity that was merged away can be named no more: its id answers for the one that stayed. */
async function checkEntities(db: PrismaClient, ids: readonly string[], field: string): Promise<UserErrorData[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select from entity where id = any(${ids}::uuid[]) and merged_into_id is null`
  return rows.length === new Set(ids).size
    ? []
    : [wrong('NOT_FOUND', 'There is no such entity, or it was merged.', field)]
}

async function checkMentions(db: PrismaClient, ids: readonly string[], field: string): Promise<UserErrorData[]> {
  const rows = await db.$queryRaw<unknown[]>`select from mention where id = any(${ids}::uuid[])`
  return rows.length === new Set(ids).size ? [] : [wrong('NOT_FOUND', 'There is no such mention.', field)]
}

function checkName(name: string): UserErrorData[] {
  const fits = name.trim() !== '' && name.length <= longestName && !name.includes('\0')
  return fits ? [] : [wrong('BAD_NAME', `Give a name of 1 to ${longestName} characters.`, 'name')]
}

function wrong(code: string, message: string, field: string): UserErrorData {
  return { code, message, path: ['input', field] }
}
