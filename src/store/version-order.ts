import { Prisma } from './generated/client.ts'

/** Notes of a reader that says: this is a beginning, or stands for a text that it does not have. */
const beginnings = ['TEASER', 'SUMMARY_ONLY', 'PAYWALL', 'ENTRY_CUT']

/**
 * The order of an article's versions, the newest first: a text before what is only the beginning of one, as a feed gives
 * it; then by its last change, else by when its document was crawled, else by when it was handed over; then by
 * publication, and total by id. Both arguments are aliases of rows.
 */
export function newestVersionFirst(article: Prisma.Sql, document: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${isBeginning(article)},
    coalesce(${article}.updated_at, ${document}.crawled_at, ${document}.received_at) desc,
    ${article}.published_at desc nulls last, ${article}.id desc`
}

/** Whether a reader said so of the whole document, of a place in the article, or of one in a document with no other. */
function isBeginning(article: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from document_note note
    where note.document_id = ${article}.document_id and note.code = any(${beginnings}::text[])
      and (note.start is null
        or note.start between (select min(part.start) from document_part part where part.article_id = ${article}.id)
          and (select max(part."end") from document_part part where part.article_id = ${article}.id)
        or not exists (
          select from article other
          where other.document_id = ${article}.document_id and other.id <> ${article}.id and other.kind <> 'HEADLINE')))`
}
