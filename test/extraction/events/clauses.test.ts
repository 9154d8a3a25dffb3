import { describe, expect, test } from 'vitest'
import { articleViews } from '../../../src/extraction/events/article-views.ts'
import { findReports } from '../../../src/extraction/events/find-reports.ts'
import { events, tagged } from './tagged.ts'

/** The words that a report of that type is told in. */
function clause(body: string, type: string): string | undefined {
  const { text, mentions, entities, roles, times } = tagged(body)
  const views = articleViews(text, mentions, entities, roles, times)
  const report = findReports(text, views, entities).find((one) => one.type === type)
  return report === undefined ? undefined : text.slice(report)
}

describe('a clause is cut where a reader would', () => {
  test.each([
    ['no particle hangs', 'وصل ⟦P|سليم دوغان⟧ إلى ⟦C:SA:n|السعودية⟧ في زيارة لم تعلن.', 'CONSULT', /في زيارة$/u],
    ['no و in front', 'وامتنع ⟦P|سليم دوغان⟧ عن التعليق.', 'REJECT', /^امتنع سليم دوغان عن التعليق$/u],
    [
      'an aside is left out',
      'استضافت ⟦C:SA:n|السعودية⟧ القمة العربية، وهي أول قمة هذا العام.',
      'CONSULT',
      /^استضافت السعودية القمة العربية$/u,
    ],
    [
      'a quotation stays whole',
      'وأيد ⟦P|سليم دوغان⟧ "وحدة البلاد السياسية التي قامت".',
      'SUPPORT',
      /^أيد سليم دوغان "وحدة البلاد السياسية التي قامت"$/u,
    ],
    ['what denies the act is part of it', 'لكنه لم يعترض على القرار أحد.', 'REJECT', /^لم يعترض/u],
  ])('%s', (_, sentence, type, words) => {
    expect(clause(sentence, type)).toMatch(words)
  })
})

describe('when it was', () => {
  test.each([
    [
      'time words lead the clause',
      'و⟦T:2019-05-04|أمس السبت⟧ اعتقلت ⟦O|شرطة الشمال⟧ ⟦P|سليم دوغان⟧.',
      ['COERCE شرطة الشمال > سليم دوغان 2019-05-04'],
    ],
    [
      'a noun behind the verb that decides on it',
      'قررت ⟦C:GE:n|جورجيا⟧، ⟦T:2018-05-29|الثلاثاء⟧، قطع علاقاتها مع ⟦C:SY:n|سوريا⟧.',
      ['SANCTION GE > SY 2018-05-29'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(events(sentence)).toEqual(expected)
  })

  test.each([
    ['an aside keeps its own', '⟦P|سليم دوغان⟧، الذي عاد ⟦T:2023-03-07|الثلاثاء⟧، اتهم ⟦C:IR:n|إيران⟧.', 'ACCUSE'],
  ])('near: %s', (_, sentence, type) => {
    const found = events(sentence).filter((event) => event.startsWith(type))
    expect(found).toHaveLength(1)
    expect(found[0]).not.toMatch(/\d{4}/u)
  })
})

describe('what it was', () => {
  test.each([
    ['dead in an attack', 'قُتل ⟦P|سليم دوغان⟧ في هجوم ثم شب حريق.', ['ASSAULT > سليم دوغان', 'DISASTER >']],
    ['a killer makes it no mishap', 'قتل ⟦O|جيش الشمال⟧ ⟦P|سليم دوغان⟧ قرب حريق.', ['ASSAULT جيش الشمال > سليم دوغان']],
    ['توعد threatens', 'وتوعد ⟦P|سليم دوغان⟧ ⟦C:IR:n|إيران⟧ بالرد.', ['THREATEN سليم دوغان > IR']],
    ['an arrest is news inside any sentence', 'وجاء ذلك بعد اعتقال ⟦P|سليم دوغان⟧.', ['COERCE > سليم دوغان']],
    ['an opinion is none', 'ورأى ⟦P|سليم دوغان⟧ أن الطقس جميل.', []],
    ['what describes tells of nothing', 'وهي الجماعة التي تعتبرها ⟦C:TR:m|أنقرة⟧ إرهابية.', []],
  ])('%s', (_, sentence, expected) => {
    expect(events(sentence)).toEqual(expected)
  })
})
