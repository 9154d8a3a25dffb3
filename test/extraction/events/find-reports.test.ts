import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../../src/extraction/article-text.ts'
import { articleViews } from '../../../src/extraction/events/article-views.ts'
import { findReports } from '../../../src/extraction/events/find-reports.ts'
import { events, tagged } from './tagged.ts'

describe('who did what to whom', () => {
  test.each([
    [
      'subject behind the verb, counterpart behind مع, the sentence gives the day',
      'بحث ⟦R|وزير الخارجية ⟦C:TR:d|التركي⟧⟧ ⟦P|سليم دوغان⟧ في اتصال هاتفي -⟦T:2025-01-31|اليوم الجمعة⟧- مع ⟦R|نظيره ⟦C:RU:d|الروسي⟧⟧ ⟦P|إيفان سوكولوف⟧ الوضع في ⟦C:SY:n|سوريا⟧.',
      ['CONSULT سليم دوغان > إيفان سوكولوف 2025-01-31'],
    ],
    [
      'subject before the verb; a delegation stands for who leads it',
      'وكان ⟦P|سليم دوغان⟧ قد استقبل ⟦T:2025-01-28|الثلاثاء⟧ وفدا من ⟦C:RU:n|روسيا⟧ برئاسة ⟦P|إيفان سوكولوف⟧.',
      ['CONSULT سليم دوغان > إيفان سوكولوف 2025-01-28'],
    ],
    [
      'what is asked for is neither source nor target',
      'طلب ⟦P|سليم دوغان⟧ من ⟦C:RU:m|موسكو⟧ تسليم ⟦P|إيفان سوكولوف⟧.',
      ['REQUEST سليم دوغان > RU'],
    ],
    [
      'an unnamed minister is his country',
      'اتهم ⟦R|وزير الدفاع ⟦C:US:d|الأمريكي⟧⟧ ⟦C:IR:n|إيران⟧ بتمويل الجماعة.',
      ['ACCUSE US > IR'],
    ],
    [
      'forces are their country, positions are whose they are',
      'قصفت طائرات ⟦C:RU:d|روسية⟧ مواقع ⟦O|جبهة الشمال⟧ في ⟦L:SY|إدلب⟧.',
      ['ASSAULT RU > جبهة الشمال'],
    ],
    ['passive by its vowel sign', 'قُتل ⟦P|سليم دوغان⟧ في انفجار.', ['ASSAULT > سليم دوغان']],
    [
      'a relative clause whose verb has the object with it',
      '⟦P|إيفان سوكولوف⟧ الذي منحته ⟦C:RU:m|موسكو⟧ حق اللجوء في بيته.',
      ['AID RU > إيفان سوكولوف'],
    ],
    [
      'light verb with words between',
      'شن ⟦O|جيش الشمال⟧ صباحا هجوما على ⟦O|جبهة الجنوب⟧.',
      ['ASSAULT جيش الشمال > جبهة الجنوب'],
    ],
    [
      'the subject carries on; the new order in a country stands for it',
      'رحبت ⟦O|الخارجية الفرنسية⟧ بالنظام الجديد في ⟦C:SY:n|سوريا⟧ ودعت إلى وقف القتال.',
      ['SUPPORT الخارجية الفرنسية > SY', 'REQUEST الخارجية الفرنسية >'],
    ],
    [
      'the two sides are those of the act before, and one act told twice is one',
      'التقى ⟦P|سليم دوغان⟧ ⟦P|إيفان سوكولوف⟧ ⟦T:2025-01-31|اليوم⟧. وأضاف البيان أن الجانبين بحثا الأزمة.',
      ['CONSULT سليم دوغان > إيفان سوكولوف 2025-01-31'],
    ],
    ['English passive', '⟦P|Ivan Sokolov⟧ was arrested by ⟦C:FR:d|French⟧ police.', ['COERCE FR > Ivan Sokolov']],
    ['English light verb', '⟦C:US:n|The United States⟧ imposed sanctions on ⟦C:IR:n|Iran⟧.', ['SANCTION US > IR']],
  ])('%s', (_, sentence, expected) => {
    expect(events(sentence)).toEqual(expected)
  })

  test.each([
    ['مباحثات ⟦C:TR:d|تركية⟧ ⟦C:RU:d|روسية⟧ بشأن ⟦C:SY:n|سوريا⟧', ['CONSULT TR > RU']],
    ['مشاورات ⟦C:TR:d|تركية⟧-⟦C:GB:d|بريطانية⟧ في ⟦L:TR|أنقرة⟧', ['CONSULT TR > GB']],
    ['⟦O|الخارجية الفرنسية⟧: الهدنة في الشمال قد تصمد', ['STATEMENT الخارجية الفرنسية >']],
  ])('headline %s', (headline, expected) => {
    expect(events('', headline)).toEqual(expected)
  })
})

