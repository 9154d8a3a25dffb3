import { expect, test } from 'vitest'
import { examples, firstQuery } from '../../src/server/examples.ts'
import { ask, openSeededService } from '../support/seeded-service.ts'

const service = await openSeededService()

type Meetings = {
  events: {
    nodes: {
      date: { edtf: string } | null
      participants: { role: string; entity: { name: string } }[]
      reports: { nodes: { evidence: { sentence: { text: string } } }[] }
    }[]
  }
}

test('the first question is answered with people, days and the sentences that say so', async () => {
  const { events } = await ask<Meetings>(service, firstQuery)
  for (const event of events.nodes) {
    expect(event.date?.edtf).toMatch(/^2025-01/)
    expect(event.reports.nodes[0]?.evidence.sentence.text.length).toBeGreaterThan(20)
  }
  const meetings = events.nodes.map(({ date, participants }) => [
    date?.edtf,
    ...participants.map((one) => one.entity.name),
  ])
  expect(meetings).toContainEqual(['2025-01-31', 'Hakan Fidan', 'Sergei Lavrov'])
  expect(meetings).toContainEqual(['2025-01-31', 'نوح يلماز', 'Alexander Lavrentiev'])
  expect(meetings).toContainEqual(['2025-01-28', 'Ahmed al-Sharaa', 'Mikhail Bogdanov'])
})

test.each(examples)(
  'the saved question "$title" has an answer in the documents that ship',
  async ({ query, variables }) => {
    const answer = await ask<Record<string, unknown>>(service, query, variables)
    expect(emptyParts(answer)).toEqual([])
  },
)

/** Paths of root fields that came back null or as a list without rows. */
function emptyParts(answer: Record<string, unknown>): string[] {
  return Object.entries(answer).flatMap(([key, value]) => {
    const rows = value !== null && typeof value === 'object' && 'nodes' in value ? value.nodes : value
    return rows === null || (Array.isArray(rows) && rows.length === 0) ? [key] : []
  })
}
