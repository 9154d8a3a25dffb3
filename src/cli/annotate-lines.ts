import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { annotate } from '../extraction/annotate.ts'
import type { ArticleAnnotations, ArticleInput } from '../extraction/annotations.ts'
import { languageOf } from '../text/language.ts'
import { exitCode, type Io } from './io.ts'
import { type Line, readLines } from './read-lines.ts'

/** The longest line, in bytes: a document of several hundred pages, as much as the API takes in one request. */
const longestLine = 8_000_000

const question = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  headline: z.string().default(''),
  language: z.string().optional(),
  publishedOn: z.iso.date().nullable().default(null),
  source: z.string().nullable().default(null),
})

type Question = z.infer<typeof question>

/** What a line is answered with that is no question. */
type BadLine = { readonly id: string | number | null; readonly line: number; readonly error: string }

/**
 * One answer a line, in the order of the questions, each as soon as it is there, so that another program may ask and
 * wait. A line that is no question is answered with its error; then the exit code is 1.
 */
export async function annotateLines(input: AsyncIterable<Uint8Array>, io: Io): Promise<number> {
  let code: number = exitCode.ok
  for await (const line of readLines(input, longestLine)) {
    if (line.text?.trim() === '') continue
    const parsed = parse(line)
    const said = 'error' in parsed ? parsed : answer(parsed, line.number)
    if ('error' in said) code = exitCode.failed
    await io.out(`${JSON.stringify(said)}\n`)
    // Lines that came in one piece would otherwise keep signals waiting until the last of them.
    await breathe()
    io.signal.throwIfAborted()
  }
  return code
}

function parse({ number: line, text }: Line): Question | BadLine {
  if (text === null) return { id: null, line, error: `This line is longer than ${longestLine} bytes; split it.` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { id: null, line, error: 'This line is not JSON; expected {"id","text","language"}.' }
  }
  const result = question.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'line' : issue.path.join('.')
  const id = question.pick({ id: true }).safeParse(value).data?.id ?? null
  return { id, line, error: `${where}: ${issue?.message ?? 'does not fit'}` }
}

/** A fault of ours on one text is its answer, and the lines behind it go on. */
function answer({ id, language, ...rest }: Question, line: number) {
  const article: ArticleInput = { ...rest, language: language ?? languageOf(`${rest.headline}\n${rest.text}`) }
  try {
    return { id, ...describe(article, annotate(article)) }
  } catch (error) {
    return { id, line, error: `Isnad itself failed on this text (${String(error)}); please report this.` }
  }
}

/** Annotations with the words of every span and the names of every entity written out. */
function describe(input: ArticleInput, annotations: ArticleAnnotations) {
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
