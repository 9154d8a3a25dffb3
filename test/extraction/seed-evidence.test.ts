import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { annotate } from '../../src/extraction/annotate.ts'
import type { FieldSpan } from '../../src/extraction/annotations.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'

// What the database checks of evidence, checked where it is made: over every document that ships.

const folder = join(import.meta.dirname, '../../seeds/documents')

test.each(readdirSync(folder))('all evidence in %s lies in its words', (filename) => {
  const page = readDocument({ bytes: readFileSync(join(folder, filename)), filename, mediaType: null, url: null })
  if (isRefusal(page)) throw new Error(page.message)
  for (const { source, ...article } of page.articles) {
    const { mentions, roles, reports, quotes, sentences } = annotate({ ...article, source: source?.name ?? null })
    for (const span of [...sentences, ...mentions, ...roles, ...reports, ...quotes] satisfies FieldSpan[]) {
      const words = (span.field === 'HEADLINE' ? article.headline : article.text).slice(span.start, span.end)
      expect(words.trim()).not.toBe('')
      expect(words).toBe(words.trim())
    }
    for (const { start, end, trigger } of reports) {
      expect(trigger.start).toBeGreaterThanOrEqual(start)
      expect(trigger.end).toBeLessThanOrEqual(end)
      expect(trigger.end).toBeGreaterThan(trigger.start)
    }
  }
})
