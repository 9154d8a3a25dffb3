/** What the tests of this room share: documents from strings, pages that must not be refusals, and the law of the parts. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Page, RawDocument } from '../../src/reading/page.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'

const DOCUMENTS = new URL('../../seeds/documents/', import.meta.url)

/** A document as it would be handed over. */
export function rawDocument(
  content: string | Uint8Array,
  given: Partial<Omit<RawDocument, 'bytes'>> = {},
): RawDocument {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { bytes, filename: null, mediaType: null, url: null, ...given }
}

/** Reads a document that must be readable. */
export function readPage(content: string | Uint8Array, given: Partial<Omit<RawDocument, 'bytes'>> = {}): Page {
  const outcome = readDocument(rawDocument(content, given))
  if (isRefusal(outcome)) throw new Error(`${outcome.code}: ${outcome.message}`)
  return outcome
}

/** Reads one of the documents that ship. */
export function readSeed(filename: string): Page {
  return readPage(readFileSync(new URL(filename, DOCUMENTS)), { filename })
}

/** Parts follow each other without gap or overlap from the first to the last code unit. */
export function expectTiled(page: Page): void {
  let at = 0
  for (const part of page.parts) {
    expect(part.start).toBe(at)
    expect(part.end).toBeGreaterThan(part.start)
    at = part.end
  }
  expect(at).toBe(page.text.length)
}

/** The words of all parts of a kind. */
export function partsOf(page: Page, kind: string): string[] {
  return page.parts.filter((part) => part.kind === kind).map((part) => page.text.slice(part.start, part.end))
}
