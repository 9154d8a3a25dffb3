import { auditServer } from 'graphql-http'
import { expect, test } from 'vitest'
import type { GraphContext } from '../../src/graph/context.ts'
import { openTestDatabase } from '../support/database.ts'
import { openApp, post } from '../support/service.ts'

const database = await openTestDatabase()

// No test of this file writes.
const unused = () => {
  throw new Error('not used here')
}
const context: GraphContext = {
  prisma: database.prisma,
  ingest: { ingestDocument: unused, fetchDocument: unused, applyCorrection: unused, undoCorrection: unused },
  live: { documents: unused },
}
const app = openApp(context)

const mutation = 'mutation { undoCorrection(id: "nobody") { errors { code } } }'

test('passes the GraphQL over HTTP audit whole', async () => {
  const results = await auditServer({
    url: 'http://isnad.test/graphql',
    fetchFn: (url: string, init: RequestInit) => app.fetch(url, init),
  })
  const failed = results.filter(({ status }) => status !== 'ok').map((result) => `${result.id} ${result.name}`)
  expect(failed).toEqual([])
  expect(results.length).toBeGreaterThan(60)
})

test('health and readiness answer at their own paths only', async () => {
  expect((await app.fetch('http://isnad.test/health')).status).toBe(200)
  expect((await app.fetch('http://isnad.test/ready')).status).toBe(200)
  expect((await app.fetch('http://isnad.test/x/health')).status).toBe(404)
  const sneaky = await app.fetch('http://isnad.test/graphql?query={__typename}&x=/health')
  expect(await sneaky.json()).toEqual({ data: { __typename: 'Query' } })
})

test('a failure inside the readiness check is "not ready", without its message', async () => {
  const broken = openApp(context, { ready: () => Promise.reject(new Error('postgres://user:secret@host')) })
  const response = await broken.fetch('http://isnad.test/ready')
  expect(response.status).toBe(503)
  expect(await response.text()).toBe('{"status":"not ready"}')
})

test.each([
  ['application/x-www-form-urlencoded', 'query={__typename}'],
  ['text/plain', '{"query":"{__typename}"}'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['application/graphql', '{__typename}'],
])('refuses a POST of %s, which a foreign page could send', async (type, body) => {
  const response = await app.fetch('http://isnad.test/graphql', {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  expect(response.status).toBe(415)
})

test('answers no foreign origin unless it is listed', async () => {
  const ask = async (one: typeof app) =>
    (
      await one.fetch('http://isnad.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
        body: '{"query":"{__typename}"}',
      })
    ).headers.get('access-control-allow-origin')
  expect(await ask(app)).toBeNull()
  expect(await ask(openApp(context, { corsOrigins: ['https://elsewhere.example'] }))).toBe('https://elsewhere.example')
})

test('a GET never runs a mutation', async () => {
  const response = await app.fetch(`http://isnad.test/graphql?query=${encodeURIComponent(mutation)}`)
  expect(response.status).toBe(405)
})

test('refuses a batch', async () => {
  const response = await app.fetch('http://isnad.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ query: '{__typename}' }, { query: '{__typename}' }]),
  })
  expect(response.status).toBe(400)
})

test('refuses a body over the limit', async () => {
  const { status } = await post(app, `{ __typename } # ${'x'.repeat(8_100_000)}`)
  expect(status).toBe(413)
})

const nested = (depth: number) => `{ articles { nodes ${'{ related '.repeat(depth)} { id } ${'}'.repeat(depth)} } }`

test.each([
  ['tokens', `{ ${'__typename '.repeat(2100)} }`],
  ['depth', nested(14)],
  ['aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
  ['directives', `{ __typename ${'@a '.repeat(60)} }`],
  ['a fragment that holds itself', '{ ...f } fragment f on Query { ...f }'],
])('refuses an operation with too many or too much: %s', async (_, query) => {
  const { status, body } = await post(app, query)
  expect(status).toBe(400)
  expect(JSON.stringify(body).length).toBeLessThan(4000)
  expect(body.errors?.length).toBeGreaterThan(0)
})

test('refuses a hundred thousand brackets as a bad request, not as a failure of ours', async () => {
  const { status } = await post(app, `{ nodes(ids: ${'['.repeat(100_000)}`)
  expect(status).toBe(400)
})

test('says nothing of the schema in errors when introspection is off', async () => {
  const closed = openApp(context, { introspection: false })
  const typo = await post(closed, '{ artikles { totalCount } }')
  expect(typo.body.errors?.[0]?.message).not.toMatch(/articles/)
  const introspection = await post(closed, '{ __schema { types { name } } }')
  expect(introspection.body.errors?.length).toBeGreaterThan(0)
})

test('mutations: open without a key on loopback, closed elsewhere, with the key anywhere', async () => {
  const readOnly = await post(openApp(context, { mutations: { open: false, key: null } }), mutation)
  expect(readOnly.status).toBe(401)
  expect(readOnly.body.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
  const guarded = openApp(context, { mutations: { open: false, key: 'a-key-of-sixteen-or-more' } })
  expect((await post(guarded, mutation)).status).toBe(401)
  expect((await post(guarded, mutation, {}, { authorization: 'Bearer wrong' })).status).toBe(401)
  const allowed = await post(guarded, mutation, {}, { authorization: 'Bearer a-key-of-sixteen-or-more' })
  expect(allowed.body.errors?.[0]?.extensions?.['code']).not.toBe('UNAUTHENTICATED')
  expect((await post(guarded, '{ __typename }')).status).toBe(200)
})

test('an error that was not meant for the client leaves only as its id', async () => {
  const throwing = new Proxy(context.prisma, {
    get() {
      throw new Error('password=hunter2 at postgres://db')
    },
  })
  const { body } = await post(openApp({ ...context, prisma: throwing }), '{ articles { totalCount } }')
  expect(JSON.stringify(body)).not.toMatch(/hunter2|postgres:/)
  expect(body.errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR')
})

test('the playground comes compressed, keeps itself by its ETag and loads nothing from elsewhere', async () => {
  const ask = (headers: Record<string, string>) =>
    app.fetch('http://isnad.test/graphql', { headers: { accept: 'text/html', 'accept-encoding': 'gzip', ...headers } })
  const first = await ask({})
  expect(first.status).toBe(200)
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
  const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})
