import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fetchChanged, fetchDocument } from '../../src/ingest/fetch-document.ts'
import { isPublicAddress } from '../../src/ingest/public-address.ts'
import { permits, serve, serveRaw } from '../support/web.ts'

const date = 'Fri, 10 May 2019 08:00:00 GMT'

test('a page comes with its type, its final address and the time of its server', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/page#part' }).end()
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1256', date })
      response.end(Buffer.from([0xc7, 0xe1]))
    }
  })
  expect(await fetchDocument(`${origin}/old`, { permits })).toEqual({
    bytes: Buffer.from([0xc7, 0xe1]),
    filename: null,
    mediaType: 'text/html; charset=windows-1256',
    url: `${origin}/page`,
    retrievedAt: '2019-05-10T08:00:00.000Z',
  })
})

test.each([null, 'yesterday', '2019-05-10'])('a server whose Date is %s: ours is taken', async (said) => {
  const origin = await serve((_, response) => {
    response.sendDate = false
    response.writeHead(200, said === null ? {} : { date: said }).end('page')
  })
  const before = Date.now()
  const { retrievedAt } = await fetchDocument(origin, { permits })
  expect(Date.parse(retrievedAt ?? '')).toBeGreaterThanOrEqual(before)
  expect(Date.parse(retrievedAt ?? '')).toBeLessThanOrEqual(Date.now())
})

test('servers learn who asks', async () => {
  let agent: string | undefined
  const origin = await serve((request, response) => {
    agent = request.headers['user-agent']
    response.end('page')
  })
  await fetchDocument(origin, { permits })
  expect(agent).toMatch(/^Isnad\/\d+\.\d+\.\d+/)
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
] as const)('a page packed by %s comes unpacked, a bomb does not', async (encoding, pack) => {
  const bomb = pack(Buffer.alloc(20_000_000))
  const origin = await serve((request, response) => {
    const body = request.url === '/bomb' ? bomb : pack(Buffer.from('خبر'))
    response.writeHead(200, { 'content-encoding': encoding }).end(body)
  })
  expect(Buffer.from((await fetchDocument(`${origin}/`, { permits })).bytes).toString()).toBe('خبر')
  await expect(fetchDocument(`${origin}/bomb`, { permits })).rejects.toMatchObject({ code: 'TOO_LARGE' })
})

test('packed bytes that unpack to nothing are counted, too', async () => {
  const nothing = Buffer.concat(Array.from({ length: 200 }, () => gzipSync('')))
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(nothing)
  })
  expect((await fetchDocument(origin, { permits })).bytes).toHaveLength(0)
  await expect(fetchDocument(origin, { permits, bytes: 1_000 })).rejects.toMatchObject({ code: 'TOO_LARGE' })
})

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://[::]/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://2130706433/',
  'http://127.1/',
  'http://0/',
  'http://１２７.0.0.1/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[fd00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
])('%s is refused before anything is sent', async (url) => {
  await expect(fetchDocument(url)).rejects.toMatchObject({ name: 'FetchError', code: 'ADDRESS_REFUSED' })
})

test.each([
  ['file:///etc/passwd', 'BAD_URL'],
  ['ftp://news.example/', 'BAD_URL'],
  ['gopher://news.example/', 'BAD_URL'],
  ['data:text/html,page', 'BAD_URL'],
  ['http://user:word@news.example/', 'BAD_URL'],
  ['http://user@news.example/', 'BAD_URL'],
  ['news', 'BAD_URL'],
  ['', 'BAD_URL'],
  [`http://${'a'.repeat(3000)}/`, 'BAD_URL'],
  ['http://news.example:22/', 'PORT_REFUSED'],
  ['http://news.example:25/', 'PORT_REFUSED'],
])('%s: %s', async (url, code) => {
  await expect(fetchDocument(url)).rejects.toMatchObject({ code })
})

