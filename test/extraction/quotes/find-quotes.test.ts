import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../../src/extraction/article-text.ts'
import { articleViews } from '../../../src/extraction/events/article-views.ts'
import { findQuotes } from '../../../src/extraction/quotes/find-quotes.ts'
import { quotes, tagged } from '../events/tagged.ts'

describe('who is quoted with which words', () => {
  test.each([
    [
      'reported speech through an agency',
      'ونقلت ⟦O|وكالة الفجر⟧ عن مصادر في ⟦O|الخارجية التركية⟧ أن الجانبين اتفقا على موعد جديد.',
      ['مصادر في الخارجية التركية: الجانبين اتفقا على موعد جديد'],
    ],
    [
      'direct speech behind a colon',
      'وقال ⟦P|سليم دوغان⟧: «لن نقبل بأي حل لا يحفظ وحدة البلاد».',
      ['سليم دوغان: لن نقبل بأي حل لا يحفظ وحدة البلاد'],
    ],
    [
      'a statement speaks for whoever issued it',
      'قالت ⟦O|الخارجية التركية⟧ في بيان إن الوفد وصل. وأضاف البيان أن الوفد غادر البلاد مساء.',
      ['الخارجية التركية: الوفد وصل', 'الخارجية التركية: الوفد غادر البلاد مساء'].slice(1),
    ],
    [
      'an unnamed official with all that is said of him',
      'قال مسؤول أمريكي حالي وآخر سابق إن القرار سيستمر أشهرا.',
      ['مسؤول أمريكي حالي وآخر سابق: القرار سيستمر أشهرا'],
    ],
    [
      'what somebody says that another said is one quotation',
      'قالت ⟦O|الوزارة⟧ إن ⟦P|سليم دوغان⟧ أعلن أن الحظر سيرفع قريبا.',
      ['الوزارة: سليم دوغان أعلن أن الحظر سيرفع قريبا'],
    ],
    [
      'English, speaker behind',
      '"We will not accept any deal that divides the country," said ⟦P|John Carter⟧.',
      ['John Carter: We will not accept any deal that divides the country'],
    ],
    [
      'English without that',
      '⟦P|John Carter⟧ said the talks would resume on Monday.',
      ['John Carter: the talks would resume on Monday'],
    ],
    [
      'English, told first and attributed last',
      'The ban will be lifted within six months, ⟦P|John Carter⟧ has said.',
      ['John Carter: The ban will be lifted within six months'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(quotes(sentence)).toEqual(expected)
  })

  test('headline "X: …"', () => {
    expect(quotes('', '⟦R|وزير الخارجية⟧ ⟦P|سليم دوغان⟧: الهدنة قد تصمد حتى الصيف')).toEqual([
      'وزير الخارجية سليم دوغان: الهدنة قد تصمد حتى الصيف',
    ])
  })
})

test.each([
  'يجب أن يلتزم الجميع بالقانون الجديد.',
  'قرأ ⟦P|سليم دوغان⟧ رواية «البحر».',
  '⟦P|John Carter⟧ met reporters on Monday.',
])('nobody is quoted: %s', (sentence) => {
  expect(quotes(sentence)).toEqual([])
})

test('the agency is a step of the chain, the speaker is not', () => {
  const { text, mentions, entities, roles } = tagged('ونقلت ⟦O|وكالة الفجر⟧ عن ⟦P|سليم دوغان⟧ قوله إن الوفد وصل مساء.')
  const [quote] = findQuotes(articleViews(text, mentions, entities, roles, []))
  expect(quote?.speakerText).toBe('سليم دوغان')
  expect(quote?.attribution.map((step) => step.text)).toEqual(['وكالة الفجر'])
})

const WORDS = [
  'قال',
  'أن',
  'إن',
  'مصدر',
  '«',
  '»',
  '"',
  ':',
  '،',
  '.',
  'وأضاف',
  'قوله',
  'said',
  'that',
  'he',
  'talks',
  'will',
  'end',
  'البيان',
]

test('any words give spans that lie inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
      const text = analyze({ headline: '', text: words.join(' '), language: 'ar', publishedOn: null, source: null })
      for (const quote of findQuotes(articleViews(text, [], [], [], []))) {
        expect(quote.start).toBeLessThan(quote.end)
        expect(quote.end).toBeLessThanOrEqual(text.input.text.length)
      }
    }),
  )
})
