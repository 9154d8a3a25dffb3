import { basename } from 'node:path'
import type { RawDocument } from '../reading/page.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { readInput } from './read-input.ts'

/** Shows what `ingest` would read of some files (`-` is standard input), one block a file, and stores nothing. */
export async function preview(files: readonly string[], io: Io): Promise<number> {
  let refused = 0
  for (const file of files) {
    io.signal.throwIfAborted()
    const said = await describe(file, io)
    if (said === null) refused += 1
    else await io.out(said)
  }
  await io.out(`${files.length} documents looked at, ${refused} refused, nothing stored.\n`)
  return refused === 0 ? exitCode.ok : exitCode.failed
}

/** What is in a file; null, after saying why, for one that would be refused. */
async function describe(file: string, io: Io): Promise<string | null> {
  try {
    const raw: RawDocument = {
      bytes: await readInput(file, io),
      filename: file === '-' ? null : basename(file),
      mediaType: null,
      url: null,
    }
    const page = readDocument(raw)
    if (isRefusal(page)) throw new CommandError(`${page.message} (READ ${page.code})`)
    const crawled = page.crawledAt === null ? '' : `, crawled ${page.crawledAt}`
    const lines = [
      file,
      `  ${page.mediaType}, ${page.articles.length} ${page.articles.length === 1 ? 'article' : 'articles'}${crawled}`,
      ...page.articles.map(
        ({ kind, publishedOn, headline }) => `  ${kind.padEnd(8)} ${publishedOn ?? 'undated   '} ${headline}`,
      ),
      ...page.notes.map(({ code, message }) => `  note ${code}: ${message}`),
    ]
    return `${lines.join('\n')}\n`
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    io.err(`${file}: ${error.message}\n`)
    return null
  }
}
