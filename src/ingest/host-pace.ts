import { setTimeout as sleep } from 'node:timers/promises'
import { FetchError } from './fetch-error.ts'

/** Lets requests to one host through one at a time, with a pause between them, and none while it wants to be left alone. */
export type HostPace = {
  /**
   * Waits for its turn at a host. What it gives is called when the request is over, with the milliseconds to leave the
   * host alone from then on.
   * @throws FetchError TRY_LATER when the host wants to be left alone for longer than is worth waiting; the signal's reason
   */
  enter(host: string, signal: AbortSignal | null): Promise<(pause: number) => void>
}

/** `last` settles when the host is free; it never fails. */
type Host = { last: Promise<void>; waiting: number; readyAt: number }

/** A longer wait is for another day, in milliseconds; crawl delays lie below it. */
const longestWait = 60_000

/** When so many hosts are known, those that may be asked at once are forgotten. */
const mostHosts = 1_000

/** Paces for this process. The time is the machine's monotonic one. */
export function openHostPace(): HostPace {
  const hosts = new Map<string, Host>()
  return {
    async enter(name, signal) {
      if (hosts.size >= mostHosts) forgetIdle(hosts)
      const host = hosts.get(name) ?? { last: Promise.resolve(), waiting: 0, readyAt: 0 }
      hosts.set(name, host)
      const { promise: over, resolve: leave } = Promise.withResolvers<void>()
      const before = host.last
      host.last = before.then(() => over)
      host.waiting += 1
      const out = (pause: number): void => {
        host.readyAt = Math.max(host.readyAt, performance.now() + pause)
        host.waiting -= 1
        leave()
      }
      try {
        await unlessAborted(before, signal)
        await untilReady(host, signal)
      } catch (error) {
        out(0)
        throw error
      }
      return out
    },
  }
}

async function untilReady(host: Host, signal: AbortSignal | null): Promise<void> {
  const wait = host.readyAt - performance.now()
  if (wait > longestWait) {
    const seconds = Math.ceil(wait / 1_000)
    const message = `The server wants to be left alone: try again in ${seconds} seconds.`
    throw new FetchError('TRY_LATER', message, { retryAfter: seconds })
  }
  if (wait > 0) await unlessAborted(sleep(wait, undefined, signal === null ? {} : { signal }), signal)
}

/** Waits, or fails with the signal's own reason. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal | null): Promise<void> {
  signal?.throwIfAborted()
  if (signal === null) return work
  const listening = new AbortController()
  const aborted = new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(signal.reason), { once: true, signal: listening.signal }),
  )
  await Promise.race([work, aborted]).finally(() => listening.abort())
}

function forgetIdle(hosts: Map<string, Host>): void {
  const now = performance.now()
  for (const [name, { waiting, readyAt }] of hosts) if (waiting === 0 && readyAt <= now) hosts.delete(name)
}
