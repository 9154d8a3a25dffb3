/**
 * Dates read by our grammar and by chrono-node, on the same cases: `npm run -s bench:dates -- [FOLDER]`. Lines that print a
 * day, the examples of our own rules, the annotated articles of training/, and the TimeML files (`.tml`) of a folder.
 * Prints Markdown.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTraining } from '../src/cli/read-training.ts'
import { goldArticle } from '../src/evaluation/training-article.ts'
import { timeRules } from '../src/time/rules.ts'
import * as dateLines from '../test/cases/date-lines.ts'
import { readTimeMl } from './time-ml.ts'
import { chronoNode, ours, type TimeFound, type TimeReader } from './time-readers.ts'

/** A text whose expressions are known; those without a value count for the words alone. */
type TimeText = {
  readonly text: string
  readonly publishedOn: string | null
  readonly language: string
  readonly expected: readonly (Omit<TimeFound, 'value'> & { readonly value: string | null })[]
}

const READERS: readonly TimeReader[] = [ours, chronoNode]
const folder = process.argv[2]

print(row('lines that print a day', 'lines', ...READERS.map(({ name }) => name)))
print(row('-', '-', ...READERS.map(() => '-')))
for (const [kind, lines] of Object.entries(dateLines)) {
  const right = READERS.map((reader) => lines.filter(([line, day]) => reader.day(line) === day).length)
  print(row(kind, lines.length, ...right))
}

const { articles } = await readTraining(fileURLToPath(new URL('../training', import.meta.url)))
const annotated = articles.map(goldArticle).map(
  ({ input, spans }): TimeText => ({
    text: input.text,
    publishedOn: input.publishedOn,
    language: input.language,
    expected: spans.filter(({ tag, field }) => tag === 'T' && field === 'TEXT'),
  }),
)
const byRules = timeRules.flatMap(({ yes }) =>
  yes.map(({ text, on, edtf }): TimeText => {
    const start = text.indexOf('⟦')
    const end = text.indexOf('⟧') - 1
    const language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'
    return {
      text: text.replace(/[⟦⟧]/gu, ''),
      publishedOn: on,
      language,
      expected: [{ start, end, value: edtf ?? '?' }],
    }
  }),
)
table('examples of our rules', byRules)
for (const language of ['ar', 'en'])
  table(
    `training, ${language}`,
    annotated.filter((one) => one.language === language),
  )
if (folder !== undefined) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tml'))
  const texts = files.sort().map((name) => readTimeMl(readFileSync(join(folder, name), 'utf8')))
  table(
    `TimeML dates of ${files.length} texts`,
    texts.map((text) => ({ ...text, publishedOn: null, language: 'ar' })),
  )
}

function table(title: string, texts: readonly TimeText[]): void {
  print(`\n${row(title, 'expressions', 'found', 'P', 'R', 'exact P', 'exact R', 'values right')}`)
  print(row('-', '-', '-', '-', '-', '-', '-', '-'))
  for (const reader of READERS) {
    const sums = { expected: 0, found: 0, touched: 0, met: 0, exact: 0, valued: 0, right: 0 }
    for (const { text, publishedOn, language, expected } of texts) {
      const found = reader.expressions(text, publishedOn, language)
      sums.expected += expected.length
      sums.found += found.length
      sums.touched += found.filter((one) => expected.some((wanted) => overlap(one, wanted))).length
      for (const wanted of expected) {
        const meeting = found.filter((one) => overlap(one, wanted))
        if (meeting.length > 0) sums.met += 1
        if (meeting.some(({ start, end }) => start === wanted.start && end === wanted.end)) sums.exact += 1
        if (wanted.value === null) continue
        sums.valued += 1
        if (meeting.some(({ value }) => value === wanted.value?.replace(/[~?%]$/u, '') || value === wanted.value))
          sums.right += 1
      }
    }
    const { expected, found, touched, met, exact, valued, right } = sums
    const shares = [touched / found, met / expected, exact / found, exact / expected].map((share) => share.toFixed(3))
    print(row(reader.name, expected, found, ...shares, `${right} of ${valued}`))
  }
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
