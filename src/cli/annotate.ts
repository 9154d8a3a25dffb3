import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { annotate } from '../extraction/annotate.ts'
import type { ArticleAnnotations, ArticleInput } from '../extraction/annotations.ts'
import { readDocument } from '../reading/read-document.ts'
import { isRefusal } from '../reading/refusal.ts'
import { languageOf } from '../text/language.ts'
import { explain } from './explain.ts'
import { CommandError, exitCode, type Io } from './io.ts'

export type AnnotateOptions = { readonly jsonl?: boolean; readonly explain?: boolean }

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  headline: z.string().default(''),
  language: z.string().optional(),
  publishedOn: z.iso.date().nullable().default(null),
  source: z.string().nullable().default(null),
})

/** Shows what the extractor makes of a document or of JSON lines; reads no database. */
export async function annotateCommand(file: string, options: AnnotateOptions, io: Io): Promise<number> {
  if (options.jsonl === true) return annotateLines(file, io)
  const bytes = file === '-' ? await buffer(io.stdin) : await readInput(file)
  const page = readDocument({ bytes, filename: file === '-' ? null : file, mediaType: null, url: null })
  if (isRefusal(page)) throw new CommandError(`${file}: ${page.message}`)
  for (const note of page.notes) io.out(`note ${note.code}: ${note.message}\n`)
  for (const article of page.articles) {
    const input: ArticleInput = { ...article, source: article.source?.name ?? null }
    io.out(explain(article.kind, input, annotate(input), options.explain === true))
  }
  return exitCode.ok
}

/** One answer a line, in the order of the questions; a line that is no question is answered with its error. */
async function annotateLines(file: string, io: Io): Promise<number> {
  const input = file === '-' ? io.stdin : (await import('node:fs')).createReadStream(file)
  let code: number = exitCode.ok
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const parsed = parseLine(line)
    if ('error' in parsed) {
      code = exitCode.failed
      io.out(`${JSON.stringify(parsed)}\n`)
      continue
    }
    const { id, ...rest } = parsed
    const article: ArticleInput = { ...rest, language: rest.language ?? languageOf(`${rest.headline}\n${rest.text}`) }
    io.out(`${JSON.stringify({ id, ...answer(article, annotate(article)) })}\n`)
  }
  return code
}

function parseLine(line: string): z.infer<typeof lineSchema> | { id: null; error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'This line is not JSON; expected {"id","text","language"}.' }
  }
  const result = lineSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  return { id: null, error: `${issue?.path.join('.') ?? 'line'}: ${issue?.message ?? 'does not fit'}` }
}

function answer(input: ArticleInput, annotations: ArticleAnnotations) {
  const words = (span: { field: 'HEADLINE' | 'TEXT'; start: number; end: number }) =>
    (span.field === 'HEADLINE' ? input.headline : input.text).slice(span.start, span.end)
  const { entities } = annotations
  const nameOf = (index: number | null) => (index === null ? null : (entities[index]?.name ?? null))
  return {
    mentions: annotations.mentions.map((mention) => ({
      kind: entities[mention.entity]?.kind,
      form: mention.form,
      field: mention.field,
      start: mention.start,
      end: mention.end,
      text: words(mention),
      entity: mention.entity,
      name: nameOf(mention.entity),
      confidence: mention.confidence,
      rule: mention.rule,
    })),
    reports: annotations.reports.map((report) => ({
      type: report.type,
      status: report.status,
      field: report.field,
      start: report.start,
      end: report.end,
      text: words(report),
      date: report.date?.edtf ?? null,
      place: nameOf(report.place),
      participants: report.participants.map(({ role, entity }) => ({ role, entity, name: nameOf(entity) })),
      attribution: report.attribution.map(({ text, anonymous }) => ({ text, anonymous })),
      rule: report.rule,
    })),
    quotes: annotations.quotes.map((quote) => ({
      direct: quote.direct,
      speakerText: quote.speakerText,
      speaker: nameOf(quote.speaker),
      field: quote.field,
      start: quote.start,
      end: quote.end,
      text: words(quote),
      rule: quote.rule,
    })),
  }
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new CommandError(
      `${file} cannot be read (${code ?? 'unknown error'}). Check the name, or give - for standard input.`,
    )
  }
}
