import { type Row, sql } from '../store/read/reading.ts'
import { newestVersionFirst } from '../store/version-order.ts'

/** The versions of an article, the newest first; itself alone where nothing tells of others. */
export function versionsOf(version: Row, article: Row) {
  return {
    from: sql`article ${version} join document d on d.id = ${version}.document_id`,
    where: sql`(${version}.id = ${article}.id or ${version}.version_key = ${article}.version_key)`,
    orderBy: newestVersionFirst(version, sql`d`),
    limit: 100,
    expected: 2,
  }
}

/** What an article is superseded by. */
export function currentVersionOf(version: Row, article: Row) {
  return {
    from: sql`article ${version}`,
    where: sql`${article}.superseded and ${version}.version_key = ${article}.version_key and not ${version}.superseded`,
  }
}
