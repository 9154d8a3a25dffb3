import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTraining } from '../../src/cli/read-training.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { belowFloors, type Floors } from '../../src/evaluation/floors.ts'

const training = join(import.meta.dirname, '../../training')

test('extraction keeps its floors on our own articles', { timeout: 120_000 }, async () => {
  const floors: Floors = JSON.parse(await readFile(join(training, 'floors.json'), 'utf8'))
  const { articles, digest } = await readTraining(training)
  expect(digest, 'training/ has changed: run `npm run -s isnad -- evaluate --pin`').toBe(floors.digest)
  const { scores, articles: scored } = evaluate(articles)
  expect(scored.filter(({ crashed }) => crashed !== null)).toEqual([])
  const all = scores['all']
  expect(all === undefined ? null : belowFloors(all, floors)).toEqual([])
})
