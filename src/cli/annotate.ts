import { basename } from 'node:path'
import { annotate } from '../extraction/annotate.ts'
import type { ArticleInput } from '../extraction/annotations.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { annotateLines } from './annotate-lines.ts'
import { explain } from './explain.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openInput, readInput } from './read-input.ts'

export type AnnotateOptions = { readonly jsonl?: boolean; readonly explain?: boolean }

/** Shows what the extractor makes of a document or of JSON lines; reads no database. */
export async function annotateCommand(file: string, options: AnnotateOptions, io: Io): Promise<number> {
  if (options.jsonl === true) return annotateLines(await openInput(file, io), io)
  const bytes = await readInput(file, io)
  const page = readDocument({ bytes, filename: file === '-' ? null : basename(file), mediaType: null, url: null })
  if (isRefusal(page)) throw new CommandError(`${file}: ${page.message}`)
  for (const note of page.notes) await io.out(`note ${note.code}: ${note.message}\n`)
  for (const article of page.articles) {
    const input: ArticleInput = { ...article, source: article.source?.name ?? null }
    await io.out(explain(article.kind, input, annotate(input), options.explain === true))
  }
  return exitCode.ok
}
