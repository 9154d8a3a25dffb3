import fc from 'fast-check'
import { expect, test } from 'vitest'
import { independentTexts } from '../../src/resolution/independent-texts.ts'
import { isNearCopy, nearCopyBands } from '../../src/resolution/text-key.ts'

test('near copies are one text, others are their own', () => {
  const texts = independentTexts([
    { textKey: 'b', simhash: 0b1111n },
    { textKey: 'a', simhash: 0b0111n },
    { textKey: 'c', simhash: -1n },
    { textKey: 'd', simhash: null },
  ])
  expect(Object.fromEntries(texts)).toEqual({ a: 'a', b: 'a', c: 'c', d: 'd' })
})

test('a copy of a copy is the same text, whatever the order', () => {
  const chain = [
    { textKey: 'x', simhash: 0n },
    { textKey: 'y', simhash: 0b111111n },
    { textKey: 'z', simhash: 0b111111111111n },
  ]
  for (const order of [chain, chain.toReversed()]) {
    expect(new Set(independentTexts(order).values())).toEqual(new Set(['x']))
  }
})

test('two near copies share a band', () => {
  const bits = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  const flips = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 6 })
  fc.assert(
    fc.property(bits, flips, (hash, flipped) => {
      const other = BigInt.asIntN(
        64,
        flipped.reduce((all, bit) => all ^ (1n << BigInt(bit)), BigInt.asUintN(64, hash)),
      )
      expect(isNearCopy(hash, other)).toBe(true)
      const bands = new Set(nearCopyBands(hash))
      expect(nearCopyBands(other).some((band) => bands.has(band))).toBe(true)
    }),
  )
})