test.each([
  ['http://169.254.169.254/', 'ADDRESS_REFUSED'],
  ['http://[::1]/', 'ADDRESS_REFUSED'],
  ['http://0x7f000001:6379/', 'ADDRESS_REFUSED'],
  ['http://u:p@news.example/', 'BAD_URL'],
  ['http://news.example:25/', 'PORT_REFUSED'],
  ['file:///etc/passwd', 'BAD_URL'],
  ['http://', 'BAD_REDIRECT'],
])('a redirect to %s: %s', async (location, code) => {
  let asked = 0
  const origin = await serve((_, response) => {
    asked += 1
    response.writeHead(302, { location }).end()
  })
  const addresses = { permits: (address: string) => permits(address) && asked === 0 }
  await expect(fetchDocument(origin, addresses)).rejects.toMatchObject({ code })
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

test('a name that means another server at the second hop is refused there', async () => {
  const origin = await serve((_, response) => response.writeHead(302, { location: '/secret' }).end())
  const answers = ['127.0.0.1', '10.0.0.1']
  const find = async () => [{ address: answers.shift() ?? '', family: 4 }]
  const url = origin.replace('127.0.0.1', 'news.example')
  await expect(fetchDocument(url, { permits, find })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

test('a name with one refused address among others is refused, one with none is unknown', async () => {
  const find = async () => ['8.8.8.8', '10.0.0.1'].map((address) => ({ address, family: 4 }))
  await expect(fetchDocument('http://news.example/', { find })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  const none = { find: async () => [] }
  await expect(fetchDocument('http://news.example/', none)).rejects.toMatchObject({ code: 'NAME_UNKNOWN' })
})

test('a name that is never found does not hold us', async () => {
  const find = () => new Promise<never>(() => undefined)
  await expect(fetchDocument('http://news.example/', { find, time: 100 })).rejects.toMatchObject({ code: 'TOO_SLOW' })
})

test('a path in plain Arabic letters is followed', async () => {
  const origin = await serve((request, response) => {
    const location = Buffer.from('/world/ترامب', 'utf8').toString('latin1')
    if (request.url === '/') response.writeHead(302, { location }).end()
    else response.end(decodeURI(request.url ?? ''))
  })
  expect(Buffer.from((await fetchDocument(origin, { permits })).bytes).toString()).toBe('/world/ترامب')
})

test.each([
  ['/loop', 'TOO_MANY_REDIRECTS'],
  ['/nowhere', 'BAD_STATUS'],
  ['/missing', 'BAD_STATUS'],
  ['/empty', 'BAD_STATUS'],
  ['/unasked', 'BAD_STATUS'],
  ['/part', 'BAD_STATUS'],
  ['/trouble', 'BAD_STATUS'],
  ['/busy', 'TRY_LATER'],
  ['/endless', 'TOO_SLOW'],
  ['/silent', 'TOO_SLOW'],
  ['/large', 'TOO_LARGE'],
  ['/promised', 'TOO_LARGE'],
  ['/cut', 'BROKEN_ANSWER'],
  ['/half', 'BROKEN_ANSWER'],
  ['/lie', 'BROKEN_ANSWER'],
  ['/unknown', 'BROKEN_ANSWER'],
])('%s fails with %s', async (path, code) => {
  const origin = await serve(({ url }, response) => {
    const timers: NodeJS.Timeout[] = []
    response.on('close', () => timers.forEach(clearInterval))
    if (url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (url === '/nowhere') response.writeHead(302).end()
    else if (url === '/missing') response.writeHead(404).end()
    else if (url === '/empty') response.writeHead(204).end()
    else if (url === '/unasked') response.writeHead(304).end()
    else if (url === '/part') response.writeHead(206).end('x')
    else if (url === '/trouble') response.writeHead(500).end()
    else if (url === '/busy') response.writeHead(503, { 'retry-after': '120' }).end()
    else if (url === '/large') response.writeHead(200).end(Buffer.alloc(2_000))
    else if (url === '/promised') response.writeHead(200, { 'content-length': 2_000 }).write('x')
    else if (url === '/cut') response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy())
    else if (url === '/half')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('page'.repeat(9)).subarray(0, 20))
    else if (url === '/lie') response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain')
    else if (url === '/unknown') response.writeHead(200, { 'content-encoding': 'zip' }).end('plain')
    else if (url === '/endless') timers.push(setInterval(() => response.write('x'), 20))
  })
  await expect(fetchDocument(origin + path, { permits, time: 500, bytes: 1_000 })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/: |; /),
  })
})

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['a chunk without a size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\npage\r\n'],
  ['chunks that break off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\npage'],
  [
    'a length and chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n',
  ],
  ['endless headers', `HTTP/1.1 200 OK\r\n${'X-Padding: x\r\n'.repeat(5_000)}\r\npage`],
  ['nothing', ''],
])('a server that sends %s is broken', async (_, answer) => {
  const origin = await serveRaw((socket) => socket.end(answer))
  await expect(fetchDocument(origin, { permits })).rejects.toMatchObject({ code: 'BROKEN_ANSWER' })
})

test('what comes behind the promised length is none of the page', async () => {
  const origin = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage and more'))
  expect(Buffer.from((await fetchDocument(origin, { permits })).bytes).toString()).toBe('page')
})

test('each part of an exchange has its own time', async () => {
  const silent = await serveRaw(() => undefined)
  await expect(fetchDocument(silent, { permits, firstByteTime: 50 })).rejects.toThrow(/took too long to answer/)
  // TLS begins on this connection and never ends.
  const https = silent.replace('http:', 'https:')
  await expect(fetchDocument(https, { permits, connectTime: 50 })).rejects.toThrow(/took too long to take a connection/)
  const dripping = await serveRaw((socket) => {
    const timer = setInterval(() => socket.write('H'), 20)
    socket.on('close', () => clearInterval(timer))
  })
  await expect(fetchDocument(dripping, { permits, time: 100 })).rejects.toMatchObject({ name: 'FetchError' })
})

test('a server that is not there, and one that speaks no TLS', async () => {
  const origin = await serve((_, response) => response.end('page'))
  await expect(fetchDocument(origin.replace('http:', 'https:'), { permits })).rejects.toMatchObject({
    code: 'TLS_FAILED',
  })
  await expect(fetchDocument('http://127.0.0.1:1/', { permits })).rejects.toMatchObject({ code: 'PORT_REFUSED' })
  await expect(fetchDocument('http://127.0.0.1:65535/', { permits })).rejects.toMatchObject({ code: 'UNREACHABLE' })
})

test('whoever asks may stop', async () => {
  const origin = await serve(() => undefined)
  const stopping = new AbortController()
  const reason = new Error('enough')
  onTestFinished(() => stopping.abort())
  const fetching = fetchDocument(origin, { permits, signal: stopping.signal })
  setTimeout(() => stopping.abort(reason), 30)
  await expect(fetching).rejects.toBe(reason)
})

test('what has not changed is not sent again', async () => {
  const origin = await serve((request, response) => {
    const { 'if-none-match': tag, 'if-modified-since': since } = request.headers
    if (tag === '"2"' || since === date) response.writeHead(304).end()
    else response.writeHead(200, { etag: '"2"', 'last-modified': date }).end('page')
  })
  const first = await fetchChanged(origin, { permits, validators: { etag: '"1"', lastModified: null } })
  expect(first).toMatchObject({ document: { url: `${origin}/` }, movedTo: null })
  expect(first.validators).toEqual({ etag: '"2"', lastModified: date })
  const second = await fetchChanged(origin, { permits, validators: first.validators })
  expect(second).toEqual({ document: null, validators: first.validators, movedTo: null })
})

test.each([
  [[301, 308], '/2'],
  [[308, 302], '/1'],
  [[302, 301], null],
])('redirects %j: the address from now on is %s', async (statuses, moved) => {
  const origin = await serve((request, response) => {
    const hop = Number(request.url?.slice(1) ?? 0)
    const status = statuses[hop]
    if (status === undefined) response.end('page')
    else response.writeHead(status, { location: `/${hop + 1}` }).end()
  })
  const { movedTo, document } = await fetchChanged(`${origin}/`, { permits })
  expect(movedTo).toBe(moved === null ? null : origin + moved)
  expect(document?.url).toBe(`${origin}/2`)
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
    'fe80::1%eth0',
    '2002:7f00:1::',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
    'x',
  ]) {
    expect(isPublicAddress(address)).toBe(false)
  }
})
