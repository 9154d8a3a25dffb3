import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { exitCode, type Io } from './io.ts'

/** Shows what `ingest` would read of some files, one block a file, and stores nothing. */
export async function preview(files: readonly string[], io: Io): Promise<number> {
  let code: number = exitCode.ok
  for (const file of files) {
    const page = readDocument({ bytes: await readFile(file), filename: basename(file), mediaType: null, url: null })
    if (isRefusal(page)) {
      code = exitCode.failed
      io.out(`${file}\n  refused: ${page.message} (${page.code})\n`)
      continue
    }
    io.out(
      `${file}\n  ${page.mediaType}, ${page.articles.length} articles${page.crawledAt === null ? '' : `, crawled ${page.crawledAt}`}\n`,
    )
    for (const article of page.articles) {
      io.out(`  ${article.kind.padEnd(8)} ${article.publishedOn ?? 'undated   '} ${article.headline}\n`)
    }
    for (const note of page.notes) io.out(`  note ${note.code}: ${note.message}\n`)
  }
  io.out(`${files.length} files looked at, nothing stored.\n`)
  return code
}
