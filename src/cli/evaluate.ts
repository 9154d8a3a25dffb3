import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Evaluation, evaluate, worst } from '../evaluation/evaluate.ts'
import { belowFloors, type Floors, pinned } from '../evaluation/floors.ts'
import { isKind, kinds } from '../evaluation/score.ts'
import { faultLines, ruleTable, scoreTable, worstTable } from './evaluation-table.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { readTraining } from './read-training.ts'

export type EvaluateOptions = {
  readonly json?: boolean
  readonly rules?: boolean
  /** A kind. */
  readonly faults?: string
  readonly pin?: boolean
  readonly lower?: boolean
}

const ownTraining = fileURLToPath(new URL('../../training', import.meta.url))
const FLOORS = 'floors.json'
/** How many articles are named as the worst. */
const WORST = 5

/** Scores the extractor on annotated articles, and holds or pins the floors that lie beside them. */
export async function evaluateCommand(folder: string | undefined, options: EvaluateOptions, io: Io): Promise<number> {
  const { faults } = options
  if (faults !== undefined && !isKind(faults)) throw new CommandError(`--faults takes one of ${kinds.join(', ')}.`)
  const training = folder ?? ownTraining
  const { articles, digest } = await readTraining(training)
  const evaluation = evaluate(articles)
  await io.out(options.json === true ? `${JSON.stringify(summary(evaluation, digest))}\n` : report(evaluation, options))
  const file = join(training, FLOORS)
  const before = await readFloors(file)
  return options.pin === true
    ? pin(file, evaluation, digest, before, options.lower === true, io)
    : hold(evaluation, digest, before, io)
}

function report(evaluation: Evaluation, { rules, faults }: EvaluateOptions): string {
  const { articles } = evaluation
  if (faults !== undefined && isKind(faults)) return faultLines(articles, faults)
  const parts = [scoreTable(evaluation), `worst of ${articles.length} articles:\n${worstTable(worst(articles, WORST))}`]
  if (rules === true) parts.push(ruleTable(evaluation.rules))
  return parts.join('\n')
}

function summary({ articles, scores, rules }: Evaluation, digest: string) {
  const crashed = articles.filter((one) => one.crashed !== null).map(({ id }) => id)
  return {
    articles: articles.length,
    digest,
    crashed,
    scores,
    rules,
    worst: worst(articles, WORST).map(({ id }) => id),
  }
}

function hold({ scores, articles }: Evaluation, digest: string, floors: Floors | null, io: Io): number {
  const crashed = articles.filter((one) => one.crashed !== null)
  for (const { id, crashed: error } of crashed) io.err(`${id}: extraction crashed, ${error}\n`)
  const below =
    floors === null || floors.digest !== digest || scores['all'] === undefined ? [] : belowFloors(scores['all'], floors)
  for (const { kind, floor, f1 } of below) io.err(`${kind} fell to ${f1.toFixed(3)}, below its floor ${floor}\n`)
  if (floors !== null && floors.digest !== digest)
    io.err(`The articles have changed since floors were pinned; --pin pins new ones.\n`)
  return below.length + crashed.length > 0 ? exitCode.failed : exitCode.ok
}

async function pin(
  file: string,
  { scores }: Evaluation,
  digest: string,
  before: Floors | null,
  lower: boolean,
  io: Io,
): Promise<number> {
  if (scores['all'] === undefined) throw new CommandError('There is nothing to pin floors on.')
  const { floors, kept } = pinned(scores['all'], digest, before, lower)
  await writeFile(file, `${JSON.stringify(floors, null, 2)}\n`)
  if (kept.length === 0) return exitCode.ok
  io.err(`Kept the higher floors of ${kept.join(', ')}; --lower lowers them.\n`)
  return exitCode.failed
}

async function readFloors(file: string): Promise<Floors | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const floors: Floors = JSON.parse(text)
  return floors
}
