import type { LookupAddress } from 'node:dns'
import { type IncomingMessage, type OutgoingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { explainFault, FetchError } from './fetch-error.ts'

/** One question to one server, and its answer as far as it may be read. */

export type ExchangeLimits = {
  /** Milliseconds until the connection stands, TLS and all. */
  readonly connectTime: number
  /** Milliseconds from then on until the answer begins. */
  readonly firstByteTime: number
}

const mostHeaderBytes = 32_768

/**
 * Sends a request to addresses that were vetted, and gives the answer with its body still to come.
 * @throws FetchError; the signal's reason when it aborts
 */
export function ask(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: OutgoingHttpHeaders,
  { connectTime, firstByteTime }: ExchangeLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const send = secure ? requestHttps : requestHttp
  const options = { lookup: pinned(addresses), signal, headers, agent: false, maxHeaderSize: mostHeaderBytes } as const
  return new Promise((done, fail) => {
    const request = send(url, options)
    const expire = (what: string): void => void request.destroy(tooSlow(what))
    let timer = setTimeout(expire, connectTime, 'to take a connection')
    request.once('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer)
        timer = setTimeout(expire, firstByteTime, 'to answer')
      }),
    )
    request.once('response', done)
    request.once('close', () => clearTimeout(timer))
    request.once('response', () => clearTimeout(timer))
    request.on('error', (error) => fail(signal.aborted ? signal.reason : explainFault(error)))
    request.end()
  })
}

/**
 * Reads an answer's body, unpacked, and ends the connection.
 * @param most bytes, on the wire as well as unpacked
 * @param cut whether a longer body is cut there and no fault
 * @throws FetchError TOO_LARGE, BROKEN_ANSWER, UNREACHABLE; the signal's reason when it aborts
 */
export async function readBody(
  response: IncomingMessage,
  most: number,
  cut: boolean,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let left = most
  let body: Readable = response
  try {
    if (!cut && Number(response.headers['content-length']) > most) throw tooLarge(most)
    body = unpacked(response, most)
    for await (const piece of body) {
      pieces.push(cut ? piece.subarray(0, left) : piece)
      left -= piece.length
      if (left < 0 && !cut) throw tooLarge(most)
      if (left <= 0 && cut) break
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : explainFault(error)
  } finally {
    response.destroy()
    body.destroy()
  }
  return Buffer.concat(pieces)
}

/** What a server that is too slow has failed to do. */
export function tooSlow(what: string): FetchError {
  return new FetchError('TOO_SLOW', `The server took too long ${what}: try again later.`)
}

/** Every look-up of the name gives the addresses that were vetted. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses
    if (all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

const decompressors = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const

function unpacked(response: IncomingMessage, most: number): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (encoding === '' || encoding === 'identity') return response
  if (!(encoding in decompressors)) {
    const message =
      'The server packs its pages in a way that was not asked for: open the address in a browser, save the page, and ingest the file.'
    throw new FetchError('BROKEN_ANSWER', message)
  }
  const unpack = decompressors[encoding as keyof typeof decompressors]()
  let packed = 0
  // Packed bytes may unpack to nothing at all, without end.
  response.on('data', (piece: Buffer) => {
    packed += piece.length
    if (packed > most) response.destroy(tooLarge(most))
  })
  response.on('error', (error) => unpack.destroy(error))
  return response.pipe(unpack)
}

function tooLarge(most: number): FetchError {
  const message = `The page is larger than ${most} bytes: download it, cut it into parts, and ingest the files.`
  return new FetchError('TOO_LARGE', message)
}
