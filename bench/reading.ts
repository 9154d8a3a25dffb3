/**
 * How well and how fast documents are read, ours beside other libraries: `npm run -s bench:reading -- [FOLDER]`. The
 * folder holds documents with what they should become, as `isnad evaluate reading` takes them. Prints Markdown. Times are
 * those that the processor spent on this one thread.
 */

import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readCases } from '../src/cli/read-cases.ts'
import { meansOf, type ReadingCase } from '../src/evaluation/reading.ts'
import {
  chooseExpectation,
  type FoundArticle,
  type ReadingMeasure,
  type ReadingOutcome,
  scoreDocument,
} from '../src/evaluation/reading-score.ts'
import type { Page } from '../src/reading/page.ts'
import { readDocument } from '../src/reading/read-document.ts'
import { isRefusal } from '../src/reading/refusal.ts'
import { type Rival, rivals } from './rivals.ts'

const MEASURES: readonly ReadingMeasure[] = ['headline', 'publishedOn', 'body', 'clean', 'authors']
const ROUNDS = 3
/** Documents are read again until a round lasts so long. */
const ROUND_SECONDS = 0.4

type Read = { readonly one: ReadingCase; readonly page: Page }

const folder = process.argv[2] ?? fileURLToPath(new URL('../test/cases/reading', import.meta.url))
const documents: Read[] = []
for await (const one of readCases(folder)) {
  const page = readDocument(one.raw)
  if (!isRefusal(page)) documents.push({ one, page })
}
const pages = documents.filter(({ page }) => page.mediaType === 'text/html')
const { rivals: others, missing } = await rivals()

print(`Node ${process.versions.node}, one thread of ${cpus()[0]?.model ?? 'an unknown processor'}\n`)
if (missing !== null) print(`${missing}\n`)
await compareQuality()
await compareSpeed()

/** Pages that hold one article, and what each library makes of them. */
async function compareQuality(): Promise<void> {
  const ours: ReadingOutcome[] = []
  const theirs = new Map<Rival, ReadingOutcome[]>(others.map((rival) => [rival, []]))
  let count = 0
  for (const { one, page } of pages) {
    const expected = chooseExpectation(one.expectations, page.text)
    if (expected?.articles.length !== 1) continue
    count += 1
    const wanted = { articles: expected.articles }
    ours.push(...scoreDocument(wanted, page.articles))
    for (const [rival, outcomes] of theirs) {
      const article = await attempt(rival, page.text)
      const scored = scoreDocument(wanted, article === null ? [] : [article])
      outcomes.push(...scored.filter(({ measure }) => rival.gives.includes(measure)))
    }
  }
  print(row(`${count} pages`, ...MEASURES))
  print(row('-', ...MEASURES.map(() => '-')))
  print(qualityRow('Isnad', ours))
  for (const [rival, outcomes] of theirs) print(qualityRow(rival.name, outcomes))
  print('')
}

async function attempt(rival: Rival, html: string): Promise<FoundArticle | null> {
  try {
    return await rival.read(html)
  } catch {
    return null
  }
}

function qualityRow(name: string, outcomes: readonly ReadingOutcome[]): string {
  const means = meansOf(outcomes)
  return row(
    name,
    ...MEASURES.map((measure) => {
      const figure = means[measure]
      return figure === undefined ? '–' : `${figure.mean.toFixed(3)} (${figure.of})`
    }),
  )
}

/** Documents a second for every format, and the others on the same pages. */
async function compareSpeed(): Promise<void> {
  print(row('', 'documents', 'KB each', 'documents/s', 'MB/s'))
  print(row('-', '-', '-', '-', '-'))
  const formats = Map.groupBy(documents, ({ page }) => page.mediaType)
  for (const format of [...formats.keys()].sort()) {
    const group = formats.get(format) ?? []
    const seconds = await best(() => {
      for (const { one } of group) readDocument(one.raw)
    })
    speedRow(format, group, seconds)
  }
  for (const rival of others) {
    const seconds = await best(async () => {
      for (const { page } of pages) await attempt(rival, page.text)
    })
    speedRow(`text/html by ${rival.name}`, pages, seconds)
  }
}

function speedRow(name: string, group: readonly Read[], seconds: number): void {
  const bytes = group.reduce((sum, { one }) => sum + one.raw.bytes.length, 0)
  const each = (bytes / group.length / 1000).toFixed(1)
  print(row(name, group.length, each, (group.length / seconds).toFixed(0), (bytes / 1e6 / seconds).toFixed(1)))
}

/** Seconds that one pass takes in the fastest of some rounds. */
async function best(work: () => void | Promise<void>): Promise<number> {
  const first = process.threadCpuUsage()
  await work()
  const times = Math.max(1, Math.ceil(ROUND_SECONDS / Math.max(since(first), 0.001)))
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.threadCpuUsage()
    for (let time = 0; time < times; time++) await work()
    fastest = Math.min(fastest, since(before) / times)
  }
  return fastest
}

/** Seconds of this thread since then. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1e6
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
