/**
 * How fast articles are understood, and whether that grows with their length: `npm run -s bench:extraction`. Prints
 * Markdown. Times are those that the processor spent on this one thread, so that other work on the machine disturbs
 * little; of several rounds the best counts.
 */
import { cpus } from 'node:os'
import type { ArticleAnnotations, ArticleInput } from '../src/extraction/annotations.ts'

const ROUNDS = 7
const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000]
const MEGABYTE = 1e6
/** Small texts are read so often that a round lasts. */
const ROUND_BYTES = 300_000

const started = process.threadCpuUsage()
const { annotate } = await import('../src/extraction/annotate.ts')
const loading = since(started)
const loaded = process.memoryUsage.rss()
const { articleOf, articlesIn, bytesOf } = await import('./news-text.ts')

const arabic = articlesIn('ar')
print(`Node ${process.versions.node}, one thread of ${cpus()[0]?.model ?? 'an unknown processor'}\n`)
print(row('', 'articles', 'MB', 'MB/s', 'ms an article', 'slowest, ms'))
print(row('-', '-', '-', '-', '-', '-'))
for (const [name, articles] of [
  ['Arabic', arabic],
  ['English', articlesIn('en')],
] as const) {
  const bytes = articles.reduce((sum, article) => sum + bytesOf(article), 0)
  const seconds = best(() => articles.forEach(annotate))
  const slowest = Math.max(...articles.map(milliseconds))
  const each = (1000 * seconds) / articles.length
  print(
    row(name, articles.length, fixed(bytes / MEGABYTE), fixed(bytes / MEGABYTE / seconds), fixed(each), fixed(slowest)),
  )
}

print(`\n${row('one Arabic text of', 'seconds', 'MB/s', 'for each byte, of the shortest', 'entities', 'events')}`)
print(row('-', '-', '-', '-', '-', '-'))
let shortest: number | null = null
for (const size of SIZES) {
  const article = articleOf(arabic, size)
  const bytes = bytesOf(article)
  const times = Math.ceil(ROUND_BYTES / bytes)
  let found: ArticleAnnotations | null = null
  const seconds = best(() => {
    for (let time = 0; time < times; time++) found = annotate(article)
  })
  const perByte = seconds / times / bytes
  shortest ??= perByte
  const { entities, reports } = found ?? annotate(article)
  const of = `${Math.round(bytes / 1000)} KB`
  print(
    row(
      of,
      fixed(seconds / times),
      fixed(1 / perByte / MEGABYTE),
      fixed(perByte / shortest),
      entities.length,
      reports.length,
    ),
  )
}

const peak = process.resourceUsage().maxRSS / 1000
print(
  `\nLoading the lexicons takes ${fixed(loading)} s and ${Math.round(loaded / MEGABYTE)} MB of memory; at most it was ${Math.round(peak)} MB.`,
)

/** Seconds that the fastest of some rounds takes. */
function best(work: () => void, rounds = ROUNDS): number {
  const seconds = Array.from({ length: rounds }, () => {
    const before = process.threadCpuUsage()
    work()
    return since(before)
  })
  return Math.min(...seconds)
}

/** What a clock shows for one article, the best of three: the processor's own time is counted too coarsely for that. */
function milliseconds(article: ArticleInput): number {
  const rounds = Array.from({ length: 3 }, () => {
    const before = performance.now()
    annotate(article)
    return performance.now() - before
  })
  return Math.min(...rounds)
}

/** Seconds of this thread since then. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1e6
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function fixed(value: number): string {
  return value.toFixed(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
