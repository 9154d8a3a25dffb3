/**
 * Makes `training/` from the annotated articles as they were written: real persons get invented names, and the mendings
 * of `amendments.tsv` are applied. Run: node training/rename/rename-persons.ts SOURCE_FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit, stderr } from 'node:process'
import { amended } from './amend.ts'
import { type TrainingLine, withInventedNames } from './rewrite-article.ts'

const [source] = argv.slice(2)
if (source === undefined) {
  stderr.write('usage: node training/rename/rename-persons.ts SOURCE_FOLDER\n')
  exit(2)
}
for (const file of readdirSync(source)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()) {
  const lines = readFileSync(join(source, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const articles = lines.map((line): TrainingLine => JSON.parse(line))
  const text = articles.map((article) => `${JSON.stringify(withInventedNames(amended(article)))}\n`).join('')
  writeFileSync(join(import.meta.dirname, '..', file), text)
}
