import type { ArticleRow, DocumentKnowledge } from '../../resolution/knowledge.ts'
import { textKey } from '../../resolution/text-key.ts'
import { idsOf, noDay } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Postgres takes at most a megabyte of words into one search vector; what lies behind this many code units is not found. */
const searchLimit = 200_000

/** The articles of some documents, their notes and their parts. */
export async function writeArticles(tx: Transaction, knowledge: readonly DocumentKnowledge[]): Promise<void> {
  const rows = knowledge.flatMap(({ document, articles }) =>
    articles.map((article) => ({ ...article, documentId: document.id })),
  )
  await tx.$executeRaw`
    insert into article (
      id, document_id, ordinal, kind, headline, text, language, url, source_id, authors, keywords,
      published_on, published_at, updated_at, sort_on, text_key, headline_key, simhash, version_key, search)
    select
      id, document_id, ordinal, kind, headline, text, language, url, source_id,
      array(select jsonb_array_elements_text(authors::jsonb)), array(select jsonb_array_elements_text(keywords::jsonb)),
      published_on, published_at, updated_at, coalesce(published_on, ${noDay}::date), text_key, headline_key, simhash,
      version_key,
      setweight(to_tsvector('simple', search_headline), 'A') || setweight(to_tsvector('simple', search_text), 'B')
    from unnest(
      ${idsOf(rows)}::uuid[], ${rows.map((row) => row.documentId)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.kind)}::article_kind[],
      ${rows.map((row) => row.headline)}::text[], ${rows.map((row) => row.text)}::text[],
      ${rows.map((row) => row.language)}::text[], ${rows.map((row) => row.url)}::text[],
      ${rows.map((row) => row.sourceId)}::uuid[], ${rows.map((row) => jsonList(row.authors))}::text[],
      ${rows.map((row) => jsonList(row.keywords))}::text[], ${rows.map((row) => row.publishedOn)}::date[],
      ${rows.map((row) => row.publishedAt)}::timestamptz[], ${rows.map((row) => row.updatedAt)}::timestamptz[],
      ${rows.map((row) => row.textKey)}::text[], ${rows.map(headlineKey)}::text[],
      ${rows.map((row) => row.simhash?.toString() ?? null)}::bigint[],
      ${rows.map((row) => row.versionKey)}::text[],
      ${rows.map((row) => row.searchHeadline.slice(0, searchLimit))}::text[],
      ${rows.map((row) => row.searchText.slice(0, searchLimit))}::text[]
    ) n(id, document_id, ordinal, kind, headline, text, language, url, source_id, authors, keywords, published_on, published_at,
      updated_at, text_key, headline_key, simhash, version_key, search_headline, search_text)`
  await writeNotes(tx, knowledge)
  await writeParts(tx, knowledge)
}

async function writeNotes(tx: Transaction, knowledge: readonly DocumentKnowledge[]): Promise<void> {
  const rows = knowledge.flatMap(({ document, notes }) =>
    notes.map((note, ordinal) => ({ ...note, documentId: document.id, ordinal })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into document_note (document_id, ordinal, code, message, start, "end")
    select * from unnest(
      ${rows.map((row) => row.documentId)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.message)}::text[],
      ${rows.map((row) => row.start)}::int[], ${rows.map((row) => row.end)}::int[])`
}

async function writeParts(tx: Transaction, knowledge: readonly DocumentKnowledge[]): Promise<void> {
  const rows = knowledge.flatMap(({ document, parts }) =>
    parts.map((part, ordinal) => ({ ...part, documentId: document.id, ordinal })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into document_part (document_id, ordinal, kind, start, "end", article_id)
    select * from unnest(
      ${rows.map((row) => row.documentId)}::uuid[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.start)}::int[],
      ${rows.map((row) => row.end)}::int[], ${rows.map((row) => row.articleId)}::uuid[])`
}

/** Half a surrogate pair is a character to JavaScript and none to JSON in Postgres. */
function jsonList(words: readonly string[]): string {
  return JSON.stringify(words.map((word) => word.toWellFormed()))
}

function headlineKey({ headline }: ArticleRow): string {
  return textKey(headline, '')
}
