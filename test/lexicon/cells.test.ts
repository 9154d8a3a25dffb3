import { expect, test } from 'vitest'
import { countryCell, oneOf, readForm, yesNo } from '../../src/lexicon/cells.ts'

const url = new URL('file:///lists/sample.tsv')
const row = { line: 7, key: 'x-y', lang: 'ar', form: 'وزير', strength: 'strong', gloss: 'minister', source: 'own' }

test('a right row gives its form', () => {
  expect(readForm(url, row)).toEqual({ key: 'x-y', lang: 'ar', form: 'وزير', strength: 'strong', gloss: 'minister' })
})

test.each([
  ['a key with a capital', { key: 'X' }],
  ['an unknown language', { lang: 'fr' }],
  ['an unknown strength', { strength: 'sure' }],
  ['a Latin letter in Arabic', { form: 'وزيرa' }],
  ['an Arabic letter in English', { lang: 'en', form: 'minister و' }],
  ['no gloss', { gloss: '' }],
])('%s is refused with file and line', (_, wrong) => {
  expect(() => readForm(url, { ...row, ...wrong })).toThrow('/lists/sample.tsv:7:')
})

test('cells of closed sets are refused with what they may hold', () => {
  expect(() => oneOf(url, 3, 'kind', 'z', ['a', 'b'])).toThrow('/lists/sample.tsv:3: kind is "z", expected one of a, b')
  expect(yesNo(url, 3, 'article', 'no')).toBe(false)
  expect(countryCell(url, 3, '')).toBeNull()
  expect(() => countryCell(url, 3, 'Lb')).toThrow('"Lb" is not a country code')
})
