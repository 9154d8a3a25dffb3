/**
 * How fast a dump of records is taken apart, and how much memory that needs: `npm run -s bench:unpack -- MEGABYTES`, 500
 * unless told. The dump repeats a seed article under numbers that run. Another process makes it while it is read, so that
 * it is never on disk and making it takes none of the memory that is measured. Prints Markdown; exits 1 when more than
 * 300 MB were needed.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { spareMemory } from '../src/ingest/spare-memory.ts'

const MEGABYTE = 1e6
const MOST_RSS = 300 * MEGABYTE
const CHUNK = 64 * 1024
const MAKE = 'make'

const [task, ...rest] = process.argv.slice(2)
if (task === MAKE) await make(Number(rest[0]), rest[1] === 'gzip')
else await measureAll(Number(task ?? 500))

async function measureAll(megabytes: number): Promise<void> {
  spareMemory()
  const { unpack } = await import('../src/reading/unpack/unpack.ts')
  print(`Loaded, before anything is read: ${mega(process.memoryUsage.rss())} MB\n`)
  print(row('dump', 'MB', 'records', 'seconds', 'MB/s', 'records/s', 'peak RSS, MB'))
  print(row('-', '-', '-', '-', '-', '-', '-'))
  for (const [title, name, how] of [
    ['JSON Lines', 'dump.jsonl', 'plain'],
    ['JSON Lines, gzip', 'dump.jsonl.gz', 'gzip'],
  ] as const) {
    let [records, bytes, peak] = [0, 0, 0]
    const started = performance.now()
    for await (const { document, refusal } of unpack({
      name,
      mediaType: null,
      url: null,
      open: () => dump(megabytes, how),
    })) {
      if (refusal !== null) throw new Error(refusal.message)
      records += 1
      bytes += document.bytes.length
      if (records % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss())
    }
    const seconds = (performance.now() - started) / 1000
    if (peak > MOST_RSS) process.exitCode = 1
    const speed = [(bytes / MEGABYTE / seconds).toFixed(0), (records / seconds).toFixed(0)]
    print(row(title, mega(bytes), records, seconds.toFixed(1), ...speed, mega(peak)))
  }
}

/** A dump as another process writes it. */
function dump(megabytes: number, how: 'plain' | 'gzip'): AsyncIterable<Uint8Array> {
  const arguments_ = [import.meta.filename, MAKE, String(megabytes), how]
  return spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout
}

async function make(megabytes: number, zipped: boolean): Promise<void> {
  const source = Readable.from(lines(megabytes * MEGABYTE))
  if (zipped) await pipeline(source, createGzip({ level: constants.Z_BEST_SPEED }), process.stdout)
  else await pipeline(source, process.stdout)
}

/** Lines of so many bytes in chunks as a disk would give them. */
function* lines(bytes: number): Generator<Uint8Array> {
  const text = readFileSync(new URL('../seeds/documents/egypt-jeddah-summit.txt', import.meta.url), 'utf8')
  const [title = '', ...paragraphs] = text.split('\n')
  const record = { title, content: paragraphs.join('\n'), url: 'https://alwaha.example/news' }
  let held = ''
  for (let made = 0, number = 0; made < bytes; number++) {
    held += `${JSON.stringify({ id: number, ...record })}\n`
    if (held.length < CHUNK) continue
    const chunk = Buffer.from(held)
    made += chunk.length
    held = ''
    yield chunk
  }
}

function mega(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0)
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
