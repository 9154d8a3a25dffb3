import type { Offer } from '../ingest/offers.ts'
import { RunningTally, type Tally } from '../ingest/tally.ts'
import type { Page } from '../reading/page.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { printable } from './feed-lines.ts'
import { refusalLine } from './ingest-summary.ts'
import type { Io } from './io.ts'

/** Articles that are shown of one document. */
const mostArticles = 10

/** Shows what would be read, one block a document, and stores nothing. `quiet` only counts. */
export async function preview(offers: AsyncIterable<Offer>, quiet: boolean, io: Io): Promise<Tally> {
  const tally = new RunningTally()
  for await (const offer of offers) {
    io.signal.throwIfAborted()
    const failure = offer.failure ?? (await look(offer.at, offer.document, tally, quiet, io))
    if (failure === null) continue
    tally.refuse(offer.at, failure)
    if (!quiet) io.err(refusalLine({ at: offer.at, failure }))
  }
  return tally
}

async function look(
  at: string,
  document: NonNullable<Offer['document']>,
  tally: RunningTally,
  quiet: boolean,
  io: Io,
): Promise<Offer['failure']> {
  const page = readDocument(document)
  if (isRefusal(page)) return { stage: 'READ', code: page.code, message: page.message }
  const { mediaType, articles, notes } = page
  tally.store({ mediaType, articles: articles.length, notes: notes.map(({ code }) => code) })
  if (!quiet) await io.out(describe(at, page))
  return null
}

function describe(at: string, { mediaType, articles, notes, crawledAt }: Page): string {
  const crawled = crawledAt === null ? '' : `, crawled ${crawledAt}`
  const more = articles.length - mostArticles
  const lines = [
    at,
    `  ${mediaType}, ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}${crawled}`,
    ...articles
      .slice(0, mostArticles)
      .map(({ kind, publishedOn, headline }) => `  ${kind.padEnd(8)} ${publishedOn ?? 'undated   '} ${headline}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...notes.map(({ code, message }) => `  note ${code}: ${message}`),
  ]
  return lines.map((line) => `${printable(line)}\n`).join('')
}
