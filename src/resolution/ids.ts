/**
 * Identifiers: UUIDv5 of content under one namespace, so that the same documents give the same ids in every database
 * and in any order of loading. Each kind of thing has its own prefix, as two things of different kinds may share a key
 * (الكويت the country and الكويت the city).
 */
import { v5 } from 'uuid'
import type { ArticleField, EntityKind, EventType } from '../extraction/annotations.ts'

/** A span that an id is made of. */
type IdSpan = { readonly field: ArticleField; readonly start: number; readonly end: number }

const NAMESPACE = '6d1c1c5e-0b9f-5b4e-9a52-3f0f6c6e7a11'
/** Parts are joined by a character that no key holds. */
const SEPARATOR = '\u001f'

export function documentId(sha256: string): string {
  return id('document', sha256)
}

export function articleId(sha256: string, ordinal: number): string {
  return id('article', sha256, ordinal)
}

export function sentenceId(article: string, field: ArticleField, start: number): string {
  return id('sentence', article, field, start)
}

export function sourceId(key: string): string {
  return id('source', key)
}

export function entityId(kind: EntityKind, key: string): string {
  return id('entity', kind, key)
}

/** Two entities of a kind may share their words (الكوريتين): `twin` counts them, 0 for the first. */
export function mentionId(article: string, span: IdSpan, kind: EntityKind, twin = 0): string {
  return id('mention', article, span.field, span.start, span.end, kind, ...(twin > 0 ? [twin] : []))
}

export function roleId(role: {
  readonly personId: string
  readonly titleKey: string
  readonly countryId: string | null
  readonly organizationId: string | null
  readonly former: boolean
}): string {
  const { personId, titleKey, countryId, organizationId, former } = role
  return id('role', personId, titleKey, countryId ?? '', organizationId ?? '', former ? 'former' : '')
}

/** `twin` counts reports of one type on the same words, 0 for the first. */
export function reportId(article: string, span: IdSpan, type: EventType, twin = 0): string {
  return id('report', article, span.field, span.start, span.end, type, ...(twin > 0 ? [twin] : []))
}

export function quoteId(article: string, span: IdSpan): string {
  return id('quote', article, span.field, span.start, span.end)
}

/** A group's name: short, and the same for the same type and participants. */
export function groupId(...parts: readonly string[]): string {
  return id('group', ...parts)
}

/** One occurrence of a group; `occurrence` is what sets it apart there. */
export function eventId(groupKey: string, occurrence: string): string {
  return id('event', groupKey, occurrence)
}

export function storyId(firstArticle: string): string {
  return id('story', firstArticle)
}

/** A feed, by the address that it was added by. */
export function feedId(url: string): string {
  return id('feed', url)
}

/** An entity that a correction split off. */
export function splitEntityId(from: string, mentionIds: readonly string[]): string {
  return id('split', from, ...[...mentionIds].sort())
}

function id(...parts: readonly (string | number)[]): string {
  return v5(parts.join(SEPARATOR), NAMESPACE)
}
