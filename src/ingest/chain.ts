import { annotate } from '../extraction/annotate.ts'
import type { ArticleAnnotations, ArticleInput } from '../extraction/annotations.ts'
import type { Page, PageArticle, RawDocument } from '../reading/page.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { applyCorrections } from '../resolution/corrections.ts'
import type { DocumentKnowledge, EntityRow } from '../resolution/knowledge.ts'
import { resolveDocument } from '../resolution/resolve-document.ts'
import { type CorrectionsInForce, mergeTargets } from '../store/corrections.ts'
import { serverMessage } from '../store/database-error.ts'
import type { Failure, Stage } from '../store/dead-letters.ts'
import type { MergedEntity } from '../store/write/document.ts'
import { sha256Of } from './document-hash.ts'

/**
 * The whole way of a document, bytes to knowledge:
 *
 *     bytes → readDocument → page → annotate, each article → resolveDocument → knowledge → applyCorrections
 *
 * Pure but for the time it takes. Writing what comes out is the store's.
 */

/** What a document says, before and after what people decided about it. */
export type Understood = { readonly ok: true; readonly knowledge: DocumentKnowledge }
export type NotUnderstood = { readonly ok: false; readonly failure: Failure }

export type Corrected = {
  readonly knowledge: DocumentKnowledge
  readonly merged: readonly MergedEntity[]
}

/** What the bytes say. A failure, whether the document's or ours, comes back as a value that says at which stage. */
export function understand(raw: RawDocument): Understood | NotUnderstood {
  const sha256 = sha256Of(raw.bytes)
  let stage: Stage = 'READ'
  try {
    const page = readDocument(raw)
    if (isRefusal(page)) return { ok: false, failure: { stage, code: page.code, message: page.message } }
    stage = 'EXTRACT'
    const annotations = annotatePage(page)
    stage = 'RESOLVE'
    return { ok: true, knowledge: resolveDocument(page, annotations, { sha256 }) }
  } catch (error) {
    return { ok: false, failure: faultAt(stage, error) }
  }
}

/** Replays the decisions in force over what a document says. */
export function correct(knowledge: DocumentKnowledge, { corrections }: CorrectionsInForce): Corrected {
  if (corrections.length === 0) return { knowledge, merged: [] }
  const known = new Map(
    corrections.flatMap(({ into }): [string, EntityRow][] => (into === null ? [] : [[into.id, into]])),
  )
  const corrected = applyCorrections(
    knowledge,
    corrections.map(({ correction }) => correction),
    known,
  )
  const left = new Set(corrected.entities.map(({ id }) => id))
  const targets = mergeTargets(corrections)
  const merged = knowledge.entities.flatMap((entity) => {
    const intoId = targets.get(entity.id)
    return intoId === undefined || left.has(entity.id) || !left.has(intoId) ? [] : [{ entity, intoId }]
  })
  return { knowledge: corrected, merged }
}

/** A fault of ours: the document is kept, and a later release reads it. */
export function faultAt(stage: Stage, error: unknown): Failure {
  const said = serverMessage(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  const what = said.replaceAll(/\s+/g, ' ').slice(0, 300)
  const message = `Isnad itself failed here (${what}). The document is kept; please report this, and run \`isnad reprocess\` with a later release.`
  return { stage, code: 'INTERNAL_FAULT', message }
}

function annotatePage({ articles }: Page): ArticleAnnotations[] {
  return articles.map((article) => annotate(inputOf(article)))
}

function inputOf({ headline, text, language, publishedOn, source }: PageArticle): ArticleInput {
  return { headline, text, language, publishedOn, source: source?.name ?? null }
}
