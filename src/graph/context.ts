import type { RawDocument } from '../reading/page.ts'
import type { Correction } from '../resolution/corrections.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** A foreseeable failure of a mutation. */
export type UserErrorData = {
  /** Stable and upper case, for programs. */
  readonly code: string
  /** What went wrong and what to do, for people. */
  readonly message: string
  /** Where in the input, e.g. `['input', 'url']`; null when it is about no one part of it. */
  readonly path: readonly string[] | null
}

export type IngestResult = {
  /** UUID; null exactly when there are errors. */
  readonly documentId: string | null
  /** True when these bytes were known already. */
  readonly duplicate: boolean
  readonly errors: readonly UserErrorData[]
}

/** A human decision, with UUIDs, and why. */
export type CorrectionDraft = { readonly correction: Correction; readonly reason: string | null }

export type CorrectionResult = {
  /** UUID; null exactly when there are errors. */
  readonly correctionId: string | null
  readonly errors: readonly UserErrorData[]
}

/** All that the graph knows of writing. */
export type IngestPort = {
  ingestDocument(raw: RawDocument): Promise<IngestResult>
  fetchDocument(url: string): Promise<RawDocument | UserErrorData>
  applyCorrection(draft: CorrectionDraft): Promise<CorrectionResult>
  undoCorrection(id: string): Promise<CorrectionResult>
}

/** What happens while a client listens: one item for each committed document, in the order of commits. */
export type LivePort = { documents(signal?: AbortSignal): AsyncIterable<{ readonly documentId: string }> }

/** What resolvers are given. */
export type GraphContext = {
  readonly prisma: PrismaClient
  readonly ingest: IngestPort
  readonly live: LivePort
}
