/**
 * Every folder of test/cases/reading is a document with the page that it must become, whole: a source file, or the name
 * of a document that ships, and expected.json. A folder without its expectation fails.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/reading/page.ts'
import { expectTiled, readPage } from './support.ts'

const CASES = new URL('../cases/reading/', import.meta.url)
const SEEDS = new URL('../../seeds/documents/', import.meta.url)

type Expectation = { readonly seed?: string; readonly page: object }

describe('documents of our own become these pages', () => {
  for (const name of readdirSync(CASES).sort()) {
    test(name, () => {
      const folder = new URL(`${name}/`, CASES)
      const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expectation
      const filename =
        expected.seed ?? readdirSync(folder).find((file) => file.startsWith('source.')) ?? 'source is missing'
      const bytes = readFileSync(new URL(filename, expected.seed === undefined ? folder : SEEDS))
      const page = readPage(bytes, { filename })
      expectTiled(page)
      expect(summary(page)).toEqual(expected.page)
    })
  }
})

/** A page as the cases write it down: what is null or empty is left out, parts are given by their words. */
function summary(page: Page): object {
  return {
    mediaType: page.mediaType,
    ...(page.crawledAt === null ? {} : { crawledAt: page.crawledAt }),
    notes: page.notes.map((note) => note.code),
    articles: page.articles.map((article) =>
      Object.fromEntries(
        Object.entries(article).filter(
          ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
        ),
      ),
    ),
    parts: page.parts
      .filter((part) => part.kind !== 'BLANK')
      .map((part) => [part.kind, part.article, page.text.slice(part.start, part.end)]),
  }
}
