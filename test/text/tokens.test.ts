import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/text/tokens.ts'
import { anyText } from './any-text.ts'

const words = (text: string) => tokenize(text).map((token) => token.text)

describe('tokenize', () => {
  it.each([
    ['بحث الوزير، اليوم.', ['بحث', 'الوزير', '،', 'اليوم', '.']],
    ['#سوريا_الجديدة', ['#', 'سوريا', '_', 'الجديدة']],
    ['ارتفع 3.5% إلى 12,000 و١٢٬٠٠٠', ['ارتفع', '3.5', '%', 'إلى', '12,000', 'و', '١٢٬٠٠٠']],
    ['في 2011،2012', ['في', '2011', '،', '2012']],
    ['2025-02-01', ['2025', '-', '02', '-', '01']],
    ['1439هـ', ['1439', 'هـ']],
    ["Trump's visit to Côte d’Ivoire", ['Trump', "'s", 'visit', 'to', 'Côte', 'd’Ivoire']],
    ['the U.S. and أ.ف.ب.', ['the', 'U.S.', 'and', 'أ.ف.ب', '.']],
    ['لـBBC', ['لـ', 'BBC']],
    ['وصل د. حسن', ['وصل', 'د', '.', 'حسن']],
    ['\u202D4 سبتمبر\u200f.', ['4', 'سبتمبر', '.']],
    ['می\u200cشود', ['می\u200cشود']],
    ['انتظر... ثم ..', ['انتظر', '...', 'ثم', '..']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('says kind, script and key', () => {
    expect(tokenize('والأردن 3.5', 10)).toMatchObject([
      { start: 10, end: 17, text: 'والأردن', key: 'والاردن', kind: 'WORD', script: 'ARABIC' },
      { start: 18, end: 21, text: '3.5', key: '3.5', kind: 'NUMBER', script: 'OTHER' },
    ])
    expect(tokenize("Erdoğan's").map((token) => [token.key, token.kind, token.script])).toEqual([
      ['erdogan', 'WORD', 'LATIN'],
      ["'s", 'WORD', 'LATIN'],
    ])
  })

  it('tiles the text: tokens are slices in order, gaps hold nothing to read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(before)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(text.slice(before, token.start)).toMatch(/^[\s\p{Z}\p{C}]*$/u)
          before = token.end
        }
        expect(text.slice(before)).toMatch(/^[\s\p{Z}\p{C}]*$/u)
      }),
    )
  })
})
