import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EvaluateOptions, evaluateCommand } from '../../src/cli/evaluate.ts'
import { CommandError } from '../../src/cli/io.ts'
import { smallArticle } from './small-article.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-evaluate-'))
  await writeFile(join(folder, 'set.jsonl'), `${JSON.stringify(smallArticle)}\n`)
})

afterEach(() => rm(folder, { recursive: true }))

async function run(options: EvaluateOptions) {
  let out = ''
  let err = ''
  const code = await evaluateCommand(folder, options, {
    out: async (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    stdin: Readable.from([]),
    environment: {},
    signal: new AbortController().signal,
    live: false,
  })
  return { code, out, err }
}

test('prints figures by language, the worst articles, and rules when asked', async () => {
  const { code, out } = await run({ rules: true })
  expect(code).toBe(0)
  expect(out).toMatch(/^all {2}persons +2 /mu)
  expect(out).toMatch(/^en {3}persons +2 /mu)
  expect(out).toContain('worst of 1 articles:')
  expect(out).toContain('rule or word list')
})

test('gives the same as JSON', async () => {
  const { out } = await run({ json: true })
  expect(JSON.parse(out)).toMatchObject({ articles: 1, crashed: [], scores: { all: { persons: { hits: 2 } } } })
})

test('pins floors, holds them, and lowers them only when told to', async () => {
  expect((await run({ pin: true })).code).toBe(0)
  const file = join(folder, 'floors.json')
  const floors = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...floors, f1: { ...floors.f1, persons: 1.5 } }))
  expect(await run({})).toMatchObject({ code: 1, err: expect.stringContaining('persons fell to') })
  expect(await run({ pin: true })).toMatchObject({ code: 1, err: expect.stringContaining('persons') })
  expect((await run({ pin: true, lower: true })).code).toBe(0)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(floors)
})

test('says when the articles are others than those the floors were pinned on', async () => {
  await run({ pin: true })
  await writeFile(join(folder, 'set.jsonl'), `${JSON.stringify({ ...smallArticle, id: 'other' })}\n`)
  expect((await run({})).err).toContain('--pin')
})

test.each([
  ['not json\n', 'set.jsonl:1: this line is not JSON'],
  [`${JSON.stringify({ ...smallArticle, publishedOn: 'May' })}\n`, 'set.jsonl:1:'],
  [`\n${JSON.stringify({ ...smallArticle, headline: '⟦P|x' })}\n`, 'set.jsonl:2: ⟦P is not closed'],
])('refuses %j with file and line', async (text, message) => {
  await writeFile(join(folder, 'set.jsonl'), text)
  await expect(run({})).rejects.toThrow(CommandError)
  await expect(run({})).rejects.toThrow(message)
})
