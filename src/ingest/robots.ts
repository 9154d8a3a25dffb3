import robotsModule from 'robots-parser'
import type { Fetched } from './fetch-document.ts'
import { FetchError } from './fetch-error.ts'
import { productToken } from './user-agent.ts'

/** What a site lets programs read, by RFC 9309, the Robots Exclusion Protocol. */
export type RobotsRules = {
  allows(url: URL): boolean
  /** Milliseconds between two requests that the site wishes; null when it has no wish. */
  readonly delay: number | null
  /** Characters that they were read from. */
  readonly size: number
}

/** How much of a robots.txt is read: as much as the RFC demands. */
export const mostRobotsBytes = 512_000

/** How long rules hold (the RFC allows a day), and how long it is remembered that there were none to be had. */
const holdsFor = 86_400_000
const failureHoldsFor = 300_000

/** A site that wishes for more is asked every so often all the same. */
const longestDelay = 30_000

/** How much is remembered: sites, and characters of all their files, each of which takes some times its size. */
const mostSites = 1_000
const mostCharacters = 8_000_000

/** The package is CommonJS: what its types call `default` is the module itself. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default

type Known = { readonly rules: Promise<RobotsRules>; until: number; size: number }

/**
 * Remembers each site's rules; the sites asked longest ago are forgotten first.
 * @param fetchRobots fetches a robots.txt, cut at `mostRobotsBytes`
 */
export function openRobots(fetchRobots: (url: string, signal: AbortSignal | null) => Promise<Fetched>) {
  const sites = new Map<string, Known>()
  return {
    /**
     * The rules that hold for an address.
     * @throws FetchError ROBOTS_UNAVAILABLE when the site cannot say now, which is no permission; the site's own failure
     */
    async rulesFor({ origin }: URL, signal: AbortSignal | null): Promise<RobotsRules> {
      const known = sites.get(origin)
      if (known !== undefined && known.until > performance.now()) return known.rules
      const site: Known = { rules: askFor(origin, signal, fetchRobots), until: performance.now() + holdsFor, size: 0 }
      sites.delete(origin)
      sites.set(origin, site)
      try {
        const rules = await site.rules
        site.size = rules.size
        return rules
      } catch (error) {
        if (error instanceof FetchError) site.until = performance.now() + failureHoldsFor
        else sites.delete(origin)
        throw error
      } finally {
        forgetOldest(sites)
      }
    },
  }
}

function forgetOldest(sites: Map<string, Known>): void {
  let characters = sites.values().reduce((sum, { size }) => sum + size, 0)
  for (const [origin, { size }] of sites) {
    if (sites.size <= mostSites && characters <= mostCharacters) return
    sites.delete(origin)
    characters -= size
  }
}

/** The rules in a robots.txt of a site. */
export function readRobots(text: string, origin: string): RobotsRules {
  const robots = robotsParser(`${origin}/robots.txt`, text.replace(/^\ufeff/, ''))
  const delay = robots.getCrawlDelay(productToken) ?? 0
  return {
    allows: ({ href }) => robots.isAllowed(href, productToken) !== false,
    delay: delay > 0 ? Math.min(delay * 1_000, longestDelay) : null,
    size: text.length,
  }
}

const everything: RobotsRules = { allows: () => true, delay: null, size: 0 }

async function askFor(
  origin: string,
  signal: AbortSignal | null,
  fetchRobots: (url: string, signal: AbortSignal | null) => Promise<Fetched>,
): Promise<RobotsRules> {
  try {
    const { document } = await fetchRobots(`${origin}/robots.txt`, signal)
    return document === null ? everything : readRobots(new TextDecoder().decode(document.bytes), origin)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    const { status } = error
    // Sites that have none say so with a status below 500, whichever; 429 speaks of us and not of the file.
    if (status !== null && status >= 400 && status < 500 && status !== 429) return everything
    if (error.code === 'TOO_MANY_REDIRECTS') return everything
    if (!['BAD_STATUS', 'TRY_LATER', 'TOO_SLOW', 'BROKEN_ANSWER'].includes(error.code)) throw error
    const message = `The site cannot say now what programs may read (${origin}/robots.txt: ${status ?? error.code}): try again later.`
    const retryAfter = error.retryAfter === null ? {} : { retryAfter: error.retryAfter }
    throw new FetchError('ROBOTS_UNAVAILABLE', message, { ...retryAfter, cause: error })
  }
}
