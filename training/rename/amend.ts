/** Mends what is wrong in an article's annotation, by `amendments.tsv`: exact words of its line and what they become. */
import { readTable } from '../../src/text/table.ts'
import type { TrainingLine } from './rewrite-article.ts'

const amendments = readTable(new URL('./amendments.tsv', import.meta.url), ['article', 'from', 'to', 'why'])

/**
 * The article with its mendings.
 * @throws Error when the words to be mended do not stand in it exactly once
 */
export function amended(article: TrainingLine): TrainingLine {
  let line = JSON.stringify(article)
  for (const { from, to } of amendments.filter((row) => row.article === article.id)) {
    if (line.split(from).length !== 2) throw new Error(`${article.id}: "${from}" does not stand in it once`)
    line = line.replace(from, () => to)
  }
  const mended: TrainingLine = JSON.parse(line)
  return mended
}
