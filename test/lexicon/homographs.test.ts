import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countryForms } from '../../src/lexicon/country-forms.ts'
import { homographs, homographTokens } from '../../src/lexicon/homographs.ts'
import { places } from '../../src/lexicon/places.ts'
import { tokenize } from '../../src/text/tokens.ts'

/** The words that read as a country or place, and those of them that no homograph covers. */
function forms(text: string): { all: string[]; left: string[] } {
  const tokens = tokenize(text)
  const covered = homographTokens(tokens)
  const all: string[] = []
  const left: string[] = []
  for (const at of tokens.keys()) {
    const match = [...countryForms.matchAt(tokens, at), ...places.matchAt(tokens, at)][0]
    if (match === undefined) continue
    const words = text.slice(match.start, match.end)
    all.push(words)
    if (covered[at] !== true) left.push(words)
  }
  return { all, left }
}

test('every row is found through the tokenizer', () => {
  const lines = readFileSync(new URL('../../src/lexicon/homographs.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  for (const line of lines.slice(1)) {
    const [key = '', , form = ''] = line.split('\t')
    const match = homographs.matchAt(tokenize(form), 0)[0]
    expect(
      match?.values.map((value) => value.key),
      form,
    ).toContain(key)
    expect(match?.end, form).toBe(form.length)
  }
  expect(lines).toHaveLength(101)
})

describe('no country and no place', () => {
  test.each([
    ['عاد إلى مسقط رأسه', 'مسقط'],
    ['أعلنت الشركة حالة القوة القاهرة', 'القاهرة'],
    ['وأصيب في يده اليمنى', 'اليمنى'],
    ['بعد صلاة المغرب', 'المغرب'],
    ['قطع في الرباط الصليبي', 'الرباط'],
    ['وصل باكرا', 'اكرا'],
    ['قال كلاوس', 'لاوس'],
    ['في نصف قطر الدائرة', 'قطر'],
    ['Latin American leaders', 'American'],
    ['South Americans', 'Americans'],
  ])('%s', (text, words) => {
    expect(forms(text).all.join(' ')).toContain(words)
    expect(forms(text).left).toEqual([])
  })
})

describe('still a country or place', () => {
  test.each([
    ['وصل إلى مسقط', 'مسقط'],
    ['في القاهرة', 'القاهرة'],
    ['الجيش اليمنى', 'اليمنى'],
    ['ملك المغرب', 'المغرب'],
    ['في الرباط', 'الرباط'],
    ['American leaders', 'American'],
  ])('%s', (text, words) => {
    expect(forms(text).left).toEqual([words])
  })
})
