import { fileURLToPath } from 'node:url'
import { evaluateReading, type ReadingFigures, type ReadingResult, readingFigures } from '../evaluation/reading.ts'
import { isReadingMeasure, readingMeasures } from '../evaluation/reading-score.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { readCases } from './read-cases.ts'

export type EvaluateReadingOptions = {
  readonly json?: boolean
  /** A measure. */
  readonly faults?: string
}

const ownCases = fileURLToPath(new URL('../../test/cases/reading', import.meta.url))

/** Scores the readers on documents with what they should become beside them. */
export async function evaluateReadingCommand(
  folder: string | undefined,
  { json, faults }: EvaluateReadingOptions,
  io: Io,
): Promise<number> {
  if (faults !== undefined && !isReadingMeasure(faults))
    throw new CommandError(`--faults takes one of ${readingMeasures.join(', ')}.`)
  const results: ReadingResult[] = []
  for await (const one of readCases(folder ?? ownCases)) {
    io.signal.throwIfAborted()
    results.push(evaluateReading(one))
  }
  const figures = readingFigures(results)
  if (json === true) await io.out(`${JSON.stringify({ figures, documents: results })}\n`)
  else if (faults !== undefined) await io.out(faultLines(results, faults))
  else await io.out(`${readingTable(figures, results)}${documentLines(results)}`)
  return exitCode.ok
}

/** Formats down, measures across; a figure is the mean over what was compared. */
export function readingTable(
  figures: Readonly<Record<string, ReadingFigures>>,
  results: readonly ReadingResult[],
): string {
  const header = line('', ['documents', ...readingMeasures])
  const rows = Object.entries(figures).map(([format, of]) => {
    const documents = results.filter((one) => one.outcomes.length > 0 && (format === 'all' || one.format === format))
    return line(format, [documents.length, ...readingMeasures.map((measure) => of[measure]?.mean.toFixed(3) ?? '–')])
  })
  return [header, ...rows].join('')
}

function documentLines(results: readonly ReadingResult[]): string {
  const refused = results.filter(({ refusal }) => refusal !== null)
  const silent = results.filter(({ isSilent }) => isSilent)
  const articles = results.reduce((sum, one) => sum + one.articles, 0)
  return [
    `${results.length} documents, ${articles} articles, ${refused.length} refused, ${silent.length} silently empty\n`,
    ...refused.map(({ id, refusal }) => `refused ${id}: ${refusal}\n`),
    ...silent.map(({ id }) => `silently empty ${id}\n`),
  ].join('')
}

function faultLines(results: readonly ReadingResult[], wanted: string): string {
  return results
    .flatMap(({ id, outcomes }) =>
      outcomes.flatMap(({ measure, score, fault }) =>
        measure === wanted && fault !== null ? [`${id} ${score.toFixed(3)} ${fault}\n`] : [],
      ),
    )
    .join('')
}

function line(format: string, cells: readonly (string | number)[]): string {
  return `${format.padEnd(22)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`
}
