import { expect, test } from 'vitest'
import { ListenError, listen } from '../../src/server/listen.ts'

test('says that a port is taken, and names PORT', async () => {
  await using first = await listen((_, response) => response.end('ok'), 0, '127.0.0.1')
  const port = Number(new URL(first.url).port)
  await expect(listen(() => undefined, port, '127.0.0.1')).rejects.toThrow(ListenError)
  await expect(listen(() => undefined, port, '127.0.0.1')).rejects.toThrow(/PORT/)
})

test('says that an address is not this machine’s, and names HOST', async () => {
  await expect(listen(() => undefined, 0, '192.0.2.1')).rejects.toThrow(/HOST/)
})

test('finishes a request under way before it closes', async () => {
  const server = await listen((_, response) => void setTimeout(() => response.end('whole'), 200), 0, '127.0.0.1')
  const answer = fetch(server.url).then((response) => response.text())
  await new Promise((done) => setTimeout(done, 50))
  await server[Symbol.asyncDispose]()
  expect(await answer).toBe('whole')
})
