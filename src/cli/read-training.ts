import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { articleFaults } from '../evaluation/check-article.ts'
import type { TrainingArticle } from '../evaluation/training-article.ts'
import { CommandError } from './io.ts'

/** Annotated articles, and the digest of the files they came from. */
export type Training = { readonly articles: readonly TrainingArticle[]; readonly digest: string }

const article = z.object({
  id: z.string(),
  style: z.string(),
  language: z.string(),
  publishedOn: z.iso.date(),
  source: z.string(),
  headline: z.string(),
  sentences: z.array(z.string()),
  events: z.array(
    z.object({
      v: z.number(),
      type: z.string(),
      actors: z.array(z.string()),
      recipients: z.array(z.string()),
      themes: z.array(z.string()),
      date: z.string().nullable(),
      place: z.string().nullable(),
      status: z.string(),
      attribution: z.array(z.string()),
    }),
  ),
  quotes: z.array(
    z.object({ speaker: z.string(), text: z.string(), direct: z.boolean(), attribution: z.array(z.string()) }),
  ),
})

/**
 * Reads the `.jsonl` files of a folder, in the order of their names, and checks every article.
 * @throws CommandError with file and line when the folder holds none, or one that contradicts itself
 */
export async function readTraining(folder: string): Promise<Training> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.jsonl')).sort()
  if (files.length === 0) throw new CommandError(`${folder}: no .jsonl files with annotated articles there.`)
  const hash = createHash('sha256')
  const articles: TrainingArticle[] = []
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8')
    hash.update(text)
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() !== '') articles.push(readLine(line, `${join(folder, name)}:${index + 1}`))
    }
  }
  return { articles, digest: hash.digest('hex') }
}

function readLine(line: string, where: string): TrainingArticle {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new CommandError(`${where}: this line is not JSON.`)
  }
  const result = article.safeParse(value)
  if (!result.success) throw new CommandError(`${where}: ${z.prettifyError(result.error)}`)
  const [fault] = articleFaults(result.data)
  if (fault !== undefined) throw new CommandError(`${where}: ${fault}`)
  return result.data
}
