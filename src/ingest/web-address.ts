import { FetchError } from './fetch-error.ts'

const longestUrl = 2_000

/** Below it stand services that are no web (mail, files, databases come above, but never on a public site by chance). */
const firstFreePort = 1_024

/**
 * Reads the address of something to fetch; its fragment, which no server sees, goes. The ports are 80 and 443 and those
 * from 1024 on: below lie services that could be told something by the words of a request.
 * @throws FetchError BAD_URL, PORT_REFUSED
 */
export function readAddress(url: string): URL {
  const parsed = url.length <= longestUrl ? URL.parse(url) : null
  if (
    parsed === null ||
    !['http:', 'https:'].includes(parsed.protocol) ||
    parsed.username !== '' ||
    parsed.password !== ''
  ) {
    throw new FetchError('BAD_URL', 'Give an address that begins with http:// or https://, without a user name.')
  }
  const port = Number(parsed.port)
  if (parsed.port !== '' && port !== 80 && port !== 443 && port < firstFreePort) {
    throw new FetchError(
      'PORT_REFUSED',
      `Port ${port} is none of the web's: give an address on port 80, 443 or above 1023.`,
    )
  }
  parsed.hash = ''
  return parsed
}

/**
 * Where a redirect leads. Servers write Arabic paths as plain UTF-8, which HTTP hands over letter by letter.
 * @throws FetchError BAD_REDIRECT, INSECURE_REDIRECT and those of `readAddress`
 */
export function readRedirect(location: string, from: URL): URL {
  const target = URL.parse(asUtf8(location), from)
  if (target === null) {
    throw new FetchError(
      'BAD_REDIRECT',
      'The server sends on to something that is no address: look for the page’s new one.',
    )
  }
  const next = readAddress(target.href)
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    const message =
      'The server sends on from https to http, where anybody on the way may write: give that address yourself if you trust it.'
    throw new FetchError('INSECURE_REDIRECT', message)
  }
  return next
}

function asUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}
