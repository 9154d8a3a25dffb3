/**
 * How fast documents come in, within one process (no worker) and by workers on the queue, and where the time goes:
 * `npm run -s bench:ingest -- [DOCUMENTS] [WORKERS …]`. Makes its documents of the news that is here: paragraphs of
 * several articles under a headline of one, each with its own day. Prints Markdown. The server is the embedded one as
 * `npm start` runs it, on a folder of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Understood } from '../src/ingest/chain.ts'
import { sha256Of } from '../src/ingest/document-hash.ts'
import { ingestOffers } from '../src/ingest/ingest-offers.ts'
import type { Offer } from '../src/ingest/offers.ts'
import { openQueue } from '../src/ingest/queue/open-queue.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { startEmbeddedServer } from '../src/store/embedded/server.ts'
import { keepIncoming } from '../src/store/incoming.ts'
import { migrate } from '../src/store/migrate.ts'
import { type IncomingDocument, writeDocuments } from '../src/store/write/document.ts'
import { inTransaction } from '../src/store/write/transaction.ts'
import { articlesIn } from './news-text.ts'

type Document = NonNullable<Offer['document']>

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 3_650
const OUTLETS = ['شراع النيل', 'مرسى الخبر', 'بوابة الأفق', 'Harbour Post']

const [count = 400, ...jobs] = process.argv.slice(2).map(Number)
const { understand } = await import('../src/ingest/chain.ts')
const articles = [...articlesIn('ar'), ...articlesIn('en')]
const documents = Array.from({ length: count }, (_, index) => documentOf(index))
const megabytes = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6

print(
  `${count} documents of ${fixed((1000 * megabytes) / count)} KB on ${cpus().length} cores, Node ${process.versions.node}\n`,
)
print('| workers | seconds | documents/s | MB/s |\n|-|-|-|-|')
for (const number of jobs.length > 0 ? jobs : [0, 1, 2]) {
  const seconds = await onNewDatabase(async (database) => {
    const began = performance.now()
    const { stored } = await ingestOffers(database, offers(), { jobs: number })
    if (stored !== count) throw new Error(`${stored} of ${count} documents came in.`)
    return (performance.now() - began) / 1000
  })
  print(`| ${number} | ${fixed(seconds)} | ${fixed(count / seconds)} | ${fixed(megabytes / seconds)} |`)
}

print('\n| one process | ms a document |\n|-|-|')
await onNewDatabase(async (database) => {
  const sample = documents.slice(0, 160)
  const understood: Understood[] = []
  await step('understand', sample, async (some) => {
    for (const raw of some) understood.push(understand(raw) as Understood)
  })
  const incoming = sample.map((raw, index) => incomingOf(raw, understood[index]))
  await step('write, one in a transaction', incoming.slice(0, 80), async (some) => {
    for (const one of some) await inTransaction(database, (tx) => writeDocuments(tx, [one]))
  })
  await step('write, eight in a transaction', incoming.slice(80), async (some) => {
    for (let from = 0; from < some.length; from += 8)
      await inTransaction(database, (tx) => writeDocuments(tx, some.slice(from, from + 8)))
  })
  await using queue = await openQueue(database)
  const hashed = sample.map((raw) => ({ ...raw, sha256: sha256Of(raw.bytes), size: raw.bytes.length }))
  await step('queue: keep, put, claim, remove', hashed, async (some) => {
    await inTransaction(database, async (tx) => {
      await keepIncoming(tx, some, new Date())
      await queue.put(tx, some)
    })
    for (;;) {
      const claimed = await queue.claim(48)
      await queue.remove(claimed.map(({ sha256 }) => sha256))
      if (claimed.length === 0) break
    }
  })
})

async function step<T>(name: string, items: readonly T[], work: (items: readonly T[]) => Promise<void>): Promise<void> {
  const began = performance.now()
  await work(items)
  print(`| ${name} | ${fixed((performance.now() - began) / items.length)} |`)
}

async function onNewDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'isnad-bench-'))
  try {
    await using server = await startEmbeddedServer({ home })
    await migrate(server.url)
    await using database = openDatabase(server.url)
    return await work(database)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function* offers(): AsyncGenerator<Offer> {
  for (const [index, document] of documents.entries()) yield { at: `document ${index}`, document, failure: null }
}

/** The same number gives the same document. */
function documentOf(index: number): Document {
  const random = randomFrom(index + 1)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const date = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10)
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 5) }, () => pick(pick(articles).text.split('\n\n')))
  const record = { title: pick(articles).headline, source: pick(OUTLETS), date, text: paragraphs.join('\n\n') }
  const bytes = Buffer.from(JSON.stringify({ id: index, ...record }))
  return { bytes, filename: `${index}.json`, mediaType: 'application/json', url: null }
}

function incomingOf(raw: Document, understood: Understood | undefined): IncomingDocument {
  if (understood?.ok !== true) throw new Error('A document is not understood.')
  const given = { bytes: raw.bytes, filename: raw.filename, givenType: raw.mediaType, retrievedAt: null }
  return { knowledge: understood.knowledge, merged: [], ...given, receivedAt: new Date(FIRST_DAY) }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function fixed(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
