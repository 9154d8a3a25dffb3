import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countries } from '../../src/lexicon/countries.ts'
import { countryForms } from '../../src/lexicon/country-forms.ts'
import { places, placesByKey } from '../../src/lexicon/places.ts'
import { tokenize } from '../../src/text/tokens.ts'

const lines = readFileSync(new URL('../../src/lexicon/place-forms.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
const rows = lines.map((line) => {
  const [key = '', lang = '', form = ''] = line.split('\t')
  return { key, lang, form }
})

function first(text: string): { words: string; keys: string[]; strengths: string[] } | null {
  const match = places.matchAt(tokenize(text), 0)[0]
  if (match === undefined) return null
  return {
    words: text.slice(match.start, match.end),
    keys: match.values.map((place) => place.key).sort(),
    strengths: match.values.map((place) => place.strength),
  }
}

test('the lists have as many rows as we know', () => {
  expect(placesByKey.size).toBe(3935)
  expect(lines).toHaveLength(9140)
})

test('every row is found bare, and in Arabic behind و ب ل, its span without them', () => {
  for (const { key, lang, form } of rows) {
    for (const prefix of lang === 'ar' ? ['', 'و', 'ب'] : ['']) {
      // وجدة is a city of its own, not و and جدة.
      if (prefix !== '' && places.get(prefix + form).length > 0) continue
      const found = first(prefix + form)
      expect(found?.words, prefix + form).toBe(form)
      expect(found?.keys, prefix + form).toContain(key)
    }
    if (lang !== 'ar') continue
    const behindLam = form.startsWith('ال') && !form.startsWith('الل') ? `ل${form.slice(1)}` : `ل${form}`
    // Likewise لوزان, not ل and وزان.
    if (places.get(behindLam).length > 0) continue
    expect(first(behindLam)?.keys, behindLam).toContain(key)
  }
})

test('every country has a place, but for territories with hardly a town', () => {
  const placed = new Set([...placesByKey.values()].map((place) => place.countryCode))
  const empty = [...countries.keys()].filter((code) => !placed.has(code))
  expect(empty.join(' ')).toBe(
    'AI AQ AS AX BL BQ BV CC CK CX GG GS HM IM MF MO MP MS NF NU PM PN SH SJ SX TC TF TK UM VG VI WF',
  )
})

test('every seat of government that is a town is also a place', () => {
  for (const form of ['موسكو', 'واشنطن', 'أنقرة', 'دمشق', 'القاهرة', 'تل أبيب', 'Tehran', 'Beijing', 'London']) {
    expect(first(form), form).not.toBeNull()
    expect(
      countryForms.get(form).map((value) => value.form),
      form,
    ).toEqual(['METONYM'])
  }
})

describe('the longest name wins', () => {
  test.each([
    ['نهر الأردن', 'jordan-river'],
    ['ولاية جورجيا', 'georgia-state-us'],
    ['بحر الصين الجنوبي', 'south-china-sea'],
    ['خليج غينيا', 'gulf-of-guinea'],
    ['المحيط الهندي', 'indian-ocean'],
    ['البحر العربي', 'arabian-sea'],
    ['أيرلندا الشمالية', 'northern-ireland-gb'],
    ['أمريكا اللاتينية', 'latin-america'],
    ['خليج المكسيك', 'gulf-of-mexico'],
    ['الضفة الغربية المحتلة', 'west-bank-ps'],
    ['شبه الجزيرة الكورية', 'korean-peninsula'],
    ['New Mexico', 'new-mexico-us'],
  ])('%s', (text, key) => {
    expect(first(text)).toMatchObject({ words: text, keys: [key] })
  })
})

describe('a place that nobody settles has no country', () => {
  test.each([
    'jerusalem',
    'east-jerusalem',
    'golan-heights',
    'red-sea',
    'middle-east',
    'sahel',
    'europe',
    'abyei',
    'halayeb',
  ])('%s', (key) => {
    expect(placesByKey.get(key)?.countryCode).toBeNull()
  })
})

test.each([
  ['gaza-ps', 'PS'],
  ['hebron-ps', 'PS'],
  ['ariel-ps', 'PS'],
  ['laayoune-eh', 'EH'],
  ['crimea-ua', 'UA'],
  ['sevastopol-ua', 'UA'],
  ['abkhazia-ge', 'GE'],
  ['scotland-gb', 'GB'],
])('%s is in %s', (key, code) => {
  expect(placesByKey.get(key)?.countryCode).toBe(code)
})

describe('a name that is also something else is no strong form', () => {
  test.each([
    ['المنصورة', 'weak'],
    ['حائل', 'weak'],
    ['دوما', 'weak'],
    ['تدمر', 'weak'],
    ['Ariel', 'weak'],
    ['الباب', 'context'],
    ['صور', 'context'],
    ['العديد', 'context'],
    ['المسيلة', 'context'],
    ['الكويت', 'context'],
    ['Nice', 'context'],
  ])('%s is %s', (text, strength) => {
    expect(first(text)?.strengths).toEqual([strength])
  })
})

test('a name of two places gives both', () => {
  expect(first('طرابلس')?.keys).toEqual(['tripoli-lebanon-lb', 'tripoli-ly'])
})

test('a common English word is a place only when written large', () => {
  expect(first('nice')).toBeNull()
  expect(first('NICE')?.keys).toEqual(['nice-fr'])
  expect(first('Cork')?.keys).toEqual(['cork-ie'])
})
