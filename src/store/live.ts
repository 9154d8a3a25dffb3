import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Transaction } from './write/transaction.ts'

/** What happens while a process listens. One connection, however many subscribers; none while there is none. */
export type Live = AsyncDisposable & {
  /**
   * One item for each document that is committed from now on, in the order of commits. It wakes up readers, and is no
   * log: what is committed while the connection is lost is not told. Ends when `signal` aborts or the process closes it.
   */
  documents(signal?: AbortSignal): AsyncIterable<{ readonly documentId: string }>
}

type Subscriber = { readonly tell: (documentId: string) => void; readonly end: () => void }

const channel = 'isnad_document'

/** A subscriber that is this many documents behind is let go: it reads what it missed. */
const mostBehind = 10_000

/** How long until the next try to connect, in milliseconds: doubled after each, up to the last. */
const firstPause = 100
const longestPause = 5_000

/** Tells every process, when the transaction commits, that a document is in. */
export async function announce(tx: Transaction, documentId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, ${documentId})`
}

/** Opens the process's ear on a database; it connects with the first subscriber. */
export function openLive(url: string): Live {
  const subscribers = new Set<Subscriber>()
  const closing = new AbortController()
  let listening: Promise<void> | null = null
  const tell = (documentId: string): void => {
    for (const subscriber of subscribers) subscriber.tell(documentId)
  }
  const documents = (signal?: AbortSignal): AsyncIterable<{ documentId: string }> => {
    listening ??= listen(url, tell, closing.signal)
    return subscribe(subscribers, signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]))
  }
  const close = async (): Promise<void> => {
    closing.abort()
    for (const subscriber of subscribers) subscriber.end()
    await listening
  }
  return { documents, [Symbol.asyncDispose]: close }
}

/** Listens until `signal` aborts, and connects again whenever the connection is lost. */
async function listen(url: string, tell: (documentId: string) => void, signal: AbortSignal): Promise<void> {
  let pause = firstPause
  while (!signal.aborted) {
    const client = new Client({ connectionString: url, application_name: 'isnad live', keepAlive: true })
    const lost = new Promise<void>((done) => {
      // Without a listener the loss would end the process.
      client.on('error', () => done())
      client.on('end', () => done())
      signal.addEventListener('abort', () => done(), { once: true })
    })
    client.on('notification', ({ payload }) => payload !== undefined && tell(payload))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      pause = firstPause
      await lost
    } catch {
      // The server is away: another try below.
    }
    await client.end().catch(() => undefined)
    if (signal.aborted) return
    await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined)
    pause = Math.min(pause * 2, longestPause)
  }
}

/** The subscription stands from the call on, not only from the first item that is asked for. */
function subscribe(subscribers: Set<Subscriber>, signal: AbortSignal): AsyncIterable<{ documentId: string }> {
  const waiting: string[] = []
  let ended = signal.aborted
  let wake = (): void => undefined
  const end = (): void => {
    ended = true
    subscribers.delete(subscriber)
    wake()
  }
  const tell = (documentId: string): void => {
    if (waiting.push(documentId) > mostBehind) end()
    wake()
  }
  const subscriber: Subscriber = { tell, end }
  if (!ended) subscribers.add(subscriber)
  signal.addEventListener('abort', end, { once: true })
  return {
    async *[Symbol.asyncIterator]() {
      try {
        while (true) {
          const documentId = waiting.shift()
          if (documentId !== undefined) yield { documentId }
          else if (ended) return
          else
            await new Promise<void>((done) => {
              wake = done
            })
        }
      } finally {
        signal.removeEventListener('abort', end)
        end()
      }
    },
  }
}
