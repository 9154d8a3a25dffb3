/**
 * How fast a dump of records is taken apart, and how much memory that needs: `npm run -s bench:unpack -- MEGABYTES`, 500
 * unless told. The dump repeats a seed article under numbers that run; it is made as it is read and never on disk. Prints
 * Markdown; exits 1 when more than 300 MB were needed.
 */
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import { unpack } from '../src/reading/unpack/unpack.ts'

const MEGABYTE = 1e6
const MOST_RSS = 300 * MEGABYTE
const CHUNK = 64 * 1024

const megabytes = Number(process.argv[2] ?? 500)
const record = seedRecord()
let heaviest = 0

print(row('dump', 'MB', 'records', 'seconds', 'MB/s', 'records/s', 'peak RSS, MB'))
print(row('-', '-', '-', '-', '-', '-', '-'))
await measure('JSON Lines', 'dump.jsonl', () => lines(megabytes * MEGABYTE))
await measure('JSON Lines, gzip', 'dump.jsonl.gz', () =>
  // As fast as it can be made, so that packing takes little of the time that is measured.
  Readable.from(lines(megabytes * MEGABYTE)).pipe(createGzip({ level: constants.Z_BEST_SPEED })),
)
process.exitCode = heaviest > MOST_RSS ? 1 : 0

async function measure(title: string, name: string, open: () => AsyncIterable<Uint8Array>): Promise<void> {
  let [records, bytes, peak] = [0, 0, 0]
  const started = performance.now()
  for await (const { document, refusal } of unpack({ name, mediaType: null, url: null, open })) {
    if (refusal !== null) throw new Error(refusal.message)
    records += 1
    bytes += document.bytes.length
    if (records % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - started) / 1000
  heaviest = Math.max(heaviest, peak)
  print(
    row(
      title,
      (bytes / MEGABYTE).toFixed(0),
      records,
      seconds.toFixed(1),
      (bytes / MEGABYTE / seconds).toFixed(0),
      (records / seconds).toFixed(0),
      (peak / MEGABYTE).toFixed(0),
    ),
  )
}

/** Lines of so many bytes in chunks as a disk would give them. */
async function* lines(bytes: number): AsyncGenerator<Uint8Array> {
  let held: string[] = []
  let size = 0
  for (let made = 0, number = 0; made < bytes; number++) {
    const line = `${JSON.stringify({ id: number, ...record })}\n`
    held.push(line)
    size += line.length
    if (size < CHUNK) continue
    const chunk = Buffer.from(held.join(''))
    made += chunk.length
    yield chunk
    held = []
    size = 0
  }
}

function seedRecord(): Record<string, string> {
  const text = readFileSync(new URL('../seeds/documents/egypt-jeddah-summit.txt', import.meta.url), 'utf8')
  const [title = '', ...paragraphs] = text.split('\n')
  return { title, content: paragraphs.join('\n'), url: 'https://alwaha.example/news' }
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
