/**
 * Outlets and agencies that pages come from: the organizations that are media, with their domains. A page's source
 * field or its host leads to the same key as the outlet's name in a text.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'
import type { Strength } from './cells.ts'
import { organizationForms, organizationsByKey } from './organizations.ts'

/** An outlet or agency. */
export type Outlet = {
  readonly key: string
  readonly names: { readonly ar: string; readonly en: string | null }
  /** Its first domain by code point; null when we know none. */
  readonly domain: string | null
  readonly domains: readonly string[]
  readonly countryCode: string | null
  readonly kind: 'OUTLET' | 'AGENCY'
}

/** One form of an outlet's name; weak ones (الخبر, سبق) still name it in a source field. */
export type OutletForm = Outlet & { readonly form: string; readonly strength: Strength }

const TABLE = new URL('./outlets.tsv', import.meta.url)
const domainsByKey = readDomains()

/** All outlets and agencies by key. */
export const outletsByKey: ReadonlyMap<string, Outlet> = new Map(
  [...organizationsByKey.values()].flatMap(({ key, names, type, countryCode }) => {
    if (type !== 'outlet' && type !== 'agency') return []
    const domains = domainsByKey.get(key) ?? []
    const kind = type === 'agency' ? 'AGENCY' : 'OUTLET'
    return [[key, { key, names, domain: domains[0] ?? null, domains, countryCode, kind }] as const]
  }),
)

/** All forms of their names. */
export const outlets: PhraseIndex<OutletForm> = PhraseIndex.of(
  organizationForms.flatMap(({ key, form, strength }) => {
    const outlet = outletsByKey.get(key)
    return outlet === undefined ? [] : [{ form, value: { ...outlet, form, strength } }]
  }),
)

const byDomain = new Map([...outletsByKey.values()].flatMap((outlet) => outlet.domains.map((name) => [name, outlet])))

/** The outlet whose domain is `host` or a parent of it (www.aljazeera.net, mubasher.aljazeera.net); null when none is. */
export function outletOfHost(host: string): Outlet | null {
  const labels = host.toLowerCase().split('.')
  for (let at = 0; at < labels.length - 1; at += 1) {
    const outlet = byDomain.get(labels.slice(at).join('.'))
    if (outlet !== undefined) return outlet
  }
  return null
}

function readDomains(): Map<string, string[]> {
  const domains = new Map<string, string[]>()
  const owners = new Map<string, string>()
  for (const row of readTable(TABLE, ['key', 'domain', 'source'] as const)) {
    const type = organizationsByKey.get(row.key)?.type
    if (type !== 'outlet' && type !== 'agency') throw new TableError(TABLE, row.line, `${row.key} is no outlet`)
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(row.domain)) throw new TableError(TABLE, row.line, `"${row.domain}"`)
    const owner = owners.get(row.domain)
    if (owner !== undefined) throw new TableError(TABLE, row.line, `${row.domain} is ${owner}'s already`)
    owners.set(row.domain, row.key)
    domains.set(row.key, [...(domains.get(row.key) ?? []), row.domain])
  }
  return domains
}
