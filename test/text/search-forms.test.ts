import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchForms, searchQuery, searchTerms } from '../../src/text/search-forms.ts'
import { anyText } from './any-text.ts'

const finds = (query: string, text: string, isWhole?: (key: string) => boolean) => {
  const words = new Set(searchForms(text, isWhole).split(' '))
  return searchTerms(query).every((term) => words.has(term))
}

describe('searching', () => {
  it.each([
    ['أنقرة', 'في أنقرة'],
    ['أنقرة', 'بأنقرة'],
    ['أنقرة', 'وأنقرة'],
    ['كتاب', 'الكتاب'],
    ['الكتاب', 'كتاب'],
    ['الصبر', 'بالصبر'],
    ['الأردن', 'للأردن'],
    ['أوكرانيا', 'اوکرانیا'],
    ['اوکرانیا', 'وأوكرانيا'],
    ['اسفي', 'آسفي'],
    ['بوتين', 'وبوتين'],
    ['Erdogan', "Erdoğan's"],
    ["Cote d'Ivoire", 'in Côte d’Ivoire'],
    ['سوريا الجديدة', '#سوريا_الجديدة'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it.each(['بطاطس', 'بوتين', 'باريس', 'لندن', 'وارسو', 'كوبا'])(
    '%s is never found by what a stemmer leaves',
    (word) => {
      expect(finds(word, word)).toBe(true)
      expect(finds(word.slice(1), word, (key) => key === 'وارسو')).toBe(false)
    },
  )

  it('makes a query out of words alone', () => {
    expect(searchQuery("الأردن & ('سوريا' | !x)")).toBe("'اردن' & 'سوريا' & 'x'")
    expect(searchQuery(' "؟ ')).toBe('')
    fc.assert(
      fc.property(anyText, (text) => /^('[\p{L}\p{N}\p{M}.]+'( & '[\p{L}\p{N}\p{M}.]+')*)?$/u.test(searchQuery(text))),
    )
  })

  it.each(['\uFE762025-02-01T18:39:16Z', '\uFE74', 'بوتين \uFE70'])(
    'asks for nothing by a mark without its letter: %j',
    (text) => {
      expect(searchTerms(text)).not.toContain('')
      expect(searchQuery(text)).not.toContain("''")
      expect(finds(text, text)).toBe(true)
    },
  )

  it('finds every text by itself', () => {
    fc.assert(fc.property(anyText, (text) => finds(text, text)))
  })
})
