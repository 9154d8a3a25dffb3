import { setImmediate as breathe } from 'node:timers/promises'
import type { RawDocument } from '../reading/page.ts'
import type { Database } from '../store/database.ts'
import { UnavailableError } from '../store/database-error.ts'
import type { UserErrorData } from './check-correction.ts'
import type { CorrectionDraft, CorrectionResult } from './correct-graph.ts'
import { openCrawler } from './crawler.ts'
import { FetchError } from './fetch-error.ts'

/** What the graph's mutations are given: foreseeable failures are values there. */
export type Ingest = {
  ingestDocument(raw: RawDocument): Promise<IngestResult>
  fetchDocument(url: string): Promise<RawDocument | UserErrorData>
  applyCorrection(draft: CorrectionDraft): Promise<CorrectionResult>
  undoCorrection(id: string): Promise<CorrectionResult>
}

type IngestResult = {
  readonly documentId: string | null
  readonly duplicate: boolean
  readonly errors: readonly UserErrorData[]
}

/**
 * The ways into a database's graph. What understands documents is loaded by the first that comes, or by `loadChain`
 * before: its lexicons take a second, in which a service can answer questions already.
 */
export function openIngest(database: Database): Ingest {
  const crawler = openCrawler()
  return {
    ingestDocument: (raw) => orUnavailable(() => taken(database, raw), untaken),
    fetchDocument: async (url) => {
      try {
        return await crawler.fetchDocument(url)
      } catch (error) {
        if (error instanceof FetchError) return { code: error.code, message: error.message, path: ['input', 'url'] }
        throw error
      }
    },
    applyCorrection: (draft) =>
      orUnavailable(async () => (await corrections()).applyCorrection(database, draft), refused),
    undoCorrection: (id) => orUnavailable(async () => (await corrections()).undoCorrection(database, id), refused),
  }
}

/** Loads what understands documents, its longest lists one by one: a question meanwhile waits for one and not for all. */
export async function loadChain(): Promise<void> {
  for (const load of longestLists) {
    await load()
    await breathe()
  }
  await Promise.all([chain(), corrections()])
}

const longestLists: readonly (() => Promise<unknown>)[] = [
  () => import('../lexicon/country-forms.ts'),
  () => import('../lexicon/places.ts'),
  () => import('../lexicon/offices.ts'),
  () => import('../lexicon/persons.ts'),
  () => import('../lexicon/organizations.ts'),
  () => import('../lexicon/given-names.ts'),
  () => import('../lexicon/event-words.ts'),
  () => import('../time/read-times.ts'),
  () => import('../reading/read-document.ts'),
  () => import('../extraction/mentions/words.ts'),
  () => import('../extraction/mentions/find-mentions.ts'),
  () => import('../extraction/events/verb-index.ts'),
]
const chain = () => import('./ingest-document.ts')
const corrections = () => import('./correct-graph.ts')

async function taken(database: Database, raw: RawDocument): Promise<IngestResult> {
  const { documentId, duplicate, failure } = await (await chain()).ingestDocument(database, raw)
  const errors = failure === null ? [] : [{ code: failure.code, message: failure.message, path: ['input'] }]
  return { documentId, duplicate, errors }
}

function untaken(error: UserErrorData): IngestResult {
  return { documentId: null, duplicate: false, errors: [error] }
}

async function orUnavailable<T>(work: () => Promise<T>, otherwise: (error: UserErrorData) => T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnavailableError) return otherwise({ code: error.code, message: error.message, path: null })
    throw error
  }
}

function refused(error: UserErrorData): CorrectionResult {
  return { correctionId: null, errors: [error] }
}
