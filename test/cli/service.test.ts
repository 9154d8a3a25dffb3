import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { firstQuery } from '../../src/server/examples.ts'
import { isnad, postgresOf, startIsnad, temporaryFolder } from '../support/isnad.ts'

// The life of one home, from the first start on: each test goes on where the one before it ended.

const limit = 120_000
const folder = await temporaryFolder(afterAll)
const home = join(folder, 'home')
const environment = { ISNAD_HOME: home, PORT: '0' }
const page = `كييف - وكالات
التقى وزير الخارجية الأوكراني أندريه سيبيها نظيره البولندي رادوسواف سيكورسكي في كييف يوم الاثنين.`

let service = startIsnad(['start'], environment)
afterAll(async () => {
  await service.end('SIGTERM')
})

test(
  'the first start sets everything up, says so step by step, and answers the first question',
  async () => {
    const said = await service.says('Ctrl-C stops it.')
    const steps = [...said.matchAll(/^ +\d+\.\d\d s {2}(\w+) +(.+)$/gm)].map((match) => [match[1], match[2]])
    expect(steps).toEqual([
      ['database', expect.stringMatching(/^embedded Postgres on port \d+, data in /)],
      ['migrations', expect.stringMatching(/^applied \d+/)],
      ['documents', expect.stringMatching(/^\d\d loaded from seeds\/documents$/)],
      ['server', expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)],
    ])
    const address = /Playground and API +(\S+)/.exec(said)?.[1] ?? ''
    const pasted = said.slice(said.indexOf('  # Who met'), said.indexOf('\nCtrl-C')).replace(/^ {2}/gm, '')
    expect(pasted.trim()).toBe(firstQuery.trim())
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: pasted }),
    })
    const { data } = (await response.json()) as { data: { events: { nodes: { reports: { nodes: unknown[] } }[] } } }
    expect(data.events.nodes[0]?.reports.nodes[0]).toMatchObject({
      evidence: { sentence: { text: expect.stringMatching(/\S/) } },
    })
  },
  limit,
)

test('a second process on the same home says who holds it', async () => {
  const { code, err } = await isnad(['start'], environment)
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`^\\S+ is in use by process ${service.pid}\\. .*ISNAD_HOME=.*DATABASE_URL\\.\\n$`))
})

test('other commands join the service that is running', async () => {
  const first = await isnad(['ingest', '-'], environment, page)
  expect(first).toEqual({
    code: 0,
    out: expect.stringMatching(/\n1 documents read \(1 articles\), 0 known already, 0 refused\.\n$/),
    err: '',
  })
  expect(await postgresOf(home)).not.toBeNull()
})

test('an export is the same twice, to a file or to a pipe, and its reader may leave', async () => {
  const file = join(folder, 'graph.jsonl')
  const { code, out } = await isnad(['export'], environment)
  expect(code).toBe(0)
  expect(await isnad(['export', '--output', file], environment)).toEqual({ code: 0, out: '', err: '' })
  expect(digest(await readFile(file, 'utf8'))).toBe(digest(out))
  const left = startIsnad(['export'], environment)
  left.stopReading()
  expect(await left.ended).toMatchObject({ code: 0, err: '' })
})

test('Ctrl-C stops the service and its Postgres', async () => {
  const { code, err } = await service.end('SIGINT')
  expect(code).toBe(0)
  expect(err).toMatch(/\nStopping: requests under way are finished first\.\nStopped\.\n$/)
  expect(await postgresOf(home)).toBeNull()
})

test(
  'a taken port is named, with PORT, and the Postgres that was started for it is stopped',
  async () => {
    const other = createServer().listen(0, '127.0.0.1')
    afterAll(() => void other.close())
    await new Promise((done) => other.once('listening', done))
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : address)
    const { code, err } = await isnad(['start'], { ...environment, PORT: port })
    expect(code).toBe(1)
    expect(err).toMatch(new RegExp(`\\nPort ${port} is taken .*PORT=.*\\n$`))
    expect(await postgresOf(home)).toBeNull()
  },
  limit,
)

test(
  'a second start has nothing to set up, and SIGTERM ends it as well',
  async () => {
    service = startIsnad(['start'], environment)
    const said = await service.says('Ctrl-C stops it.')
    expect(said).toMatch(/migrations +up to date\n.*documents +the database holds documents already\n/)
    expect((await service.end('SIGTERM')).code).toBe(0)
    expect(await postgresOf(home)).toBeNull()
  },
  limit,
)

test(
  'a stop while it is setting up is a good end, too',
  async () => {
    const young = join(folder, 'young')
    const starting = startIsnad(['start'], { ISNAD_HOME: young, PORT: '0' })
    await starting.says('database')
    const { code, err } = await starting.end('SIGINT')
    expect(code).toBe(0)
    expect(err).toMatch(/Stopped\.\n$/)
    expect(err).not.toContain('Isnad is serving')
    expect(await postgresOf(young)).toBeNull()
  },
  limit,
)

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
