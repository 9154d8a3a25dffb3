import { describe, expect, test } from 'vitest'
import { readVerb } from '../../src/extraction/events/verb-index.ts'
import { arabicVerbForms, presentOf } from '../../src/lexicon/arabic-verb-forms.ts'
import { englishVerbForms } from '../../src/lexicon/english-verb-forms.ts'
import { eventWords } from '../../src/lexicon/event-words.ts'
import { foldKey } from '../../src/text/fold.ts'
import { tokenize } from '../../src/text/tokens.ts'

const TYPES =
  'ACCUSE AGREE AID APPOINT ASSAULT COERCE CONCEDE CONSULT COOPERATE DISASTER MOBILIZE OTHER PROTEST REJECT REQUEST RETREAT SANCTION STATEMENT SUPPORT THREATEN'

function lemmas(word: string): string[] {
  return tokenize(word).flatMap((token) => readVerb(token).map((reading) => reading.lemma))
}

test('every type has words in both languages', () => {
  for (const lang of ['ar', 'en']) {
    const types = new Set(eventWords.filter((word) => word.lang === lang).map((word) => word.type))
    expect([...types].sort().join(' ')).toBe(TYPES)
  }
})

test('the list is as long as it is meant to be', () => {
  expect(eventWords.filter((word) => word.lang === 'ar').length).toBeGreaterThan(1500)
  expect(eventWords.filter((word) => word.lang === 'en').length).toBeGreaterThan(800)
})

describe('Arabic verbs', () => {
  test.each([
    ['التقى', '', 'التقى التقت التقيا التقوا يلتقي تلتقي سيلتقي يلتقون سيلتقيان التقاه'],
    ['دعا', 'يدعو/داع', 'دعا دعت دعوا يدعو تدعو سيدعو داعيا داعية داعين'],
    ['أعلن', '', 'أعلن أعلنت أعلنوا يعلن ستعلن معلنا'],
    ['أقال', '', 'أقال أقالت أقيل أقيلت يقيل يقال'],
    ['اغتال', '', 'اغتال اغتيل يغتال'],
    ['هاجم', '', 'هاجم هوجم يهاجم مهاجمين'],
    ['أكد', 'يؤكد/مؤكد', 'أكد أكدت يؤكد مؤكدا مؤكدة'],
  ])('%s', (past, stems, forms) => {
    const keys = new Set(arabicVerbForms(past, stems).flatMap(({ key }) => [key, `${key}ه`]))
    for (const form of forms.split(' ')) expect(keys, form).toContain(foldKey(form))
  })

  test.each([
    ['أعلن', 'يعلن'],
    ['أدان', 'يدين'],
    ['استعاد', 'يستعيد'],
    ['انسحب', 'ينسحب'],
    ['تولى', 'يتولي'],
    ['شكا', 'يشكو'],
    ['رد', 'يرد'],
  ])('present of %s', (past, present) => {
    expect(presentOf(past)).toBe(present)
  })

  test('a bare word, with و or ف, and with a pronoun', () => {
    expect(lemmas('استقبل')).toContain('استقبل')
    expect(lemmas('واستقبل')).toContain('استقبل')
    expect(lemmas('فاستقبله')).toContain('استقبل')
    expect(lemmas('هاجموه')).toContain('هاجم')
  })

  test('what only folding makes a verb is none', () => {
    for (const word of ['إعادة', 'مدينة', 'محاكمة', 'إصابة', 'هناك', 'مناقشة']) expect(lemmas(word), word).toEqual([])
  })
})

test.each([
  ['agree', '', 'agree agrees agreed agreeing'],
  ['deny', '', 'deny denies denied denying'],
  ['ban', '', 'ban bans banned banning'],
  ['visit', '', 'visit visits visited visiting'],
  ['withdraw', 'withdrew/withdrawn', 'withdraw withdraws withdrew withdrawn withdrawing'],
])('English %s', (base, stems, forms) => {
  expect(
    englishVerbForms(base, stems)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(forms.split(' ').sort())
})
