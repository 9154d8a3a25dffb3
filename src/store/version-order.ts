import { Prisma } from './generated/client.ts'

/**
 * The order of an article's versions, the newest first: by its last change, else by when its document was crawled, else
 * by when it was handed over; then by publication, and total by id. Both arguments are aliases of rows.
 */
export function newestVersionFirst(article: Prisma.Sql, document: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(${article}.updated_at, ${document}.crawled_at, ${document}.received_at) desc,
    ${article}.published_at desc nulls last, ${article}.id desc`
}
