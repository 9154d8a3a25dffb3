import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTagged, TagError } from '../../src/evaluation/tagged-text.ts'

test('tags give the spans of their words, also inside one another', () => {
  const { text, spans } = readTagged('قال ⟦R|الوزير ⟦C:TR:d|التركي⟧⟧ ⟦P|سليم أكين⟧ نعم')
  expect(text).toBe('قال الوزير التركي سليم أكين نعم')
  expect(spans.map(({ tag, words }) => [tag, words])).toEqual([
    ['C:TR:d', 'التركي'],
    ['R', 'الوزير التركي'],
    ['P', 'سليم أكين'],
  ])
})

test.each(['⟦P|سليم', 'سليم⟧', '⟦P سليم⟧'])('%s is refused', (tagged) => {
  expect(() => readTagged(tagged)).toThrow(TagError)
})

test('every span gives its words', () => {
  const words = fc.stringMatching(/^[a-zء-ي ]{1,12}$/u)
  const piece = fc.oneof(
    words,
    words.map((word) => `⟦P|${word}⟧`),
    fc.tuple(words, words).map(([outer, inner]) => `⟦R|${outer}⟦O|${inner}⟧⟧`),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { text, spans } = readTagged(pieces.join(''))
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.words)
      expect(text).toBe(pieces.join('').replace(/⟦[A-Z]\||⟧/gu, ''))
    }),
  )
})
