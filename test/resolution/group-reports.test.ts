import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupKeyOf } from '../../src/resolution/group-key.ts'
import { groupReports } from '../../src/resolution/group-reports.ts'
import type { GroupedReport } from '../../src/resolution/knowledge.ts'
import type { FuzzyDate } from '../../src/time/fuzzy-date.ts'

function day(earliest: string, latest = earliest): FuzzyDate {
  const precision = earliest === latest ? 'DAY' : 'RANGE'
  const edtf = earliest === latest ? earliest : `${earliest}/${latest}`
  return { edtf, earliest, latest, precision, basis: 'STATED', calendar: 'gregory', expression: null }
}

function report(id: string, facts: Partial<GroupedReport> = {}): GroupedReport {
  return {
    id,
    articleId: `article ${id}`,
    sourceId: null,
    textKey: `text ${id}`,
    simhash: null,
    publishedOn: null,
    type: 'CONSULT',
    status: 'REPORTED',
    text: `words of ${id}`,
    date: null,
    placeId: null,
    countryId: null,
    participants: [],
    ...facts,
  }
}

const idsOf = (reports: readonly GroupedReport[]) =>
  groupReports('group', reports)
    .map((event) => event.reportIds)
    .sort()

describe('occurrences of a group', () => {
  test('equal days are one occurrence, different days are two', () => {
    const reports = [
      report('a', { date: day('2025-01-31') }),
      report('b', { date: day('2025-01-31') }),
      report('c', { date: day('2025-02-03') }),
    ]
    expect(idsOf(reports)).toEqual([['a', 'b'], ['c']])
  })

  test('a month joins the one day that it holds, and stands alone when it holds two', () => {
    const month = report('m', { date: day('2025-01-01', '2025-01-31') })
    expect(idsOf([month, report('a', { date: day('2025-01-31') })])).toEqual([['a', 'm']])
    const two = [month, report('a', { date: day('2025-01-31') }), report('b', { date: day('2025-01-02') })]
    expect(idsOf(two)).toEqual([['a'], ['b'], ['m']])
  })

  test('an undated report joins the nearest occurrence of the week before its publication', () => {
    const dated = [report('a', { date: day('2025-01-31') }), report('b', { date: day('2025-01-28') })]
    expect(idsOf([...dated, report('u', { publishedOn: '2025-02-01' })])).toEqual([['a', 'u'], ['b']])
    expect(idsOf([...dated, report('u', { publishedOn: '2025-02-20' })])).toEqual([['a'], ['b'], ['u']])
    expect(idsOf([...dated, report('u', { publishedOn: '2025-01-20' })])).toEqual([['a'], ['b'], ['u']])
  })

  test('undated reports of one week are one occurrence, without a publication date only copies are', () => {
    const near = [report('a', { publishedOn: '2025-02-01' }), report('b', { publishedOn: '2025-02-05' })]
    expect(idsOf([...near, report('c', { publishedOn: '2025-03-05' })])).toEqual([['a', 'b'], ['c']])
    const bare = [report('a', { textKey: 'same' }), report('b', { textKey: 'same' }), report('c')]
    expect(idsOf(bare)).toEqual([['a', 'b'], ['c']])
  })

  test('copies count once as independent, outlets and articles each', () => {
    const [event] = groupReports('group', [
      report('a', { textKey: 'same', sourceId: 's1', date: day('2025-01-31') }),
      report('b', { textKey: 'same', sourceId: 's2', date: day('2025-01-31') }),
    ])
    expect(event).toMatchObject({ articleCount: 2, sourceCount: 2, independentCount: 1, sortOn: '2025-01-31' })
  })

  test('what happened is no longer planned; more denials than reports are a denial', () => {
    const on = { date: day('2025-01-31') }
    const planned = report('a', { ...on, status: 'PLANNED' })
    const denied = report('c', { ...on, status: 'DENIED' })
    expect(groupReports('group', [planned, report('b', on)])[0]?.status).toBe('REPORTED')
    expect(groupReports('group', [planned, denied])[0]?.status).toBe('DENIED')
  })

  test('any order of the same reports gives the same events', () => {
    const days = fc.constantFrom('2025-01-28', '2025-01-29', '2025-01-31', '2025-02-03')
    const dates = fc.option(fc.tuple(days, days).map(([a, b]) => (a < b ? day(a, b) : day(b, a))))
    const facts = fc.record({
      date: dates,
      publishedOn: fc.option(days),
      textKey: fc.constantFrom('t1', 't2', 't3', 't4'),
      status: fc.constantFrom('REPORTED' as const, 'PLANNED' as const, 'DENIED' as const),
      placeId: fc.option(fc.constantFrom('p1', 'p2')),
    })
    const lists = fc.array(facts, { maxLength: 8 }).chain((list) => {
      const reports = list.map((fact, at) => report(String(at), fact))
      return fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))
    })
    fc.assert(
      fc.property(lists, ([reports, shuffled]) => {
        const events = groupReports('group', reports)
        expect(groupReports('group', shuffled)).toEqual(events)
        expect(events.flatMap((event) => event.reportIds).sort()).toEqual(reports.map(({ id }) => id).sort())
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      }),
    )
  })
})

describe('group keys', () => {
  const between = (type: 'CONSULT' | 'ASSAULT', actor: string, recipient: string) =>
    groupKeyOf({
      type,
      participants: [
        { entityId: actor, role: 'ACTOR' },
        { entityId: recipient, role: 'RECIPIENT' },
      ],
      textKey: '',
      start: 0,
    })

  test('who met whom is one meeting told from either side, who attacked whom is not', () => {
    expect(between('CONSULT', 'a', 'b')).toBe(between('CONSULT', 'b', 'a'))
    expect(between('ASSAULT', 'a', 'b')).not.toBe(between('ASSAULT', 'b', 'a'))
  })

  test('a report that names nobody is grouped with its copies only', () => {
    const bare = (textKey: string) => groupKeyOf({ type: 'DISASTER', participants: [], textKey, start: 5 })
    expect(bare('one')).toBe(bare('one'))
    expect(bare('one')).not.toBe(bare('two'))
  })
})
