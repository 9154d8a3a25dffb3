import { expect, test } from 'vitest'
import { smallGraph } from '../support/knowledge.ts'
import { type Data, openGraph } from './open-graph.ts'

const graph = await openGraph(smallGraph)

async function timeline(args: string): Promise<[string, number][]> {
  const data = await graph.ask(`{ timeline(${args}) { time value label } }`)
  return data.timeline.map(({ label, value }: Data) => [label, value])
}

test('days are filled with zeros, from the one that `from` lies in to the last before `to`', async () => {
  const days = await timeline(
    'metric: ARTICLES, interval: DAY, from: "2025-01-31T13:00:00+03:00", to: "2025-02-04T00:00:00Z"',
  )
  expect(days).toEqual([
    ['2025-01-31', 0],
    ['2025-02-01', 2],
    ['2025-02-02', 1],
    ['2025-02-03', 0],
  ])
})

test('epoch milliseconds, as dashboards send them, are instants, too', async () => {
  const [from, to] = [Date.UTC(2025, 1, 1), Date.UTC(2025, 1, 2)]
  const data = await graph.ask(
    'query($from: DateTime!, $to: DateTime!) { timeline(metric: ARTICLES, interval: DAY, from: $from, to: $to) { time value } }',
    { from, to },
  )
  expect(data.timeline).toEqual([{ time: '2025-02-01T00:00:00Z', value: 2 }])
})

test('weeks, months and years are whole and labelled by ISO 8601', async () => {
  const span = 'from: "2024-12-31T23:59:59Z", to: "2025-02-03T00:00:00Z"'
  expect(await timeline(`metric: EVENTS, interval: MONTH, ${span}`)).toEqual([
    ['2024-12', 0],
    ['2025-01', 2],
    ['2025-02', 1],
  ])
  expect((await timeline(`metric: EVENTS, interval: WEEK, ${span}`)).map(([label]) => label)).toEqual([
    '2025-W01',
    '2025-W02',
    '2025-W03',
    '2025-W04',
    '2025-W05',
  ])
  expect(await timeline(`metric: EVENTS, interval: YEAR, ${span}`)).toEqual([
    ['2024', 0],
    ['2025', 3],
  ])
})

test('filters hold for what is counted', async () => {
  const span = 'interval: YEAR, from: "2025-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z"'
  const { persons } = await graph.ask('{ persons(orderBy: NAME) { nodes { id name } } }')
  const kenan: string = persons.nodes[0].id
  const counts = await Promise.all(
    [
      `metric: ARTICLES, ${span}`,
      `metric: ARTICLES, ${span}, where: { language: "en" }`,
      `metric: ARTICLES, ${span}, where: { types: [CONSULT] }`,
      `metric: ARTICLES, ${span}, where: { mentionsAll: ["${kenan}"] }`,
      `metric: REPORTS, ${span}`,
      `metric: REPORTS, ${span}, where: { statuses: [DENIED] }`,
      `metric: EVENTS, ${span}, where: { mentionsAll: ["${kenan}"] }`,
      `metric: EVENTS, ${span}, where: { language: "en" }`,
      `metric: EVENTS, ${span}, where: { countries: ["TR"] }`,
      `metric: QUOTES, ${span}`,
      `metric: QUOTES, ${span}, where: { text: "trade" }`,
    ].map(timeline),
  )
  expect(counts.map(([year]) => year?.[1])).toEqual([3, 1, 2, 2, 4, 1, 1, 1, 1, 3, 1])
})

test('2000 buckets are served', async () => {
  const days = await timeline(
    'metric: ARTICLES, interval: DAY, from: "2020-01-01T00:00:00Z", to: "2025-06-23T00:00:00Z"',
  )
  expect(days).toHaveLength(2000)
})
