import { expect, test } from 'vitest'
import { articleFaults } from '../../src/evaluation/check-article.ts'
import { evaluate, worst } from '../../src/evaluation/evaluate.ts'
import { kinds } from '../../src/evaluation/score.ts'
import type { ArticleAnnotations } from '../../src/extraction/annotations.ts'
import { perfect, smallArticle } from './small-article.ts'

function scoresWith(change: (right: ArticleAnnotations) => Partial<ArticleAnnotations>) {
  const { scores } = evaluate([smallArticle], (input) => ({ ...perfect(input), ...change(perfect(input)) }))
  const all = scores['all']
  if (all === undefined) throw new Error('no scores')
  return all
}

test('an extractor without a mistake has 1 everywhere, in its language and in all', () => {
  const { scores, articles } = evaluate([smallArticle], perfect)
  expect(Object.keys(scores)).toEqual(['all', 'en'])
  for (const kind of kinds) expect(scores['all']?.[kind].f1, kind).toBe(1)
  expect(articles[0]?.faults).toBe(0)
})

test('a name of other ends is missed, and extra', () => {
  const { persons } = scoresWith(({ mentions }) => ({
    mentions: mentions.map((mention) => (mention.entity === 1 ? { ...mention, end: mention.end - 1 } : mention)),
  }))
  expect(persons).toMatchObject({ hits: 1, missed: 1, extra: 1, precision: 0.5, recall: 0.5, f1: 0.5 })
})

test('a country is right only with its code and its form', () => {
  const wrong = scoresWith(({ mentions }) => ({
    mentions: mentions.map((mention) => (mention.entity === 2 ? { ...mention, form: 'NAME' } : mention)),
  }))
  expect(wrong.countries).toMatchObject({ hits: 0, missed: 1, extra: 1 })
  expect(wrong.countryNames).toMatchObject({ missed: 0, extra: 1 })
})

test('a time that is found but read wrongly has its span right and its value wrong', () => {
  const { timeSpans, timeValues } = scoresWith(({ times }) => ({
    times: times.map((time) => ({ ...time, date: null })),
  }))
  expect([timeSpans.f1, timeValues.f1]).toEqual([1, 0])
})

test('an event with its sides changed is detected, but not full', () => {
  const wrong = scoresWith(({ reports }) => ({
    reports: reports.map((report) => ({ ...report, participants: [{ entity: 1, role: 'ACTOR' }] as const })),
  }))
  expect(wrong.events.f1).toBe(1)
  expect(wrong.eventsFull).toMatchObject({ hits: 0, missed: 1, extra: 1 })
  expect(wrong.eventDates.f1).toBe(1)
})

test('an event of another type is missed, and extra', () => {
  const wrong = scoresWith(({ reports }) => ({ reports: reports.map((report) => ({ ...report, type: 'AID' })) }))
  expect(wrong.events).toMatchObject({ hits: 0, missed: 1, extra: 1 })
})

test('an event that is told twice in its sentence is right once, and not wrong', () => {
  const twice = scoresWith(({ reports }) => ({ reports: [...reports, ...reports] }))
  expect(twice.events).toMatchObject({ hits: 1, missed: 0, extra: 0 })
})

test('a quote of somebody else is missed, and extra', () => {
  const wrong = scoresWith(({ quotes }) => ({
    quotes: quotes.map((quote) => ({ ...quote, speaker: 1, speakerText: 'Igor Fedorov' })),
  }))
  expect(wrong.quotes).toMatchObject({ hits: 0, missed: 1, extra: 1 })
})

test('a crash is a named miss, and the worst article', () => {
  const broken = { ...smallArticle, id: 'broken' }
  let calls = 0
  const { articles, scores } = evaluate([smallArticle, broken], (input) => {
    if (calls++ > 0) throw new Error('no')
    return perfect(input)
  })
  expect(worst(articles, 1)).toMatchObject([{ id: 'broken', crashed: 'Error: no' }])
  expect(scores['all']?.persons).toMatchObject({ hits: 2, missed: 2, extra: 0 })
})

test.each([
  ['events without words', { ...smallArticle, sentences: ['⟦P|Salim Akin⟧ ⟦P|Igor Fedorov⟧ We talked for long'] }],
  ['names tagged nowhere', { ...smallArticle, sentences: ['⟦V:1|met⟧ We talked for long'] }],
  [
    'quotes of other words',
    { ...smallArticle, quotes: [{ speaker: 'x', text: 'never', direct: true, attribution: [] }] },
  ],
  ['a wrong weekday', { ...smallArticle, headline: '⟦T:2025-01-31|Monday⟧' }],
  ['an unknown tag', { ...smallArticle, headline: '⟦X|Talks⟧' }],
  ['an open tag', { ...smallArticle, headline: '⟦P|Talks' }],
])('%s are faults', (_, article) => {
  expect(articleFaults(smallArticle)).toEqual([])
  expect(articleFaults(article)).not.toEqual([])
})
