/** Feeds and wires that break off anywhere: they are read as far as they stand, or refused, and never lose their parts. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { splitEntries } from '../../src/reading/feed/split-entries.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { expectTiled, rawDocument } from './support.ts'

const CASES = new URL('../cases/reading/', import.meta.url)
const CUTS = 25

describe('documents that break off', () => {
  const names = readdirSync(CASES).filter((name) => /^(?:feed|wire)-/.test(name))
  test.each(names)('%s', (name) => {
    const folder = new URL(`${name}/`, CASES)
    const file = readdirSync(folder).find((entry) => entry.startsWith('source.')) ?? ''
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)))
    for (let cut = 1; cut < CUTS; cut++) {
      const raw = rawDocument(bytes.slice(0, Math.floor((bytes.length * cut) / CUTS)), { filename: file })
      const outcome = readDocument(raw)
      if (isRefusal(outcome)) expect(outcome.message).not.toBe('')
      else expectTiled(outcome)
      expect(splitEntries(raw)).toBeDefined()
    }
  })
})
