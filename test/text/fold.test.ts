import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldKey, sourceSpan } from '../../src/text/fold.ts'
import { anyText } from './any-text.ts'

describe('foldKey', () => {
  it.each([
    ['اسفي', 'آسفي'],
    ['مراكش', 'مَرَّاكُش'],
    ['إيران', 'ا\u0655يران'],
    ['أوكرانيا', 'اوکرانیا'],
    ['غيانا', 'ﻏﻴﺎﻧﺎ'],
    ['لا', 'ﻻ'],
    ['هذا', 'هٰذا'],
    ['القاهرة', 'القـــاهره'],
    ['١٤٣٩', '1439'],
    ['۲۰۲۵', '2025'],
    ['Erdoğan', 'erdogan'],
    ['Fernando Pérez', 'FERNANDO PEREZ'],
    ['Diyarbakır', 'diyarbakir'],
    ['رئيس', 'رييس'],
    ['مؤتمر', 'موتمر'],
  ])('%s and %s share a key', (one, other) => {
    expect(foldKey(one)).toBe(foldKey(other))
  })

  it('keeps words apart that only look alike', () => {
    expect(foldKey('على')).not.toBe(foldKey('علا'))
    expect(foldKey('مصطفى')).not.toBe(foldKey('مصطفا'))
    expect(foldKey('غيانا')).not.toBe(foldKey('غانا'))
  })

  it('drops what cannot be seen', () => {
    expect(foldKey('\u202D4 سبتمبر\u200f\ufeff')).toBe('4 سبتمبر')
  })

  it('is stable: a key folds to itself', () => {
    fc.assert(fc.property(anyText, (text) => foldKey(foldKey(text)) === foldKey(text)))
  })

  it('does not mind how the text was composed', () => {
    fc.assert(fc.property(anyText, (text) => foldKey(text.normalize('NFD')) === foldKey(text.normalize('NFC'))))
  })

  it('keeps white space and punctuation one to one', () => {
    const text = '«قال؟» ، 3.5% …\n\n(نعم)'
    expect(foldKey(text)).toHaveLength(text.length)
  })
})

describe('fold', () => {
  it('points back at the letters as they stand', () => {
    const text = 'في ﻏﻴﺎﻧﺎ ﷺ'
    const folded = fold(text)
    const at = folded.key.indexOf('غيانا')
    const span = sourceSpan(folded, at, at + 'غيانا'.length)
    expect(text.slice(span.start, span.end)).toBe('ﻏﻴﺎﻧﺎ')
    const blessing = folded.key.indexOf('صلي')
    const one = sourceSpan(folded, blessing, blessing + 3)
    expect(text.slice(one.start, one.end)).toBe('ﷺ')
  })

  it('takes dropped marks into the span of their letter', () => {
    const text = 'مُحَمَّدٌ قال'
    const folded = fold(text)
    const span = sourceSpan(folded, 0, 4)
    expect(text.slice(span.start, span.end)).toBe('مُحَمَّدٌ')
  })

  it('maps every code unit of a key into the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        expect(folded.key).toBe(foldKey(text))
        expect(folded.starts).toHaveLength(folded.key.length)
        let before = 0
        for (const [unit, start] of folded.starts.entries()) {
          const end = folded.ends[unit] ?? 0
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
    )
  })

  it('folds the source of a key to that key, where letters stand one to one', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text)
        const start = Math.min(a, b) % (folded.key.length + 1)
        const end = Math.max(start, Math.max(a, b) % (folded.key.length + 1))
        const span = sourceSpan(folded, start, end)
        expect(foldKey(text.slice(span.start, span.end))).toContain(folded.key.slice(start, end).trim())
      }),
    )
  })
})
