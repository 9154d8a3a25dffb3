import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { FetchError } from './fetch-error.ts'
import { isPublicAddress } from './public-address.ts'

/** Who may be connected to. */
export type AddressRules = {
  /** Which addresses may be connected to; those of the public internet unless told. For tests. */
  readonly permits?: (address: string) => boolean
  /** Finds a name's addresses; the system's way unless told. For tests. */
  readonly find?: (host: string) => Promise<readonly LookupAddress[]>
}

/**
 * The addresses of a server, each of which may be connected to. Connecting to one of these, and not to the name again, is
 * what keeps a name that resolves to something else a moment later from gaining anything.
 * @throws FetchError NAME_UNKNOWN, ADDRESS_REFUSED
 */
export async function vetAddress({ hostname }: URL, rules: AddressRules): Promise<readonly LookupAddress[]> {
  const { permits = isPublicAddress, find = findAddresses } = rules
  // A number written as 0x7f000001, 2130706433 or 0177.1 has become a dotted one when the address was parsed.
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family === 0 ? await find(host) : [{ address: host, family }]
  if (found.length === 0) {
    throw new FetchError('NAME_UNKNOWN', 'No server of this name is known: check the spelling of the address.')
  }
  if (found.every(({ address }) => permits(address))) return found
  const message =
    'This address is not on the public internet, and Isnad fetches nothing else: save the page and ingest the file.'
  throw new FetchError('ADDRESS_REFUSED', message)
}

function findAddresses(host: string): Promise<readonly LookupAddress[]> {
  return lookup(host, { all: true }).catch(() => [])
}
