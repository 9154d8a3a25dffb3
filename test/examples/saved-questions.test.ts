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
  expect(events.nodes).toHaveLength(5)
  for (const event of events.nodes) {
    expect(event.participants.length).toBeGreaterThan(1)
    expect(event.reports.nodes[0]?.evidence.sentence.text.length).toBeGreaterThan(20)
  }
  const names = events.nodes.flatMap(({ participants }) => participants.map(({ entity }) => entity.name))
  expect(names).toContain('Hakan Fidan')
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
