import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from '../../src/extraction/annotate.ts'

const words = fc.constantFrom(
  ...'قال وزير الخارجية التركي هاكان فيدان و موسكو في أنقرة : ، . " الأسد بن آل وزارة الدفاع للأردن Moscow said US'.split(
    ' ',
  ),
)

test('every mention, role, report and quote lies in its sentence, whatever the words', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.array(words, { maxLength: 8 }), (body, head) => {
      const input = { headline: head.join(' '), text: body.join(' '), language: 'ar', publishedOn: null, source: null }
      const { sentences, entities, mentions, roles, reports, quotes } = annotate(input)
      for (const span of [...mentions, ...roles, ...reports, ...quotes]) {
        const sentence = sentences[span.sentence]
        expect(sentence?.field).toBe(span.field)
        expect(span.start).toBeGreaterThanOrEqual(sentence?.start ?? Number.POSITIVE_INFINITY)
        expect(span.end).toBeGreaterThan(span.start)
      }
      for (const mention of mentions) expect(entities[mention.entity]).toBeDefined()
      expect(annotate(input)).toEqual(annotate(input))
    }),
    { numRuns: 60 },
  )
})

test('an empty article says nothing', () => {
  const nothing = annotate({ headline: '', text: '', language: 'ar', publishedOn: null, source: null })
  expect(nothing).toMatchObject({ sentences: [], entities: [], mentions: [], roles: [], reports: [], quotes: [] })
})

test('the text’s own today that contradicts the printed day is noted', () => {
  const text = 'بحث الوزيران -اليوم الجمعة- الوضع.'
  const { notes } = annotate({ headline: '', text, language: 'ar', publishedOn: '2025-02-01', source: null })
  expect(notes.map(({ code }) => code)).toEqual(['DATE_CONTRADICTS_WEEKDAY'])
})
