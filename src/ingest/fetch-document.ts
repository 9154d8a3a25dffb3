import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { RawDocument } from '../reading/page.ts'
import { isPublicAddress } from './public-address.ts'

/** A page that could not be fetched. The message says why, and nothing of what lies behind a refused address. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly code: 'BAD_URL' | 'ADDRESS_REFUSED' | 'UNREACHABLE' | 'BAD_STATUS' | 'TOO_LARGE' | 'TOO_SLOW'
  constructor(code: FetchError['code'], message: string) {
    super(message)
    this.code = code
  }
}

export type FetchLimits = {
  /** Bytes after decompression; 8 MB unless told. */
  readonly bytes?: number
  /** Milliseconds for all of it, redirects included; 15 s unless told. */
  readonly time?: number
  /** Which addresses may be connected to; those of the public internet unless told. For tests. */
  readonly permits?: (address: string) => boolean
  /** Finds a name's addresses; the system's way unless told. For tests. */
  readonly find?: (host: string) => Promise<readonly LookupAddress[]>
}

const mostRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])
const longestUrl = 2_000

/**
 * Fetches a page. Every address is looked at before it is connected to, at every redirect anew, and the connection goes
 * to the very address that was looked at: a name that resolves to something else a moment later gains nothing.
 * @throws FetchError
 */
export async function fetchDocument(url: string, limits: FetchLimits = {}): Promise<RawDocument> {
  const { bytes: most = 8_000_000, time = 15_000, permits = isPublicAddress, find = findAddresses } = limits
  const signal = AbortSignal.timeout(time)
  let target = parse(url)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await connect(target, await vet(target, find, permits), signal)
    const { statusCode: status = 0, headers } = response
    if (redirects.has(status) && headers.location !== undefined) {
      response.destroy()
      target = parse(new URL(headers.location, target).href)
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw new FetchError('BAD_STATUS', `The server answered with ${status} instead of a page.`)
    }
    const bytes = await readBody(response, most, signal)
    return { bytes, filename: null, mediaType: headers['content-type'] ?? null, url: target.href }
  }
  throw new FetchError('BAD_STATUS', `The address redirects more than ${mostRedirects} times.`)
}

function parse(url: string): URL {
  const parsed = url.length <= longestUrl && URL.canParse(url) ? new URL(url) : null
  if (
    parsed === null ||
    !['http:', 'https:'].includes(parsed.protocol) ||
    parsed.username !== '' ||
    parsed.password !== ''
  ) {
    throw new FetchError('BAD_URL', 'Give an address that begins with http:// or https://, without a user name.')
  }
  return parsed
}

function connect(url: URL, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_hostname, { all }, callback) => {
    const [first] = addresses
    if (all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = {
    'user-agent': 'Isnad',
    accept: 'text/html, text/plain, application/json, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  }
  return new Promise((done, fail) => {
    const request = send(url, { lookup: pinned, signal, headers, agent: false, maxHeaderSize: 32_768 }, done)
    request.on('error', (error) => fail(signal.aborted ? tooSlow() : unreachable(error)))
    request.end()
  })
}

/** The addresses of a server, each of which may be connected to. */
async function vet(
  { hostname }: URL,
  find: (host: string) => Promise<readonly LookupAddress[]>,
  permits: (address: string) => boolean,
): Promise<readonly LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family === 0 ? await find(host) : [{ address: host, family }]
  if (found.length === 0) throw new FetchError('UNREACHABLE', 'No server of this name is known.')
  if (found.every(({ address }) => permits(address))) return found
  throw new FetchError('ADDRESS_REFUSED', 'This address is not on the public internet.')
}

function findAddresses(host: string): Promise<readonly LookupAddress[]> {
  return lookup(host, { all: true }).catch(() => [])
}

async function readBody(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  const stream = decompressed(response)
  try {
    for await (const chunk of stream) {
      length += chunk.length
      if (length > most) throw new FetchError('TOO_LARGE', `The page is larger than ${most} bytes.`)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof FetchError) throw error
    throw signal.aborted ? tooSlow() : unreachable(error)
  } finally {
    response.destroy()
    stream.destroy()
  }
  return Buffer.concat(chunks)
}

function decompressed(response: IncomingMessage) {
  const decompress = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate }
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? ''
  if (!(encoding in decompress)) return response
  const inflate = decompress[encoding as keyof typeof decompress]()
  response.on('error', (error) => inflate.destroy(error))
  return response.pipe(inflate)
}

function tooSlow(): FetchError {
  return new FetchError('TOO_SLOW', 'The server took too long.')
}

function unreachable(cause: unknown): FetchError {
  const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new FetchError('UNREACHABLE', `The page could not be fetched${reason}.`)
}
