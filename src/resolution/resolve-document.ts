/** A page and what its articles say, as the rows that every database would hold of it. */
import type { ArticleAnnotations } from '../extraction/annotations.ts'
import type { Page } from '../reading/page.ts'
import { articleRows, noteRows, partRows, sentenceRows, sourceRows } from './article-rows.ts'
import { documentEntities } from './document-entities.ts'
import { type LinkedArticle, mentionRows, quoteRows, reportRows, roleRows } from './edge-rows.ts'
import { entityRows } from './entity-rows.ts'
import { documentId, entityId } from './ids.ts'
import type { DocumentKnowledge } from './knowledge.ts'

/** What the bytes themselves say of a document. */
export type DocumentMeta = {
  /** Of its bytes, 64 lower-case hex digits. */
  readonly sha256: string
}

/** One document's knowledge. `annotations[i]` are those of `page.articles[i]`. Pure. */
export function resolveDocument(
  page: Page,
  annotations: readonly ArticleAnnotations[],
  meta: DocumentMeta,
): DocumentKnowledge {
  const { sha256 } = meta
  const entities = documentEntities(annotations, sha256)
  const rows = articleRows(page, sha256)
  const sources = sourceRows(page)
  const linked: LinkedArticle[] = rows.flatMap((row, at) => {
    const said = annotations[at]
    if (said === undefined) return []
    const entityIds = (entities[at] ?? []).map(({ kind, key }) => entityId(kind, key))
    return [{ row, annotations: said, sentences: sentenceRows(row, said), entityIds }]
  })
  const named = linked.map(({ row, annotations: said }, at) => {
    const { language, headline, text } = row
    return { annotations: said, entities: entities[at] ?? [], language, headline, text }
  })
  return {
    document: {
      id: documentId(sha256),
      sha256,
      mediaType: page.mediaType,
      url: page.url,
      crawledAt: page.crawledAt,
      text: page.text,
    },
    notes: noteRows(page, annotations),
    parts: partRows(page, rows),
    sources,
    articles: rows,
    sentences: linked.flatMap(({ sentences }) => sentences),
    entities: entityRows(
      named,
      sources.flatMap((source) => source.countryCode ?? []),
    ),
    mentions: linked.flatMap(mentionRows),
    roles: roleRows(linked),
    reports: linked.flatMap(reportRows),
    quotes: linked.flatMap(quoteRows),
  }
}
