import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countries } from '../../src/lexicon/countries.ts'
import { type CountryForm, countryForms } from '../../src/lexicon/country-forms.ts'
import { tokenize } from '../../src/text/tokens.ts'

const lines = readFileSync(new URL('../../src/lexicon/country-forms.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
const rows = lines.map((line) => {
  const [key = '', lang = '', form = '', , , , kind = '', , cased = ''] = line.split('\t')
  return { key, lang, form, kind, cased }
})

/** Code and class of what the longest match at the first token says, and the words it covers. */
function first(text: string): { words: string; found: string[] } | null {
  const match = countryForms.matchAt(tokenize(text), 0)[0]
  if (match === undefined) return null
  return {
    words: text.slice(match.start, match.end),
    found: match.values.map((value) => `${value.code} ${value.form}`).sort(),
  }
}

function values(form: string): readonly CountryForm[] {
  return countryForms.matchAt(tokenize(form), 0)[0]?.values ?? []
}

test('the lists have as many rows as we know', () => {
  expect(countries.size).toBe(250)
  expect(lines).toHaveLength(2422)
})

test('every country has a name in Arabic and in English and is found by the names that we show', () => {
  for (const { code, names } of countries.values()) {
    expect(values(names.ar).map((value) => value.code)).toContain(code)
    expect(values(names.en).map((value) => value.code)).toContain(code)
  }
})

test('every row is found bare, and in Arabic behind و ب ل, its span without them', () => {
  const prefixes = ['', 'و', 'ب', 'وب']
  for (const { key, lang, form, kind } of rows) {
    for (const prefix of lang === 'ar' && !/^\d/.test(form) ? prefixes : ['']) {
      expect(first(prefix + form), prefix + form).toMatchObject({ words: form })
      expect(first(prefix + form)?.found, prefix + form).toContain(`${key} ${kind}`)
    }
    if (lang === 'ar' && form.startsWith('ال')) {
      expect(first(`ل${form.slice(1)}`), form).toMatchObject({ words: `ل${form.slice(1)}` })
    } else if (lang === 'ar' && !/^\d/.test(form)) {
      expect(first(`ل${form}`), form).toMatchObject({ words: form })
    }
  }
})

describe('one country', () => {
  test.each([
    ['أميركا', 'US NAME'],
    ['الولايات المتحدة الأمريكية', 'US NAME'],
    ['والأميركيتين', 'US DEMONYM'],
    ['الروسيتين', 'RU DEMONYM'],
    ['الروس', 'RU DEMONYM'],
    ['للأتراك', 'TR DEMONYM'],
    ['الألمانية', 'DE DEMONYM'],
    ['والألبان', 'AL DEMONYM'],
    ['بولونيا', 'PL NAME'],
    ['زائير', 'CD NAME'],
    ['بورما', 'MM NAME'],
    ['الكوريتين الجنوبيتين', 'KR DEMONYM'],
    ['الجنوب أفريقي', 'ZA DEMONYM'],
    ['جنوب السودان', 'SS NAME'],
    ['غينيا بيساو', 'GW NAME'],
    ['غينيا الاستوائية', 'GQ NAME'],
    ['بابوا غينيا الجديدة', 'PG NAME'],
    ['غينيا', 'GN NAME'],
    ['النيجر', 'NE NAME'],
    ['النيجرية', 'NE DEMONYM'],
    ['النيجيرية', 'NG DEMONYM'],
    ['دومينيكا', 'DM NAME'],
    ['الدومينيكان', 'DO NAME'],
    ['الكونغو برازافيل', 'CG NAME'],
    ['والكرملين', 'RU METONYM'],
    ['البيت الأبيض', 'US METONYM'],
    ['البيت الابيض', 'US METONYM'],
    ['لداونينغ ستريت', 'GB METONYM'],
    ['the Kremlin', 'RU METONYM'],
    ['US', 'US NAME'],
    ['U.S.', 'US NAME'],
    ['TURKEY', 'TR NAME'],
    ['Turks', 'TR DEMONYM'],
    ['Britons', 'GB DEMONYM'],
  ])('%s is %s', (text, expected) => {
    expect(first(text)?.found).toEqual([expected])
  })
})

test('a name that is also an adjective gives both', () => {
  expect(first('السعودية')?.found).toEqual(['SA DEMONYM', 'SA NAME'])
  expect(first('سورية')?.found).toEqual(['SY DEMONYM', 'SY NAME'])
})

test('the accusative of an adjective that is spelt like the name is the name', () => {
  expect(first('تركيا')?.found).toEqual(['TR NAME'])
  expect(first('إسرائيليا')?.found).toEqual(['IL DEMONYM'])
})

test('a word for two countries names both', () => {
  expect(first('الكوريتين')?.found).toEqual(expect.arrayContaining(['KP NAME', 'KR NAME']))
})

test('what is mostly something else is weak', () => {
  for (const form of ['المالي', 'القمري', 'مجرى', 'البابوي', 'عمان', 'المملكة', 'بنين', 'تل أبيب', 'طرابلس', 'كوريا']) {
    expect(new Set(values(form).map((value) => value.strength)), form).toEqual(new Set(['weak']))
  }
})

describe('not a country', () => {
  test.each(['us', 'turkey', 'polish', 'اليمين', 'احتشاد', 'عراقة', 'بني', 'كوبون', 'العرب', 'الأكراد'])(
    '%s',
    (text) => {
      expect(first(text)).toBeNull()
    },
  )
})
