import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadingCase } from '../evaluation/reading.ts'
import { type Expectation, readExpectations } from '../evaluation/reading-expectation.ts'
import { unpack } from '../reading/unpack/unpack.ts'
import { CommandError } from './io.ts'

const SEEDS = fileURLToPath(new URL('../../seeds/documents', import.meta.url))
const EXPECTATION = /^(.*?)\.?(?:expected|expected-metadata|gold)\.json$/u
/** What lies in such folders and is no document. */
const NOT_DOCUMENT = /^(?:SOURCE\.md|README\.md|INDEX\.tsv|GUIDELINES\.md|LICENSE.*|\..*)$/u

type Expected = { readonly stem: string; readonly file: string; readonly value: unknown }

/**
 * Documents of a folder and those below it, in the order of their names, each with the expectations that lie beside it:
 * `page.expected.json` for `page.html`, `page_2024.html.gz`; `expected.json` for all documents of its folder. A document
 * is what its name says, or what a package holds.
 * @throws CommandError for a folder without documents, and for an expectation that cannot be understood
 */
export async function* readCases(folder: string): AsyncGenerator<ReadingCase> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) throw new CommandError(`${folder}: no documents there.`)
  const byFolder = Map.groupBy(files, dirname)
  for (const [parent, members] of byFolder) {
    const expected: Expected[] = []
    for (const file of members) {
      const stem = EXPECTATION.exec(basename(file))?.[1]
      if (stem !== undefined) expected.push({ stem, file, value: await readJson(file) })
    }
    const documents = members.filter((file) => !EXPECTATION.test(basename(file)) && !NOT_DOCUMENT.test(basename(file)))
    for (const { value } of expected) documents.push(...seedOf(value))
    for (const file of documents) yield* casesOf(file, parent === folder ? '' : basename(parent), expected)
  }
}

async function* casesOf(file: string, under: string, expected: readonly Expected[]): AsyncGenerator<ReadingCase> {
  const name = basename(file)
  const beside = expected.filter(({ stem }) => belongs(stem, name))
  const expectations = beside.flatMap(understood)
  for await (const { at, document } of unpack({
    name,
    mediaType: null,
    url: null,
    open: () => createReadStream(file),
  })) {
    if (document === null) throw new CommandError(`${at}: this document cannot be unpacked.`)
    yield { id: under === '' ? name : `${under}/${name}`, raw: document, expectations }
  }
}

/** An expectation without a name of its own is for every document of its folder. */
function belongs(stem: string, name: string): boolean {
  return stem === '' || name === stem || (name.startsWith(stem) && /^[._]/u.test(name.slice(stem.length)))
}

function understood({ file, value }: Expected): readonly Expectation[] {
  const expectations = readExpectations(value)
  if (expectations === null) throw new CommandError(`${file}: this is no expectation that I understand.`)
  return expectations
}

/** Our own cases may name a document that ships instead of holding one. */
function seedOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('seed' in value) || typeof value.seed !== 'string') return []
  return [join(SEEDS, value.seed)]
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new CommandError(`${file}: this file is not JSON.`)
  }
}
