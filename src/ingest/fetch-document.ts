import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { RawDocument } from '../reading/page.ts'
import { FetchError } from './fetch-error.ts'
import { readHttpDate, readRetryAfter } from './http-date.ts'
import { ask, type ExchangeLimits, readBody, tooSlow } from './http-exchange.ts'
import { userAgent } from './user-agent.ts'
import { type AddressRules, vetAddress } from './vet-address.ts'
import { readAddress, readRedirect } from './web-address.ts'

/** By which a server knows whether what we have is what it has. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null }

/** What a request came to, as far as those who wait at a host's door must know. */
export type Answered = { readonly status: number; readonly retryAfter: number | null }

/**
 * Stands at every host's door: settles when the address may be asked for, or throws a FetchError; what it gives is called
 * once the exchange is over, with null when there was no answer.
 */
export type Doorkeeper = (url: URL, signal: AbortSignal | null) => Promise<(answered: Answered | null) => void>

export type FetchOptions = AddressRules &
  Partial<ExchangeLimits> & {
    /** Bytes, packed and unpacked; 16 MB unless told. */
    readonly bytes?: number
    /** Whether a longer body is cut there and no fault. */
    readonly cut?: boolean
    /** Milliseconds for all of it, redirects included, waiting at doors not; 20 s unless told. */
    readonly time?: number
    readonly validators?: Validators | null
    readonly signal?: AbortSignal | null
    readonly enter?: Doorkeeper
  }

/** What came of a request. `document` is null when the server has nothing newer than the validators that were sent. */
export type Fetched = {
  readonly document: RawDocument | null
  /** To be sent the next time. */
  readonly validators: Validators
  /** Where permanent redirects lead: the address to ask for from now on; null when it is the one that was asked for. */
  readonly movedTo: string | null
}

const mostRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])
const permanent = new Set([301, 308])
const mostBytes = 16_000_000
const longest = 20_000
const limits: ExchangeLimits = { connectTime: 5_000, firstByteTime: 10_000 }
const longestValidator = 1_000

/**
 * Fetches an address. Every host is looked at before it is connected to, at every redirect anew, and the connection goes
 * to the very address that was looked at.
 * @throws FetchError; the signal's reason when it aborts
 */
export async function fetchChanged(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { time = longest, signal = null } = options
  let target = readAddress(url)
  let movedTo: string | null = null
  let forGood = true
  let left = time
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const leave = await options.enter?.(target, signal)
    const began = performance.now()
    let answered: Answered | null = null
    try {
      const deadline = AbortSignal.timeout(Math.max(Math.ceil(left), 1))
      const response = await hopTo(target, options, deadline)
      answered = answeredBy(response)
      const { statusCode: status = 0, headers } = response
      if (redirects.has(status) && headers.location !== undefined) {
        response.destroy()
        target = readRedirect(headers.location, target)
        forGood &&= permanent.has(status)
        if (forGood) movedTo = target.href
      } else {
        const document = await documentOf(response, target, options, deadline)
        return { document, validators: validatorsOf(headers, document, options), movedTo }
      }
    } finally {
      leave?.(answered)
    }
    left -= performance.now() - began
  }
  const message = `The address redirects more than ${mostRedirects} times: open it in a browser and give the one that it ends at.`
  throw new FetchError('TOO_MANY_REDIRECTS', message)
}

/**
 * Fetches a page.
 * @throws FetchError
 */
export async function fetchDocument(url: string, options: Omit<FetchOptions, 'validators'> = {}): Promise<RawDocument> {
  const { document } = await fetchChanged(url, options)
  if (document === null) throw badStatus(304, null)
  return document
}

async function hopTo(url: URL, options: FetchOptions, deadline: AbortSignal): Promise<IncomingMessage> {
  const addresses = await within(vetAddress(url, options), deadline, options.signal)
  const signal = together(deadline, options.signal)
  try {
    return await ask(url, addresses, headersFor(options.validators), { ...limits, ...options }, signal)
  } catch (error) {
    throw inTime(error, deadline)
  }
}

