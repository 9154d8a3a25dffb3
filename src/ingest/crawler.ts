import type { RawDocument } from '../reading/page.ts'
import { type Doorkeeper, type Fetched, type FetchOptions, fetchChanged, type Validators } from './fetch-document.ts'
import { FetchError } from './fetch-error.ts'
import { openHostPace } from './host-pace.ts'
import { mostRobotsBytes, openRobots } from './robots.ts'

/** Fetches as a well-behaved program: by each site's robots.txt, one request a host at a time, never when told to wait. */
export type Crawler = {
  /**
   * Fetches what is at an address, unless it is still what the validators stand for.
   * @throws FetchError; the signal's reason when it aborts
   */
  fetchChanged(url: string, validators: Validators | null, signal: AbortSignal | null): Promise<Fetched>
  /**
   * Fetches what is at an address.
   * @throws FetchError; the signal's reason when it aborts
   */
  fetchDocument(url: string, signal?: AbortSignal | null): Promise<RawDocument>
}

export type CrawlerOptions = Omit<FetchOptions, 'enter' | 'signal' | 'validators' | 'cut'> & {
  /** Milliseconds between two requests to a host that has no wish of its own; one second unless told. */
  readonly pause?: number
}

const noValidators: Validators = { etag: null, lastModified: null }

/** Opens a crawler. What it knows of sites and hosts is its own: one a process is right. */
export function openCrawler({ pause = 1_000, ...options }: CrawlerOptions = {}): Crawler {
  const pace = openHostPace()

  /** Waits at a host's door; the file that says who may come in needs no permission itself. */
  const wait = async (url: URL, signal: AbortSignal | null, delay: number): ReturnType<Doorkeeper> => {
    const leave = await pace.enter(url.host, signal)
    return (answered) => {
      const asked =
        answered !== null && (answered.status === 429 || answered.status === 503) ? answered.retryAfter : null
      leave(Math.max(delay, (asked ?? 0) * 1_000))
    }
  }
  const robots = openRobots((url, signal) =>
    fetchChanged(url, {
      ...options,
      bytes: mostRobotsBytes,
      cut: true,
      signal,
      enter: (hop) => wait(hop, signal, 0),
    }),
  )
  const enter: Doorkeeper = async (url, signal) => {
    const rules = await robots.rulesFor(url, signal)
    if (!rules.allows(url)) {
      const message =
        'The site asks programs not to read this address (robots.txt): save the page in a browser and ingest the file, or ask the site.'
      throw new FetchError('ROBOTS_DENIED', message)
    }
    return wait(url, signal, rules.delay ?? pause)
  }
  const fetchIt = (url: string, validators: Validators | null, signal: AbortSignal | null): Promise<Fetched> =>
    fetchChanged(url, { ...options, validators, signal, enter })
  return {
    fetchChanged: fetchIt,
    async fetchDocument(url, signal = null) {
      const { document } = await fetchIt(url, noValidators, signal)
      if (document === null) throw new FetchError('BROKEN_ANSWER', 'The server left out the page: try again later.')
      return document
    },
  }
}
