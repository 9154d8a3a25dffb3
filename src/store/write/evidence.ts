import type { EvidenceRow } from '../../resolution/knowledge.ts'

/** The columns that every edge has: the words that say so, and where they stand. */
export function evidenceColumns(rows: readonly EvidenceRow[]) {
  return {
    articles: rows.map((row) => row.articleId),
    sentences: rows.map((row) => row.sentenceId),
    fields: rows.map((row) => row.field),
    starts: rows.map((row) => row.start),
    ends: rows.map((row) => row.end),
    texts: rows.map((row) => row.text),
  }
}
