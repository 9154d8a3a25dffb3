/** What can go wrong when something is fetched, each with a message that says what to do. */
export const fetchCodes = [
  'BAD_URL',
  'PORT_REFUSED',
  'ADDRESS_REFUSED',
  'NAME_UNKNOWN',
  'UNREACHABLE',
  'TLS_FAILED',
  'TOO_SLOW',
  'TOO_LARGE',
  'BROKEN_ANSWER',
  'BAD_STATUS',
  'TRY_LATER',
  'TOO_MANY_REDIRECTS',
  'BAD_REDIRECT',
  'INSECURE_REDIRECT',
  'ROBOTS_DENIED',
  'ROBOTS_UNAVAILABLE',
] as const

export type FetchCode = (typeof fetchCodes)[number]

/** What the server said, where it said anything. */
type Said = {
  /** HTTP status. */
  readonly status?: number
  /** Seconds after which it may be asked again. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/** A page that could not be fetched. The message says why, and nothing of what lies behind a refused address. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly code: FetchCode
  readonly status: number | null
  readonly retryAfter: number | null
  constructor(code: FetchCode, message: string, { status, retryAfter, cause }: Said = {}) {
    super(message, { cause })
    this.code = code
    this.status = status ?? null
    this.retryAfter = retryAfter ?? null
  }
}

/** A failure of the connection or the stream, in our words. */
export function explainFault(error: unknown): FetchError {
  if (error instanceof FetchError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  if (code.startsWith('HPE_') || code.startsWith('Z_') || brokenCodes.has(code) || code.includes('BROTLI')) {
    const message = `The server's answer is broken or breaks off (${code}): try again later; if it stays so, open the address in a browser, save the page, and ingest the file.`
    return new FetchError('BROKEN_ANSWER', message, { cause: error })
  }
  if (/CERT|TLS|SSL|UNABLE_TO|EPROTO/.test(code)) {
    const message = `The server's encryption cannot be trusted (${code}): the site has to mend it; nothing was read.`
    return new FetchError('TLS_FAILED', message, { cause: error })
  }
  const message = `The server cannot be reached (${code}): check the address and this machine's network, and try again.`
  return new FetchError('UNREACHABLE', message, { cause: error })
}

/** Of a connection that was there: the other side went away, or what it sent is no HTTP. */
const brokenCodes = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_TRAILING_JUNK_AFTER_STREAM_END'])
