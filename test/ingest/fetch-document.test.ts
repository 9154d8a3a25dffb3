import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fetchDocument } from '../../src/ingest/fetch-document.ts'
import { isPublicAddress } from '../../src/ingest/public-address.ts'

/** For our own server only. */
const permits = (address: string) => address === '127.0.0.1'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('a page comes with its type and its final address', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/page' }).end()
    else response.writeHead(200, { 'content-type': 'text/html; charset=windows-1256' }).end(Buffer.from([0xc7, 0xe1]))
  })
  expect(await fetchDocument(`${origin}/old`, { permits })).toEqual({
    bytes: Buffer.from([0xc7, 0xe1]),
    filename: null,
    mediaType: 'text/html; charset=windows-1256',
    url: `${origin}/page`,
  })
})

test('a compressed page comes unpacked, a bomb does not', async () => {
  const origin = await serve((request, response) => {
    const body = request.url === '/bomb' ? Buffer.alloc(20_000_000) : Buffer.from('خبر')
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body))
  })
  expect(Buffer.from((await fetchDocument(`${origin}/`, { permits })).bytes).toString()).toBe('خبر')
  await expect(fetchDocument(`${origin}/bomb`, { permits })).rejects.toMatchObject({ code: 'TOO_LARGE' })
})

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00::1]/',
  'http://[64:ff9b::7f00:1]/',
])('%s is refused before anything is sent', async (url) => {
  await expect(fetchDocument(url)).rejects.toMatchObject({ name: 'FetchError', code: 'ADDRESS_REFUSED' })
})

test.each([
  'file:///etc/passwd',
  'ftp://news.example/',
  'http://user:word@news.example/',
  'news',
  `http://${'a'.repeat(3000)}/`,
])('%s is no address of a page', async (url) => {
  await expect(fetchDocument(url)).rejects.toMatchObject({ code: 'BAD_URL' })
})

test('a redirect to a refused address is refused', async () => {
  let asked = 0
  const origin = await serve((_, response) => {
    asked += 1
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  })
  await expect(fetchDocument(origin, { permits })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  expect(asked).toBe(1)
})

test('a name is resolved once a hop, and the connection goes to what was looked at', async () => {
  const origin = await serve((_, response) => response.end('page'))
  const answers = ['127.0.0.1', '10.0.0.1']
  const find = async () => [{ address: answers.shift() ?? '10.0.0.2', family: 4 }]
  const { bytes } = await fetchDocument(origin.replace('127.0.0.1', 'news.example'), { permits, find })
  expect(Buffer.from(bytes).toString()).toBe('page')
  expect(answers).toEqual(['10.0.0.1'])
})

test('a name with one refused address among others is refused', async () => {
  const find = async () => ['8.8.8.8', '10.0.0.1'].map((address) => ({ address, family: 4 }))
  await expect(fetchDocument('http://news.example/', { find })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

test.each([
  ['/loop', 'BAD_STATUS'],
  ['/missing', 'BAD_STATUS'],
  ['/slow', 'TOO_SLOW'],
  ['/large', 'TOO_LARGE'],
  ['/cut', 'UNREACHABLE'],
])('%s fails with %s', async (path, code) => {
  const origin = await serve((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (request.url === '/missing') response.writeHead(404).end()
    else if (request.url === '/large') response.end(Buffer.alloc(2_000))
    else if (request.url === '/cut')
      response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy())
    else response.write('never ends')
  })
  await expect(fetchDocument(origin + path, { permits, time: 1_000, bytes: 1_000 })).rejects.toMatchObject({ code })
})

test('addresses of the public internet are told from all others', () => {
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
  for (const address of [
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    '2002:7f00:1::',
    'x',
  ]) {
    expect(isPublicAddress(address)).toBe(false)
  }
})