describe('whether it happened', () => {
  test.each([
    ['سيزور ⟦P|سليم دوغان⟧ ⟦C:RU:n|روسيا⟧ غدا.', ['CONSULT سليم دوغان > RU PLANNED']],
    ['قد يزور ⟦P|سليم دوغان⟧ ⟦C:RU:n|روسيا⟧.', ['CONSULT سليم دوغان > RU HYPOTHETICAL']],
    ['لم يلتق ⟦P|سليم دوغان⟧ ⟦P|إيفان سوكولوف⟧.', ['CONSULT سليم دوغان > إيفان سوكولوف DENIED']],
    ['⟦C:FR:n|France⟧ will not withdraw its troops from ⟦C:ML:n|Mali⟧.', ['RETREAT FR > ML DENIED']],
    ['⟦P|John Carter⟧ will visit ⟦C:FR:n|France⟧.', ['CONSULT John Carter > FR PLANNED']],
  ])('%s', (sentence, expected) => {
    expect(events(sentence)).toEqual(expected)
  })

  test('a present with the day of the page is still to come', () => {
    const sentence = 'يلتقي ⟦T:2025-01-31|اليوم⟧ ⟦P|سليم دوغان⟧ ⟦P|إيفان سوكولوف⟧.'
    expect(events(sentence, '', '2025-01-31')).toEqual(['CONSULT سليم دوغان > إيفان سوكولوف PLANNED 2025-01-31'])
  })
})

describe('words that look like an act and are none', () => {
  test.each([
    'تجمع مدينة حلب بين القديم والحديث، وتضم قلعة.',
    'قبل عيد الفطر هناك إصابة واحدة في المدينة.',
    'أكد ⟦P|سليم دوغان⟧ في حديثه أن إعادة البناء تحتاج وقتا.',
    'مناطق تسيطر عليها ⟦O|جبهة الشمال⟧ منذ سنين.',
    'The attack dog of the minister is old.',
  ])('%s', (sentence) => {
    expect(events(sentence).filter((event) => !event.startsWith('STATEMENT'))).toEqual([])
  })
})

test('on whose word: the agency, then its source', () => {
  const { text, mentions, entities, roles, times } = tagged(
    'ونقلت ⟦O|وكالة الفجر⟧ عن مصدر عسكري أن ⟦P|سليم دوغان⟧ طلب من ⟦C:RU:m|موسكو⟧ مهلة.',
  )
  const [report] = findReports(text, articleViews(text, mentions, entities, roles, times), entities)
  expect(report?.attribution.map((step) => [step.text, step.anonymous])).toEqual([
    ['وكالة الفجر', false],
    ['مصدر عسكري', true],
  ])
})

const WORDS = [
  'قتل',
  'أن',
  'التقى',
  'الذي',
  'وفدا',
  'من',
  'هجوما',
  'شن',
  '،',
  '.',
  '«',
  '»',
  ':',
  'said',
  'that',
  'was',
  'killed',
  'by',
  '"',
  '(',
]

test('any words give spans that lie inside the text, twice the same', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
      const text = analyze({ headline: '', text: words.join(' '), language: 'ar', publishedOn: null, source: null })
      const reports = findReports(text, articleViews(text, [], [], [], []), [])
      for (const report of reports) {
        expect(report.start).toBeLessThan(report.end)
        expect(report.end).toBeLessThanOrEqual(text.input.text.length)
        expect(report.trigger.start).toBeGreaterThanOrEqual(report.start)
      }
      expect(findReports(text, articleViews(text, [], [], [], []), [])).toEqual(reports)
    }),
  )
})