/** The body of a good answer; null when nothing has changed. */
async function documentOf(
  response: IncomingMessage,
  url: URL,
  options: FetchOptions,
  deadline: AbortSignal,
): Promise<RawDocument | null> {
  const { statusCode: status = 0, headers } = response
  const { bytes: most = mostBytes, cut = false, validators = null } = options
  if (status !== 200) response.destroy()
  if (status === 304 && hasAny(validators)) return null
  if (status !== 200) throw badStatus(status, readRetryAfter(headers['retry-after'], Date.now()))
  try {
    const bytes = await readBody(response, most, cut, together(deadline, options.signal))
    const retrievedAt = new Date(readHttpDate(headers.date) ?? Date.now()).toISOString()
    return { bytes, filename: null, mediaType: headers['content-type'] ?? null, url: url.href, retrievedAt }
  } catch (error) {
    throw inTime(error, deadline)
  }
}

function headersFor(validators: Validators | null | undefined): OutgoingHttpHeaders {
  return {
    'user-agent': userAgent,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8',
    'accept-encoding': 'gzip, br',
    ...(validators?.etag == null ? {} : { 'if-none-match': validators.etag }),
    ...(validators?.lastModified == null ? {} : { 'if-modified-since': validators.lastModified }),
  }
}

/** An answer that says nothing has changed may leave out what we know. */
function validatorsOf(headers: IncomingHttpHeaders, document: RawDocument | null, options: FetchOptions): Validators {
  const known = document === null ? (options.validators ?? null) : null
  return {
    etag: bounded(headers.etag) ?? known?.etag ?? null,
    lastModified: bounded(headers['last-modified']) ?? known?.lastModified ?? null,
  }
}

function bounded(validator: string | undefined): string | null {
  return validator === undefined || validator === '' || validator.length > longestValidator ? null : validator
}

function hasAny(validators: Validators | null): boolean {
  return validators !== null && (validators.etag !== null || validators.lastModified !== null)
}

function answeredBy({ statusCode: status = 0, headers }: IncomingMessage): Answered {
  return { status, retryAfter: readRetryAfter(headers['retry-after'], Date.now()) }
}

function badStatus(status: number, retryAfter: number | null): FetchError {
  if (status === 429 || status === 503) {
    const wait = retryAfter === null ? 'later' : `in ${retryAfter} seconds`
    const message = `The server wants to be left alone for now (status ${status}): try again ${wait}.`
    return new FetchError('TRY_LATER', message, { status, ...(retryAfter === null ? {} : { retryAfter }) })
  }
  const advice =
    status === 404 || status === 410
      ? 'there is nothing at this address any more: look for its new one'
      : status >= 500
        ? 'it has a trouble of its own: try again later'
        : 'open the address in a browser to see what it wants; a saved page can be ingested as a file'
  return new FetchError('BAD_STATUS', `The server answered with status ${status} instead of a page; ${advice}.`, {
    status,
  })
}

function together(deadline: AbortSignal, signal: AbortSignal | null | undefined): AbortSignal {
  return signal == null ? deadline : AbortSignal.any([deadline, signal])
}

/** The time that is over says so in our words. */
function inTime(error: unknown, deadline: AbortSignal): unknown {
  return error === deadline.reason && deadline.aborted ? tooSlow('to send all of the page') : error
}

/** A look-up of a name cannot be stopped, but need not be waited for. */
async function within<T>(work: Promise<T>, deadline: AbortSignal, signal: AbortSignal | null | undefined): Promise<T> {
  const stop = together(deadline, signal)
  stop.throwIfAborted()
  const listening = new AbortController()
  const stopped = new Promise<never>((_, fail) => {
    const left = (): void => fail(deadline.aborted ? tooSlow('to be found by its name') : stop.reason)
    stop.addEventListener('abort', left, { once: true, signal: listening.signal })
  })
  return Promise.race([work, stopped]).finally(() => listening.abort())
}
